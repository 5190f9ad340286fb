package dev.taipan.backend.x86.lower;

import static dev.taipan.backend.x86.regs.FixedRegisters.SCRATCH;

import dev.taipan.backend.x86.asm.Address;
import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Label;
import dev.taipan.backend.x86.asm.Mem;
import dev.taipan.backend.x86.asm.Width;
import dev.taipan.backend.x86.asm.Xmm;
import dev.taipan.backend.x86.asm.XmmRm;
import dev.taipan.backend.x86.regs.FixedRegisters;
import dev.taipan.optimizer.alloc.Allocation;
import dev.taipan.optimizer.alloc.Location;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.vm.thread.ThreadLayout;

/** What every lowering of one trace works with: assembler, registers, constants, exit labels. */
final class Context {
  final TraceIr ir;
  final Allocation allocation;
  final Assembler a = new Assembler();
  final ConstantPool pool = new ConstantPool();
  private final Label[] exits;

  Context(TraceIr ir, Allocation allocation) {
    this.ir = ir;
    this.allocation = allocation;
    exits = new Label[ir.exitCount()];
    for (int i = 0; i < exits.length; i++) {
      exits[i] = new Label();
    }
  }

  /** Where operation {@code ref} leaves the trace. */
  Label exit(int ref) {
    return exits[ir.exitNumber(ref)];
  }

  Label exitLabel(int number) {
    return exits[number];
  }

  /** The general register of the result. */
  Gpr result(int ref) {
    return gpr(allocation.result(ref));
  }

  /** The SSE register of the result. */
  Xmm floatResult(int ref) {
    return xmm(allocation.result(ref));
  }

  /** The general register of an operand. */
  Gpr operand(int ref, int index) {
    return gpr(allocation.operand(ref, index));
  }

  /** The SSE register of an operand. */
  Xmm floatOperand(int ref, int index) {
    return xmm(allocation.operand(ref, index));
  }

  /** The SSE register of an operand, or the pool's place of a constant. */
  XmmRm floatSource(int ref, int index) {
    return isConstant(ref, index) ? pool.word(constant(ref, index)) : floatOperand(ref, index);
  }

  /** Whether the operand is a constant that has no register. */
  boolean isConstant(int ref, int index) {
    return allocation.operand(ref, index) == Location.CONSTANT;
  }

  /** The bits of a constant operand. */
  long constant(int ref, int index) {
    return ir.imm(ir.operand(ref, index));
  }

  Gpr scratch(int ref, int index) {
    return gpr(allocation.scratch(ref, index));
  }

  static Gpr gpr(int location) {
    if (!Location.isRegister(location) || Location.isFpr(location)) {
      throw new IllegalStateException("not a general register: " + Location.toString(location));
    }
    return Gpr.of(Location.index(location));
  }

  static Xmm xmm(int location) {
    if (!Location.isFpr(location)) {
      throw new IllegalStateException("not an SSE register: " + Location.toString(location));
    }
    return Xmm.of(Location.index(location));
  }

  /** A spill slot of the thread block. */
  static Mem spill(int location) {
    int offset = ThreadLayout.SPILL + Long.BYTES * Location.index(location);
    return Mem.at(FixedRegisters.THREAD, offset);
  }

  /** Copies, unless it is the same register. */
  void move(Gpr dst, Gpr src) {
    if (dst != src) {
      a.mov(Width.Q, dst, src);
    }
  }

  /** Copies, unless it is the same register. */
  void move(Xmm dst, Xmm src) {
    if (dst != src) {
      a.movapd(dst, src);
    }
  }

  /** Stores a constant; may use the scratch register. */
  void store(Address dst, long value) {
    if (value == (int) value) {
      a.mov(Width.Q, dst, (int) value);
    } else {
      a.mov(SCRATCH, value);
      a.mov(Width.Q, dst, SCRATCH);
    }
  }
}
