package dev.taipan.backend.arm64.lower;

import static dev.taipan.backend.arm64.regs.FixedRegisters.FRAME;
import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP;
import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP2;
import static dev.taipan.backend.arm64.regs.FixedRegisters.THREAD;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Address;
import dev.taipan.backend.arm64.asm.Cond;
import dev.taipan.backend.arm64.asm.Imm;
import dev.taipan.backend.arm64.asm.Label;
import dev.taipan.backend.arm64.asm.ShiftKind;
import dev.taipan.backend.arm64.asm.X;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.MemoryOrder;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.thread.ThreadLayout;

/**
 * Loads and stores. This machine reorders them, so an acquire is a load-acquire and a release a
 * store-release instruction; those take a bare address, which TEMP holds where it is no register
 * already. Plain and opaque accesses are ordinary ones: an aligned access is never torn, and an
 * address that depends on a load orders the load behind it.
 */
final class MemoryLowering {
  /** Of the header word. */
  private static final int LOCK_BIT = 32;

  private static final int TOKEN_SHIFT = 48;

  private final Context c;
  private final A64Assembler a;

  MemoryLowering(Context context) {
    c = context;
    a = context.a;
  }

  void slot(int ref) {
    a.ldr(c.result(ref), c.at(FRAME, (int) c.ir.imm(ref)));
  }

  void load(int ref) {
    X base = c.operand(ref, 0);
    int displacement = c.ir.displacement(ref);
    if (isAcquire(ref)) {
      a.ldar(c.result(ref), c.sum(base, displacement, TEMP));
    } else {
      a.ldr(c.result(ref), c.at(base, displacement));
    }
  }

  /** A 32-bit load clears the register's upper half. */
  void load32(int ref) {
    X base = c.operand(ref, 0);
    int displacement = c.ir.displacement(ref);
    if (isAcquire(ref)) {
      a.ldarW(c.result(ref), c.sum(base, displacement, TEMP));
    } else {
      a.ldrW(c.result(ref), c.at(base, displacement, Integer.BYTES));
    }
  }

  void loadIndexed(int ref) {
    if (isAcquire(ref)) {
      a.ldar(c.result(ref), element(ref));
    } else {
      a.ldr(c.result(ref), elementOperand(ref));
    }
  }

  void store(int ref) {
    X base = c.operand(ref, 0);
    int displacement = c.ir.displacement(ref);
    X value = valueOf(ref, 1);
    if (isRelease(ref)) {
      a.stlr(value, c.sum(base, displacement, TEMP));
    } else {
      a.str(value, c.at(base, displacement));
    }
  }

  void storeIndexed(int ref) {
    X value = valueOf(ref, 2);
    if (isRelease(ref)) {
      a.stlr(value, element(ref));
    } else {
      a.str(value, elementOperand(ref));
    }
  }

  void count(int ref) {
    Address counter = Address.at(THREAD, (int) c.ir.imm(ref));
    a.ldr(TEMP, counter);
    a.add(TEMP, TEMP, Imm.Arith.of(1).orElseThrow());
    a.str(TEMP, counter);
  }

  /**
   * Bumps the cursor of the size's class, unless that would pass the limit. The result's register
   * may hold something that the exit writes, so it is written last.
   */
  void allocate(int ref) {
    X cell = c.result(ref);
    int bytes = Immediates.bytes(c.ir.imm(ref));
    int cursor = ThreadLayout.CURSORS + bytes;
    a.ldr(TEMP2, c.at(THREAD, cursor));
    a.add(TEMP2, TEMP2, Imm.Arith.of(bytes).orElseThrow());
    a.ldr(TEMP, c.at(THREAD, cursor + ThreadLayout.CURSOR_LIMIT));
    a.cmp(TEMP2, TEMP);
    a.b(Cond.HI, c.exit(ref));
    a.str(TEMP2, c.at(THREAD, cursor));
    a.sub(cell, TEMP2, Imm.Arith.of(bytes).orElseThrow());
    a.mov(TEMP, Immediates.shape(c.ir.imm(ref)) & 0xFFFF_FFFFL);
    a.ldr(TEMP2, c.at(THREAD, ThreadLayout.NEW_HEADER));
    a.orr(TEMP, TEMP, TEMP2);
    a.str(TEMP, Address.at(cell, 0));
  }

