package dev.taipan.vm.thread;

import dev.taipan.vm.memory.Memory;

/**
 * How many loop iterations ran where, counted under {@code -X stats}: a trace counts behind each
 * back-edge that it contains, tier 1 at each back-edge that it runs. Each thread counts in its own
 * thread block; reading another thread's words while it runs gives a number that is a little old.
 *
 * @param inTraces in compiled traces, whatever runs them
 * @param inTier1 in the interpreter, recorded iterations included
 */
public record Iterations(long inTraces, long inTier1) {
  static final Iterations NONE = new Iterations(0, 0);

  /** What one thread has counted. */
  public static Iterations of(ThreadState ts) {
    return new Iterations(
        Memory.getLongOpaque(ts.block + ThreadLayout.TRACE_ITERATIONS),
        Memory.getLongOpaque(ts.block + ThreadLayout.TIER1_ITERATIONS));
  }

  Iterations plus(Iterations other) {
    return new Iterations(inTraces + other.inTraces, inTier1 + other.inTier1);
  }
}
