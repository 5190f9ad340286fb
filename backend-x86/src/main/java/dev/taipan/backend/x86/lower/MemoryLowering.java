package dev.taipan.backend.x86.lower;

import static dev.taipan.backend.x86.regs.FixedRegisters.FRAME;
import static dev.taipan.backend.x86.regs.FixedRegisters.THREAD;

import dev.taipan.backend.x86.asm.Alu;
import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.Mem;
import dev.taipan.backend.x86.asm.Width;

/**
 * Loads and stores. On x86-64 every aligned load acquires and every aligned store releases, and the
 * operations stay in the order of the trace: all memory orders of the IR are plain moves.
 */
final class MemoryLowering {
  private final Context c;
  private final Assembler a;

  MemoryLowering(Context context) {
    c = context;
    a = context.a;
  }

  void slot(int ref) {
    a.mov(Width.Q, c.result(ref), Mem.at(FRAME, (int) c.ir.imm(ref)));
  }

  void load(int ref, Width width) {
    a.mov(width, c.result(ref), Mem.at(c.operand(ref, 0), c.ir.displacement(ref)));
  }

  void loadIndexed(int ref) {
    a.mov(Width.Q, c.result(ref), element(ref));
  }

  void store(int ref) {
    store(Mem.at(c.operand(ref, 0), c.ir.displacement(ref)), ref, 1);
  }

  void storeIndexed(int ref) {
    store(element(ref), ref, 2);
  }

  void count(int ref) {
    a.alu(Alu.ADD, Width.Q, Mem.at(THREAD, (int) c.ir.imm(ref)), 1);
  }

  private Mem element(int ref) {
    int disp = c.ir.displacement(ref);
    if (c.isConstant(ref, 1)) {
      return Mem.at(c.operand(ref, 0), (int) (disp + Long.BYTES * c.constant(ref, 1)));
    }
    return Mem.at(c.operand(ref, 0), c.operand(ref, 1), Long.BYTES, disp);
  }

  private void store(Mem dst, int ref, int index) {
    if (c.isConstant(ref, index)) {
      c.store(dst, c.constant(ref, index));
    } else {
      a.mov(Width.Q, dst, c.operand(ref, index));
    }
  }
}
