package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.spi.TraceAbort;

/** The passes, each of which can be switched off by itself. */
public enum Pass {
  /** Constant folding, algebraic rules, guards with a known outcome. */
  FOLD,
  /** What guards that have passed say about later operations. */
  FACTS,
  /** Common subexpressions and repeated guards. */
  CSE,
  /** Loads of what was just loaded or stored, within an iteration. */
  LOADS,
  /** Makes a loop of a trace that ends where it starts. */
  PEEL,
  /** PHIs that carry an invariant. */
  PHIS,
  /** Overflow checks and bounds that ranges make needless. */
  RANGES,
  /** A compare and its guard in one. */
  FUSE,
  /** What nothing needs. */
  DEAD;

  TraceIr apply(TraceIr in) throws TraceAbort {
    return switch (this) {
      case FOLD -> Fold.fold(in);
      case FACTS -> new Facts(in).run();
      case CSE -> new CommonSubexpressions(in).run();
      case LOADS -> new ForwardLoads(in).run();
      case PEEL -> Peel.run(in);
      case PHIS -> new RedundantPhis(in).run();
      case RANGES -> Ranges.run(in);
      case FUSE -> new FuseCompares(in).run();
      case DEAD -> new DeadCode(in).run();
    };
  }

  /** What a backend gets when the trace was not made a loop: CLOSE becomes a plain exit. */
  static TraceIr lowered(TraceIr in) throws TraceAbort {
    if (in.op(in.size() - 1) != IrOp.CLOSE) {
      return in;
    }
    return new Rewriter(in) {
      @Override
      int rewrite(int ref, IrOp op) {
        return op == IrOp.CLOSE
            ? add(ref, IrOp.EXIT, TraceIr.NONE, TraceIr.NONE, TraceIr.NONE, 0)
            : copy(ref);
      }
    }.run();
  }
}
