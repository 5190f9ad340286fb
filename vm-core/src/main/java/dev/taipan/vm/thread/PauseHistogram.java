package dev.taipan.vm.thread;

import java.util.concurrent.atomic.AtomicLongArray;

/** Durations in buckets, four to each doubling. Written by one thread at a time, read by any. */
public final class PauseHistogram {
  private static final int STEPS = 4;
  private static final int BUCKETS = 64 * STEPS;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
  private volatile long longest;

  public PauseHistogram() {}

  public void record(long nanos) {
    long duration = Math.max(1, nanos);
    counts.incrementAndGet(bucket(duration));
    longest = Math.max(longest, duration);
  }

  private static int bucket(long nanos) {
    int exponent = 63 - Long.numberOfLeadingZeros(nanos);
    int step = exponent < 2 ? 0 : (int) (nanos >>> (exponent - 2)) & (STEPS - 1);
    return exponent * STEPS + step;
  }

  private static long upperBound(int bucket) {
    int exponent = bucket / STEPS;
    long base = 1L << exponent;
    return base + (base >>> 2) * (bucket % STEPS + 1);
  }

  public long count() {
    long sum = 0;
    for (int i = 0; i < BUCKETS; i++) {
      sum += counts.get(i);
    }
    return sum;
  }

  public long maxNanos() {
    return longest;
  }

  /** An upper bound of the given share (0..1) of durations, 0 if there are none. */
  public long percentileNanos(double share) {
    long wanted = (long) Math.ceil(count() * share);
    long sum = 0;
    for (int i = 0; i < BUCKETS; i++) {
      sum += counts.get(i);
      if (sum >= wanted && sum > 0) {
        return Math.min(upperBound(i), longest);
      }
    }
    return longest;
  }
}
