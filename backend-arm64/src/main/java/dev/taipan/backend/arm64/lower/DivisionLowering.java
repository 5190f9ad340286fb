package dev.taipan.backend.arm64.lower;

import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP;
import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP2;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Cond;
import dev.taipan.backend.arm64.asm.Imm;
import dev.taipan.backend.arm64.asm.X;

/**
 * Division that rounds towards minus infinity, from one that rounds towards zero: where there is a
 * remainder and its sign differs from the divisor's, the quotient is one too large and the
 * remainder one divisor short. Dividing by a power of two is a shift and a mask.
 */
final class DivisionLowering {
  private final Context c;
  private final A64Assembler a;
  private final IntLowering ints;

  DivisionLowering(Context context, IntLowering intLowering) {
    c = context;
    a = context.a;
    ints = intLowering;
  }

  void floorDiv(int ref) {
    X result = c.result(ref);
    if (c.isConstant(ref, 1)) {
      a.asr(result, c.operand(ref, 0), Long.numberOfTrailingZeros(c.constant(ref, 1)));
    } else {
      divide(ref);
      a.cset(TEMP2, Cond.LT);
      a.sub(result, TEMP, TEMP2);
    }
    ints.checkFits(result, ref);
  }

  void mod(int ref) {
    X result = c.result(ref);
    if (!c.isConstant(ref, 1)) {
      divide(ref);
      a.csel(TEMP, c.operand(ref, 1), X.ZR, Cond.LT);
      a.add(result, TEMP2, TEMP);
    } else if (c.constant(ref, 1) == 1) {
      a.mov(result, 0);
    } else {
      a.and(result, c.operand(ref, 0), Imm.Logic.of(c.constant(ref, 1) - 1).orElseThrow());
    }
  }

  /** TEMP: quotient, TEMP2: remainder, LT: both have to be corrected. Overwrites the result. */
  private void divide(int ref) {
    X dividend = c.operand(ref, 0);
    X divisor = c.operand(ref, 1);
    X signs = c.result(ref);
    a.sdiv(TEMP, dividend, divisor);
    a.msub(TEMP2, TEMP, divisor, dividend);
    a.eor(signs, TEMP2, divisor);
    a.cmp(TEMP2, new Imm.Arith(0, false));
    // Without a remainder the flags become 0, which is not LT.
    a.ccmp(signs, 0, 0, Cond.NE);
  }
}
