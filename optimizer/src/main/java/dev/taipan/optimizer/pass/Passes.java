package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.Verifier;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.TraceAbort;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The one ordered list of passes. What comes before PEEL makes the copy that PEEL doubles small;
 * what follows runs twice, because a PHI that turns out to be an invariant makes more guards
 * repetitions of those before the loop.
 */
public final class Passes {
  /** The order. */
  public static final List<Pass> ORDER =
      List.of(
          Pass.FOLD,
          Pass.FACTS,
          Pass.CSE,
          Pass.LOADS,
          Pass.DEAD,
          Pass.PEEL,
          Pass.FOLD,
          Pass.FACTS,
          Pass.CSE,
          Pass.LOADS,
          Pass.PHIS,
          Pass.FOLD,
          Pass.FACTS,
          Pass.CSE,
          Pass.LOADS,
          Pass.PHIS,
          Pass.RANGES,
          Pass.FOLD,
          Pass.FUSE,
          Pass.DEAD);

  /** All of them. */
  public static final Set<Pass> ALL = EnumSet.allOf(Pass.class);

  private final Set<Pass> enabled;
  private final boolean checks;

  /**
   * A pipeline.
   *
   * @param enabled the passes that run, wherever the order has them
   * @param checks whether the verifier runs after each one, not only at the end
   */
  public Passes(Set<Pass> enabled, boolean checks) {
    this.enabled = Set.copyOf(enabled);
    this.checks = checks;
  }

  /** The trace that a backend gets. */
  public TraceIr run(TraceIr trace) throws TraceAbort {
    TraceIr ir = trace;
    for (Pass pass : ORDER) {
      if (enabled.contains(pass)) {
        ir = pass.apply(ir);
        if (checks) {
          verify(ir, pass.name());
        }
      }
    }
    ir = Pass.lowered(ir);
    verify(ir, "the end");
    return ir;
  }

  private static void verify(TraceIr ir, String after) throws TraceAbort {
    List<String> faults = Verifier.check(ir);
    if (!faults.isEmpty()) {
      throw new TraceAbort(AbortReason.INVALID_IR, "after " + after + ": " + faults.getFirst());
    }
  }
}
