package dev.taipan.optimizer.ir;

/** The ordering of one load or store; which ones a place needs is in docs/memory-model.md. */
public enum MemoryOrder {
  PLAIN,
  /**
   * A plain load from a place that is written before publication or in a stop only: while a trace
   * runs it cannot change, so the load is pure and may leave the loop.
   */
  STABLE,
  /** A load that is done once, whole, and not invented: shared slots. */
  OPAQUE,
  /** A load whose value is followed: what was written before its publication is seen. */
  ACQUIRE,
  /** A store that publishes: everything before it is seen by who sees it. */
  RELEASE
}
