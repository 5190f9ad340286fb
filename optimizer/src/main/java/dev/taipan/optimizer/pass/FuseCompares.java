package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;

/**
 * A compare and the guard on it become one operation, which a backend turns into flags and a jump.
 */
final class FuseCompares extends Rewriter {
  FuseCompares(TraceIr in) {
    super(in);
  }

  @Override
  int rewrite(int ref, IrOp op) {
    if (op != IrOp.GUARD_TRUE && op != IrOp.GUARD_FALSE) {
      return copy(ref);
    }
    boolean expected = op == IrOp.GUARD_TRUE;
    int compare = operand(ref, 0);
    int a = out.operand(compare, 0);
    int b = out.operand(compare, 1);
    return switch (out.op(compare)) {
      case CMP_INT -> add(ref, IrOp.GUARD_CMP_INT, a, b, TraceIr.NONE, cond(compare, expected));
      case CMP_WORD -> add(ref, IrOp.GUARD_CMP_WORD, a, b, TraceIr.NONE, cond(compare, expected));
      case CMP_FLOAT -> {
        long imm = Immediates.ofCond(out.cond(compare), expected);
        yield add(ref, IrOp.GUARD_CMP_FLOAT, a, b, TraceIr.NONE, imm);
      }
      default -> copy(ref);
    };
  }

  private long cond(int compare, boolean expected) {
    return Immediates.ofCond(expected ? out.cond(compare) : out.cond(compare).negate());
  }
}