  /** Under the list's lock, which is tried once. */
  void listStore(int ref) {
    X list = c.operand(ref, 0);
    X index = c.operand(ref, 1);
    lock(ref, list);
    a.ldr(TEMP, c.at(list, ListLayout.LENGTH));
    a.cmp(index, TEMP);
    unlockUnless(Cond.LO, ref, list);
    a.ldr(TEMP, c.at(list, ListLayout.ITEMS));
    a.add(TEMP, TEMP, index, new Imm.Shift(ShiftKind.LSL, 3));
    a.add(TEMP, TEMP, Imm.Arith.of(ListLayout.WORDS).orElseThrow());
    a.stlr(c.operand(ref, 2), TEMP);
    unlock(list);
  }

  /** The item is there before the length says so. */
  void listAppend(int ref) {
    X list = c.operand(ref, 0);
    lock(ref, list);
    a.ldr(TEMP2, c.at(list, ListLayout.ITEMS));
    a.ldr(TEMP2, c.at(TEMP2, ListLayout.CAPACITY));
    a.ldr(TEMP, c.at(list, ListLayout.LENGTH));
    a.cmp(TEMP2, TEMP);
    unlockUnless(Cond.HI, ref, list);
    a.ldr(TEMP, c.at(list, ListLayout.LENGTH));
    a.ldr(TEMP2, c.at(list, ListLayout.ITEMS));
    a.add(TEMP2, TEMP2, TEMP, new Imm.Shift(ShiftKind.LSL, 3));
    a.str(c.operand(ref, 1), Address.at(TEMP2, ListLayout.WORDS));
    a.add(TEMP, TEMP, Imm.Arith.of(1).orElseThrow());
    a.add(TEMP2, list, Imm.Arith.of(ListLayout.LENGTH).orElseThrow());
    a.stlr(TEMP, TEMP2);
    unlock(list);
  }

  /**
   * An own cell is not locked; one that is another's, or was, is for the interpreter. The header as
   * a whole is reserved, so that the cell's own register is the address.
   */
  private void lock(int ref, X cell) {
    Label own = new Label();
    Label again = new Label();
    a.ldar(TEMP, cell);
    a.lsr(TEMP, TEMP, TOKEN_SHIFT);
    a.ldrW(TEMP2, c.at(THREAD, ThreadLayout.TOKEN, Integer.BYTES));
    a.cmp(TEMP, TEMP2);
    a.b(Cond.EQ, own);
    a.cbnz(TEMP, c.exit(ref));
    a.bind(again);
    a.ldaxr(TEMP, cell);
    a.tbnz(TEMP, LOCK_BIT, c.exit(ref));
    a.orr(TEMP, TEMP, Imm.Logic.of(1L << LOCK_BIT).orElseThrow());
    a.stlxr(TEMP2, TEMP, cell);
    a.cbnz(TEMP2, again);
    a.bind(own);
  }

  /**
   * The lock has a byte of its own: clearing it is a store, which changes nothing in an own cell,
   * and which breaks the reservation of whoever is about to lock. Who waits looks again by itself.
   */
  private void unlock(X cell) {
    a.add(TEMP, cell, Imm.Arith.of(Cells.LOCK).orElseThrow());
    a.stlrb(X.ZR, TEMP);
  }

  private void unlockUnless(Cond cond, int ref, X cell) {
    Label good = new Label();
    a.b(cond, good);
    unlock(cell);
    a.b(c.exit(ref));
    a.bind(good);
  }

  /** The only constant that a store takes without a register is zero. */
  private X valueOf(int ref, int index) {
    return c.isConstant(ref, index) ? X.ZR : c.operand(ref, index);
  }

  /** The element as an operand: a constant index is an offset, another is scaled. */
  private Address elementOperand(int ref) {
    X base = c.operand(ref, 0);
    int displacement = c.ir.displacement(ref);
    if (c.isConstant(ref, 1)) {
      return Address.at(base, constantOffset(ref));
    }
    return Address.scaled(c.sum(base, displacement, TEMP), c.operand(ref, 1));
  }

  /** The element's address in a register. */
  private X element(int ref) {
    X base = c.operand(ref, 0);
    if (c.isConstant(ref, 1)) {
      return c.sum(base, constantOffset(ref), TEMP);
    }
    X array = c.sum(base, c.ir.displacement(ref), TEMP);
    a.add(TEMP, array, c.operand(ref, 1), new Imm.Shift(ShiftKind.LSL, 3));
    return TEMP;
  }

  private int constantOffset(int ref) {
    return (int) (c.ir.displacement(ref) + Long.BYTES * c.constant(ref, 1));
  }

  private boolean isAcquire(int ref) {
    return c.ir.order(ref) == MemoryOrder.ACQUIRE;
  }

  private boolean isRelease(int ref) {
    return c.ir.order(ref) == MemoryOrder.RELEASE;
  }
}
