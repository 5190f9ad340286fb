package dev.taipan.backend.x86.lower;

import static dev.taipan.backend.x86.regs.FixedRegisters.SCRATCH;

import dev.taipan.backend.x86.asm.Alu;
import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.CondCode;
import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Mem;
import dev.taipan.backend.x86.asm.Shift;
import dev.taipan.backend.x86.asm.Unary;
import dev.taipan.backend.x86.asm.Width;

/**
 * Arithmetic on unboxed ints: 64-bit registers that hold signed 49-bit values.
 *
 * <p>The range check is one multiplication by 2^15 into the scratch register: it overflows 64 bits
 * exactly when the value does not fit 49, and nothing waits for its result but a predicted branch.
 */
final class IntLowering {
  /** 2^(64-49). */
  private static final int TO_TOP = 1 << 15;

  /** The longest shift count for which 2^(15+count) is a 32-bit immediate. */
  private static final int LONGEST_CHECK = 15;

  private final Context c;
  private final Assembler a;

  IntLowering(Context context) {
    c = context;
    a = context.a;
  }

  /** Exits unless {@code value} fits 49 bits; overwrites the scratch register. */
  void checkFits(Gpr value, int ref) {
    a.imul(Width.Q, SCRATCH, value, TO_TOP);
    a.jcc(CondCode.O, c.exit(ref));
  }

  void add(int ref) {
    addWrap(ref);
    checkFits(c.result(ref), ref);
  }

  void addWrap(int ref) {
    Gpr left = c.operand(ref, 0);
    Gpr result = c.result(ref);
    if (!c.isConstant(ref, 1)) {
      a.lea(Width.Q, result, Mem.at(left, c.operand(ref, 1), 1, 0));
      return;
    }
    long right = c.constant(ref, 1);
    if (right == (int) right) {
      a.lea(Width.Q, result, Mem.at(left, (int) right));
    } else {
      a.mov(SCRATCH, right);
      a.lea(Width.Q, result, Mem.at(left, SCRATCH, 1, 0));
    }
  }

  void sub(int ref) {
    twoAddress(ref, Alu.SUB);
    checkFits(c.result(ref), ref);
  }

  /** An instruction that overwrites its first operand. */
  void twoAddress(int ref, Alu op) {
    Gpr result = c.result(ref);
    c.move(result, c.operand(ref, 0));
    arithmetic(op, result, ref, 1);
  }

  /** Register, operand {@code index} as register, immediate or pool constant. */
  void arithmetic(Alu op, Gpr left, int ref, int index) {
    if (!c.isConstant(ref, index)) {
      a.alu(op, Width.Q, left, c.operand(ref, index));
      return;
    }
    long right = c.constant(ref, index);
    if (right == (int) right) {
      a.alu(op, Width.Q, left, (int) right);
    } else {
      a.alu(op, Width.Q, left, c.pool.word(right));
    }
  }

  void mul(int ref) {
    product(SCRATCH, ref);
    a.jcc(CondCode.O, c.exit(ref));
    c.move(c.result(ref), SCRATCH);
    checkFits(SCRATCH, ref);
  }

  void mulWrap(int ref) {
    product(SCRATCH, ref);
    c.move(c.result(ref), SCRATCH);
  }

  private void product(Gpr target, int ref) {
    Gpr left = c.operand(ref, 0);
    if (c.isConstant(ref, 1)) {
      long right = c.constant(ref, 1);
      if (right == (int) right) {
        a.imul(Width.Q, target, left, (int) right);
        return;
      }
      a.mov(target, right);
      a.imul(Width.Q, target, left);
      return;
    }
    c.move(target, left);
    a.imul(Width.Q, target, c.operand(ref, 1));
  }

  void neg(int ref) {
    Gpr result = c.result(ref);
    c.move(result, c.operand(ref, 0));
    a.unary(Unary.NEG, Width.Q, result);
    checkFits(result, ref);
  }

  void shiftLeft(int ref) {
    if (c.isConstant(ref, 1)) {
      shiftLeftBy((int) c.constant(ref, 1), ref);
      return;
    }
    Gpr left = c.operand(ref, 0);
    Gpr back = c.scratch(ref, 0);
    a.mov(Width.Q, Gpr.RCX, c.operand(ref, 1));
    a.mov(Width.Q, SCRATCH, left);
    a.shiftCl(Shift.SHL, Width.Q, SCRATCH);
    // Bits that left the register are found by shifting back, those between 49 and 64 after it.
    a.mov(Width.Q, back, SCRATCH);
    a.shiftCl(Shift.SAR, Width.Q, back);
    a.alu(Alu.CMP, Width.Q, back, left);
    a.jcc(CondCode.NE, c.exit(ref));
    a.imul(Width.Q, back, SCRATCH, TO_TOP);
    a.jcc(CondCode.O, c.exit(ref));
    c.move(c.result(ref), SCRATCH);
  }

  private void shiftLeftBy(int count, int ref) {
    Gpr left = c.operand(ref, 0);
    if (count < LONGEST_CHECK) {
      a.imul(Width.Q, SCRATCH, left, TO_TOP << count);
      a.jcc(CondCode.O, c.exit(ref));
    } else {
      // The value must survive a trip to the top, where only 49 - count bits are left of it.
      int lost = 15 + count;
      a.mov(Width.Q, SCRATCH, left);
      a.shift(Shift.SHL, Width.Q, SCRATCH, lost);
      a.shift(Shift.SAR, Width.Q, SCRATCH, lost);
      a.alu(Alu.CMP, Width.Q, SCRATCH, left);
      a.jcc(CondCode.NE, c.exit(ref));
    }
    Gpr result = c.result(ref);
    c.move(result, left);
    a.shift(Shift.SHL, Width.Q, result, count);
  }

  void shiftRight(int ref) {
    Gpr result = c.result(ref);
    if (c.isConstant(ref, 1)) {
      c.move(result, c.operand(ref, 0));
      a.shift(Shift.SAR, Width.Q, result, (int) c.constant(ref, 1));
      return;
    }
    a.mov(Width.Q, Gpr.RCX, c.operand(ref, 1));
    a.mov(Width.Q, SCRATCH, c.operand(ref, 0));
    a.shiftCl(Shift.SAR, Width.Q, SCRATCH);
    c.move(result, SCRATCH);
  }
}
