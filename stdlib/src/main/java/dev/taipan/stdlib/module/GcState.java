package dev.taipan.stdlib.module;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What a program told the module {@code gc}, and what was counted for it. There are no generations:
 * thresholds are remembered only, and a collection is counted for the generation that was asked
 * for.
 */
public final class GcState {
  private static final int GENERATIONS = 3;

  volatile boolean disabled;
  volatile int debug;
  final AtomicLong frozen = new AtomicLong();
  final int[] thresholds = {700, 10, 10};
  final AtomicLongArray collections = new AtomicLongArray(GENERATIONS);
  final AtomicLongArray collected = new AtomicLongArray(GENERATIONS);

  /** Made with the library. */
  public GcState() {}
}
