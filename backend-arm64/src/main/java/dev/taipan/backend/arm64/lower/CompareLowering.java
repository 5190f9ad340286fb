package dev.taipan.backend.arm64.lower;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Cond;
import dev.taipan.backend.arm64.asm.Imm;
import dev.taipan.backend.arm64.asm.X;
import java.util.Optional;

/** Comparisons, as values and as guards. */
final class CompareLowering {
  private final Context c;
  private final A64Assembler a;

  CompareLowering(Context context) {
    c = context;
    a = context.a;
  }

  /** CMP_INT and CMP_WORD. */
  void bits(int ref) {
    compareBits(ref);
    a.cset(c.result(ref), signed(c.ir.cond(ref)));
  }

  /** GUARD_CMP_INT and GUARD_CMP_WORD. */
  void guardBits(int ref) {
    compareBits(ref);
    a.b(signed(c.ir.cond(ref)).negate(), c.exit(ref));
  }

  void floats(int ref) {
    a.fcmp(c.floatOperand(ref, 0), c.floatOperand(ref, 1));
    a.cset(c.result(ref), ordered(c.ir.cond(ref)));
  }

  /** The negated condition holds for unordered operands, where all but NE have to fail. */
  void guardFloats(int ref) {
    a.fcmp(c.floatOperand(ref, 0), c.floatOperand(ref, 1));
    Cond passes = ordered(c.ir.cond(ref));
    a.b(c.ir.expected(ref) ? passes.negate() : passes, c.exit(ref));
  }

  void not(int ref) {
    a.eor(c.result(ref), c.operand(ref, 0), Imm.Logic.of(1).orElseThrow());
  }

  private void compareBits(int ref) {
    X left = c.operand(ref, 0);
    if (!c.isConstant(ref, 1)) {
      a.cmp(left, c.operand(ref, 1));
      return;
    }
    Optional<Imm.Arith> right = Imm.Arith.of(c.constant(ref, 1));
    if (right.isPresent()) {
      a.cmp(left, right.get());
    } else {
      a.cmn(left, Imm.Arith.of(-c.constant(ref, 1)).orElseThrow());
    }
  }

  private static Cond signed(dev.taipan.optimizer.ir.Cond cond) {
    return switch (cond) {
      case EQ -> Cond.EQ;
      case NE -> Cond.NE;
      case LT -> Cond.LT;
      case LE -> Cond.LE;
      case GT -> Cond.GT;
      case GE -> Cond.GE;
    };
  }

  /** Conditions that a NaN fails, but for NE: unordered sets C and V, and clears N and Z. */
  private static Cond ordered(dev.taipan.optimizer.ir.Cond cond) {
    return switch (cond) {
      case EQ -> Cond.EQ;
      case NE -> Cond.NE;
      case LT -> Cond.MI;
      case LE -> Cond.LS;
      case GT -> Cond.GT;
      case GE -> Cond.GE;
    };
  }
}
