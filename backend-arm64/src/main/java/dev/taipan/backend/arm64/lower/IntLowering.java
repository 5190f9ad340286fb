package dev.taipan.backend.arm64.lower;

import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP;
import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP2;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Cond;
import dev.taipan.backend.arm64.asm.Imm;
import dev.taipan.backend.arm64.asm.ShiftKind;
import dev.taipan.backend.arm64.asm.X;

/**
 * Arithmetic on unboxed ints: 64-bit registers that hold signed 49-bit values.
 *
 * <p>The range check sign-extends the low 49 bits and compares: equal exactly when the value fits.
 */
final class IntLowering {
  static final int INT_BITS = 49;

  private final Context c;
  private final A64Assembler a;

  IntLowering(Context context) {
    c = context;
    a = context.a;
  }

  /** Exits unless {@code value} fits 49 bits; overwrites TEMP. */
  void checkFits(X value, int ref) {
    a.sbfx(TEMP, value, 0, INT_BITS);
    a.cmp(TEMP, value);
    a.b(Cond.NE, c.exit(ref));
  }

  void add(int ref) {
    addWrap(ref);
    checkFits(c.result(ref), ref);
  }

  void addWrap(int ref) {
    if (c.isConstant(ref, 1)) {
      c.addConstant(c.result(ref), c.operand(ref, 0), c.constant(ref, 1));
    } else {
      a.add(c.result(ref), c.operand(ref, 0), c.operand(ref, 1));
    }
  }

  void sub(int ref) {
    subWrap(ref);
    checkFits(c.result(ref), ref);
  }

  void subWrap(int ref) {
    if (c.isConstant(ref, 1)) {
      c.addConstant(c.result(ref), c.operand(ref, 0), -c.constant(ref, 1));
    } else {
      a.sub(c.result(ref), c.operand(ref, 0), c.operand(ref, 1));
    }
  }

  void mulWrap(int ref) {
    a.mul(c.result(ref), c.operand(ref, 0), c.operand(ref, 1));
  }

  /** Two 49-bit factors make up to 97 bits: the high half must only repeat the low half's sign. */
  void mul(int ref) {
    X result = c.result(ref);
    a.smulh(TEMP, c.operand(ref, 0), c.operand(ref, 1));
    mulWrap(ref);
    a.cmp(TEMP, result, new Imm.Shift(ShiftKind.ASR, 63));
    fitsToo(result, ref);
  }

  /** Exits unless the flags say EQ and {@code value} fits 49 bits. */
  private void fitsToo(X value, int ref) {
    a.sbfx(TEMP2, value, 0, INT_BITS);
    a.ccmp(TEMP2, value, 0, Cond.EQ);
    a.b(Cond.NE, c.exit(ref));
  }

  void neg(int ref) {
    a.neg(c.result(ref), c.operand(ref, 0));
    checkFits(c.result(ref), ref);
  }

  /** Shifting back must give the operand again. */
  void shiftLeft(int ref) {
    X value = c.operand(ref, 0);
    X result = c.result(ref);
    if (c.isConstant(ref, 1)) {
      int by = (int) c.constant(ref, 1);
      a.lsl(result, value, by);
      a.cmp(value, result, new Imm.Shift(ShiftKind.ASR, by));
    } else {
      a.lsl(result, value, c.operand(ref, 1));
      a.asr(TEMP, result, c.operand(ref, 1));
      a.cmp(TEMP, value);
    }
    fitsToo(result, ref);
  }

  void shiftRight(int ref) {
    if (c.isConstant(ref, 1)) {
      a.asr(c.result(ref), c.operand(ref, 0), (int) c.constant(ref, 1));
    } else {
      a.asr(c.result(ref), c.operand(ref, 0), c.operand(ref, 1));
    }
  }

  void and(int ref) {
    if (c.isConstant(ref, 1)) {
      a.and(c.result(ref), c.operand(ref, 0), mask(ref));
    } else {
      a.and(c.result(ref), c.operand(ref, 0), c.operand(ref, 1));
    }
  }

  void or(int ref) {
    if (c.isConstant(ref, 1)) {
      a.orr(c.result(ref), c.operand(ref, 0), mask(ref));
    } else {
      a.orr(c.result(ref), c.operand(ref, 0), c.operand(ref, 1));
    }
  }

  void xor(int ref) {
    if (c.isConstant(ref, 1)) {
      a.eor(c.result(ref), c.operand(ref, 0), mask(ref));
    } else {
      a.eor(c.result(ref), c.operand(ref, 0), c.operand(ref, 1));
    }
  }

  private Imm.Logic mask(int ref) {
    return Imm.Logic.of(c.constant(ref, 1)).orElseThrow();
  }
}
