package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.OpFlag;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.Verifier;
import java.util.BitSet;

/**
 * A PHI that gets the same value from both sides is that value: a local that each iteration leaves
 * alone or sets to the same invariant. A value from a shared load stays a PHI, so that the
 * verifier's rule on hoisting can stay simple.
 */
final class RedundantPhis extends Rewriter {
  private final BitSet shared;

  RedundantPhis(TraceIr in) {
    super(in);
    shared = Verifier.sharedBeforeLoop(in);
  }

  @Override
  int rewrite(int ref, IrOp op) {
    return copy(ref);
  }

  @Override
  int phi(int ref) {
    int entry = in.operand(ref, 0);
    int back = in.operand(ref, 1);
    boolean same = back == ref || back == entry || isSameConstant(entry, back);
    return same && !shared.get(entry) ? mapped(entry) : super.phi(ref);
  }

  private boolean isSameConstant(int a, int b) {
    return in.op(a).is(OpFlag.CONST) && in.op(a) == in.op(b) && in.imm(a) == in.imm(b);
  }
}
