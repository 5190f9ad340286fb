package dev.taipan.backend.arm64.lower;

import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP;
import static dev.taipan.backend.arm64.regs.FixedRegisters.THREAD;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Address;
import dev.taipan.backend.arm64.asm.D;
import dev.taipan.backend.arm64.asm.Imm;
import dev.taipan.backend.arm64.asm.Label;
import dev.taipan.backend.arm64.asm.X;
import dev.taipan.optimizer.alloc.Allocation;
import dev.taipan.optimizer.alloc.Location;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.vm.thread.ThreadLayout;

/** What every lowering of one trace works with: assembler, registers, constants, exit labels. */
final class Context {
  final TraceIr ir;
  final Allocation allocation;
  final A64Assembler a = new A64Assembler();
  private final Label[] exits;

  Context(Allocation allocation) {
    this.allocation = allocation;
    ir = allocation.ir();
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

  X result(int ref) {
    return x(allocation.result(ref));
  }

  D floatResult(int ref) {
    return d(allocation.result(ref));
  }

  X operand(int ref, int index) {
    return x(allocation.operand(ref, index));
  }

  D floatOperand(int ref, int index) {
    return d(allocation.operand(ref, index));
  }

  /** Whether the operand is a constant that has no register. */
  boolean isConstant(int ref, int index) {
    return allocation.operand(ref, index) == Location.CONSTANT;
  }

  /** The bits of a constant operand. */
  long constant(int ref, int index) {
    return ir.imm(ir.operand(ref, index));
  }

  static X x(int location) {
    if (!Location.isRegister(location) || Location.isFpr(location)) {
      throw new IllegalStateException("not a general register: " + Location.toString(location));
    }
    return X.of(Location.index(location));
  }

  static D d(int location) {
    if (!Location.isFpr(location)) {
      throw new IllegalStateException("not a float register: " + Location.toString(location));
    }
    return D.of(Location.index(location));
  }

  /** A spill slot of the thread block. */
  static Address spill(int location) {
    return Address.at(THREAD, ThreadLayout.SPILL + Long.BYTES * Location.index(location));
  }

  /** {@code base + displacement} as an operand of an 8-byte access; may use TEMP. */
  Address at(X base, int displacement) {
    return at(base, displacement, Long.BYTES);
  }

  /** {@code base + displacement} as an operand of an access of {@code size}; may use TEMP. */
  Address at(X base, int displacement, int size) {
    if (Address.reaches(displacement, size)) {
      return Address.at(base, displacement);
    }
    a.mov(TEMP, (long) displacement);
    return Address.indexed(base, TEMP);
  }

  /** {@code base + displacement} as a register: {@code base} itself, or {@code into}. */
  X sum(X base, int displacement, X into) {
    if (displacement == 0) {
      return base;
    }
    addConstant(into, base, displacement);
    return into;
  }

  /** {@code rd = rn + value} for any value; {@code rd} differs from {@code rn} for large ones. */
  void addConstant(X rd, X rn, long value) {
    if (Imm.Arith.of(value).isPresent()) {
      a.add(rd, rn, Imm.Arith.of(value).get());
    } else if (Imm.Arith.of(-value).isPresent()) {
      a.sub(rd, rn, Imm.Arith.of(-value).get());
    } else if (rd == rn) {
      throw new IllegalArgumentException("no register to make " + value + " in");
    } else {
      a.mov(rd, value);
      a.add(rd, rn, rd);
    }
  }

  /** Copies, unless it is the same register. */
  void move(X to, X from) {
    if (to != from) {
      a.mov(to, from);
    }
  }

  void move(D to, D from) {
    if (to != from) {
      a.fmov(to, from);
    }
  }

  /** A register that holds {@code value}: the zero register, or TEMP. */
  X inTemp(long value) {
    if (value == 0) {
      return X.ZR;
    }
    a.mov(TEMP, value);
    return TEMP;
  }
}
