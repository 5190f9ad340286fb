package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import java.util.ArrayDeque;
import java.util.BitSet;

/**
 * Removes what neither an effect nor an exit needs, PHIs that only keep themselves alive included.
 */
final class DeadCode extends Rewriter {
  private final BitSet live = new BitSet();
  private final ArrayDeque<Integer> work = new ArrayDeque<>();

  DeadCode(TraceIr in) {
    super(in);
    for (int ref = 0; ref < in.size(); ref++) {
      IrOp op = in.op(ref);
      if (op != IrOp.PHI && !op.isRemovable()) {
        mark(ref);
      }
    }
    while (!work.isEmpty()) {
      needs(work.removeLast());
    }
  }

  private void mark(int ref) {
    if (!live.get(ref)) {
      live.set(ref);
      work.add(ref);
    }
  }

  private void needs(int ref) {
    IrOp op = in.op(ref);
    for (int i = 0; i < op.arity(); i++) {
      mark(in.operand(ref, i));
    }
    if (op.exits()) {
      for (int value : in.snapshot(ref).liveValues()) {
        mark(value);
      }
    }
  }

  @Override
  boolean keepsConstant(int ref) {
    return live.get(ref);
  }

  @Override
  int rewrite(int ref, IrOp op) {
    return live.get(ref) ? copy(ref) : DROPPED;
  }

  @Override
  int phi(int ref) {
    return live.get(ref) ? super.phi(ref) : DROPPED;
  }
}
