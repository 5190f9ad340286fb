package dev.taipan.backend.x86.lower;

import static dev.taipan.backend.x86.regs.FixedRegisters.FRAME;
import static dev.taipan.backend.x86.regs.FixedRegisters.SCRATCH;
import static dev.taipan.backend.x86.regs.FixedRegisters.THREAD;

import dev.taipan.backend.x86.asm.Alu;
import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.CondCode;
import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Label;
import dev.taipan.backend.x86.asm.Mem;
import dev.taipan.backend.x86.asm.Shift;
import dev.taipan.backend.x86.asm.Width;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.thread.ThreadLayout;

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

  /**
   * Bumps the cursor of the size's class, unless that would pass the limit. The result's register
   * may hold something that the exit writes, so it is written last.
   */
  void allocate(int ref) {
    Gpr cell = c.result(ref);
    int bytes = Immediates.bytes(c.ir.imm(ref));
    int cursor = ThreadLayout.CURSORS + bytes;
    a.mov(Width.Q, SCRATCH, Mem.at(THREAD, cursor));
    a.alu(Alu.ADD, Width.Q, SCRATCH, bytes);
    a.alu(Alu.CMP, Width.Q, SCRATCH, Mem.at(THREAD, cursor + ThreadLayout.CURSOR_LIMIT));
    a.jcc(CondCode.A, c.exit(ref));
    a.mov(Width.Q, Mem.at(THREAD, cursor), SCRATCH);
    a.lea(Width.Q, cell, Mem.at(SCRATCH, -bytes));
    a.mov(SCRATCH, Immediates.shape(c.ir.imm(ref)) & 0xFFFF_FFFFL);
    a.alu(Alu.OR, Width.Q, SCRATCH, Mem.at(THREAD, ThreadLayout.NEW_HEADER));
    a.mov(Width.Q, Mem.at(cell, 0), SCRATCH);
  }

  /** Under the list's lock, which is tried once. */
  void listStore(int ref) {
    Gpr list = c.operand(ref, 0);
    Gpr index = c.operand(ref, 1);
    lock(ref, list);
    a.alu(Alu.CMP, Width.Q, index, Mem.at(list, ListLayout.LENGTH));
    unlockUnless(CondCode.B, ref, list);
    a.mov(Width.Q, SCRATCH, Mem.at(list, ListLayout.ITEMS));
    a.mov(Width.Q, Mem.at(SCRATCH, index, Long.BYTES, ListLayout.WORDS), c.operand(ref, 2));
    unlock(list);
  }

  /** The item is there before the length says so. */
  void listAppend(int ref) {
    Gpr list = c.operand(ref, 0);
    lock(ref, list);
    a.mov(Width.Q, SCRATCH, Mem.at(list, ListLayout.ITEMS));
    a.mov(Width.Q, SCRATCH, Mem.at(SCRATCH, ListLayout.CAPACITY));
    a.alu(Alu.CMP, Width.Q, SCRATCH, Mem.at(list, ListLayout.LENGTH));
    unlockUnless(CondCode.A, ref, list);
    a.mov(Width.Q, SCRATCH, Mem.at(list, ListLayout.LENGTH));
    a.shift(Shift.SHL, Width.Q, SCRATCH, 3);
    a.alu(Alu.ADD, Width.Q, SCRATCH, Mem.at(list, ListLayout.ITEMS));
    a.mov(Width.Q, Mem.at(SCRATCH, ListLayout.WORDS), c.operand(ref, 1));
    a.alu(Alu.ADD, Width.Q, Mem.at(list, ListLayout.LENGTH), 1);
    unlock(list);
  }

  /** An own cell is not locked; one that is another's, or was, is for the interpreter. */
  private void lock(int ref, Gpr cell) {
    Label own = new Label();
    a.movzx(Width.D, SCRATCH, Width.W, Mem.at(cell, Cells.TOKEN));
    a.alu(Alu.CMP, Width.D, SCRATCH, Mem.at(THREAD, ThreadLayout.TOKEN));
    a.jcc(CondCode.E, own);
    a.test(Width.D, SCRATCH, SCRATCH);
    a.jcc(CondCode.NE, c.exit(ref));
    a.lockBts(Width.D, Mem.at(cell, Cells.LOCK), 0);
    a.jcc(CondCode.B, c.exit(ref));
    a.bind(own);
  }

  /**
   * The lock has a byte of its own: clearing it is a store, which changes nothing in an own cell.
   * Who waits looks again by itself.
   */
  private void unlock(Gpr cell) {
    a.mov(Width.B, Mem.at(cell, Cells.LOCK), 0);
  }

  private void unlockUnless(CondCode cond, int ref, Gpr cell) {
    Label good = new Label();
    a.jcc(cond, good);
    unlock(cell);
    a.jmp(c.exit(ref));
    a.bind(good);
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
