package dev.taipan.backend.x86.lower;

import static dev.taipan.backend.x86.regs.FixedRegisters.SCRATCH;

import dev.taipan.backend.x86.asm.Alu;
import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.CondCode;
import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Label;
import dev.taipan.backend.x86.asm.Sse;
import dev.taipan.backend.x86.asm.Width;
import dev.taipan.backend.x86.regs.ConstantForms;
import dev.taipan.optimizer.ir.Cond;

/** Comparisons, as values and as guards. A BOOL is 0 or 1 in a whole register. */
final class CompareLowering {
  private final Context c;
  private final Assembler a;
  private final IntLowering ints;

  CompareLowering(Context context, IntLowering intLowering) {
    c = context;
    a = context.a;
    ints = intLowering;
  }

  /** Two ints or two words: both are compared as signed 64-bit numbers. */
  void bits(int ref) {
    ints.arithmetic(Alu.CMP, c.operand(ref, 0), ref, 1);
    set(c.result(ref), signed(c.ir.cond(ref)));
  }

  void guardBits(int ref) {
    ints.arithmetic(Alu.CMP, c.operand(ref, 0), ref, 1);
    a.jcc(signed(c.ir.cond(ref)).negate(), c.exit(ref));
  }

  private void set(Gpr result, CondCode cond) {
    a.setcc(cond, SCRATCH);
    a.movzx(Width.D, result, Width.B, SCRATCH);
  }

  void not(int ref) {
    Gpr result = c.result(ref);
    c.move(result, c.operand(ref, 0));
    a.alu(Alu.XOR, Width.D, result, 1);
  }

  private static CondCode signed(Cond cond) {
    return switch (cond) {
      case EQ -> CondCode.E;
      case NE -> CondCode.NE;
      case LT -> CondCode.L;
      case LE -> CondCode.LE;
      case GT -> CondCode.G;
      case GE -> CondCode.GE;
    };
  }

  /**
   * Sets the flags of a float compare. An unordered one sets zero, parity and carry: "above" and
   * "above or equal" are false then, as Python's comparisons are.
   */
  private void floatFlags(int ref) {
    int second = ConstantForms.floatMemoryOperand(c.ir.cond(ref));
    a.sse(Sse.UCOMISD, c.floatOperand(ref, 1 - second), c.floatSource(ref, second));
  }

  private static boolean isEquality(Cond cond) {
    return cond == Cond.EQ || cond == Cond.NE;
  }

  /** For the four orderings: the condition that holds after {@link #floatFlags}. */
  private static CondCode above(Cond cond) {
    return switch (cond) {
      case LT, GT -> CondCode.A;
      case LE, GE -> CondCode.AE;
      case EQ, NE -> throw new IllegalArgumentException("equality needs two flags");
    };
  }

  void floats(int ref) {
    Cond cond = c.ir.cond(ref);
    Gpr result = c.result(ref);
    floatFlags(ref);
    if (!isEquality(cond)) {
      set(result, above(cond));
      return;
    }
    // Equal is "zero flag and ordered"; not equal its opposite. No move here touches the flags.
    boolean equal = cond == Cond.EQ;
    a.setcc(equal ? CondCode.NP : CondCode.P, SCRATCH);
    a.movzx(Width.D, SCRATCH, Width.B, SCRATCH);
    a.mov(result, equal ? 0 : 1);
    a.cmovcc(CondCode.E, Width.D, result, SCRATCH);
  }

  void guardFloats(int ref) {
    Cond cond = c.ir.cond(ref);
    boolean expected = c.ir.expected(ref);
    floatFlags(ref);
    if (isEquality(cond)) {
      guardEquality(ref, (cond == Cond.EQ) == expected);
      return;
    }
    CondCode holds = above(cond);
    a.jcc(expected ? holds.negate() : holds, c.exit(ref));
  }

  private void guardEquality(int ref, boolean passIfEqual) {
    if (passIfEqual) {
      a.jcc(CondCode.NE, c.exit(ref));
      a.jcc(CondCode.P, c.exit(ref));
    } else {
      Label unordered = new Label();
      a.jcc(CondCode.P, unordered);
      a.jcc(CondCode.E, c.exit(ref));
      a.bind(unordered);
    }
  }
}
