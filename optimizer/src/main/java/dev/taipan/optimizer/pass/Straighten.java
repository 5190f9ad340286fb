package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.spi.TraceAbort;

/**
 * Ends a loop at a guard in its body that can never pass: the second iteration always takes another
 * way than the first, so the trace is no loop. What is left is straight, runs the first iteration
 * and the second up to the guard, and leaves there as the guard would have.
 */
final class Straighten extends Rewriter {
  private final int guard;

  private Straighten(TraceIr in, int guard) {
    super(in);
    this.guard = guard;
  }

  static TraceIr before(TraceIr in, int guard) throws TraceAbort {
    return new Straighten(in, guard).run();
  }

  @Override
  int rewrite(int ref, IrOp op) {
    if (ref > guard || op == IrOp.LOOP) {
      return DROPPED;
    }
    return ref == guard
        ? add(ref, IrOp.EXIT, TraceIr.NONE, TraceIr.NONE, TraceIr.NONE, 0)
        : copy(ref);
  }

  @Override
  boolean keepsConstant(int ref) {
    return ref < guard;
  }

  /** There is one way in only. */
  @Override
  int phi(int ref) {
    return mapped(in.operand(ref, 0));
  }
}
