package dev.taipan.stdlib.report;

import dev.taipan.vm.gc.Liveness;
import dev.taipan.vm.gc.WeakHolder;
import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How much memory a program uses since it asked to be told. What a collection found alive and what
 * was taken since counts as used, so the peak lies right before collections: it is read there, as a
 * weak holder of the heap, and at every question.
 */
public final class MemoryTracing implements WeakHolder {
  /** A running trace: the limit that the program gave, and what was used when it began. */
  private record Run(int frames, long before) {}

  private final AtomicReference<Run> run = new AtomicReference<>();
  private final AtomicLong peak = new AtomicLong();
  private volatile Heap heap;

  /** Begins a trace unless one runs. */
  void start(ThreadState ts, int frames) {
    heap = ts.runtime().heap();
    if (run.compareAndSet(null, new Run(frames, used()))) {
      peak.set(0);
      heap.addWeakHolder(this);
    }
  }

  void stop() {
    if (run.getAndSet(null) != null) {
      heap.removeWeakHolder(this);
    }
  }

  boolean isRunning() {
    return run.get() != null;
  }

  /** The limit of the last trace's frames. */
  int frames() {
    Run now = run.get();
    return now == null ? 1 : now.frames();
  }

  private long used() {
    return heap.liveBytes() + heap.allocatedSinceCollection();
  }

  /** Bytes used since the start; 0 without a trace. */
  long current() {
    Run now = run.get();
    if (now == null) {
      return 0;
    }
    long bytes = Math.max(0, used() - now.before());
    peak.accumulateAndGet(bytes, Math::max);
    return bytes;
  }

  /** The most that was used since the start or the last reset. */
  long peak() {
    return isRunning() ? peak.get() : 0;
  }

  void resetPeak() {
    peak.set(0);
    current();
  }

  @Override
  public void clearDead(Liveness liveness) {
    current();
  }
}
