package dev.taipan.vm.gc;

/** Tells, after marking and before sweeping, which words survive. */
public interface Liveness {
  /** True for everything that is not a dead cell. */
  boolean isLive(long word);
}
