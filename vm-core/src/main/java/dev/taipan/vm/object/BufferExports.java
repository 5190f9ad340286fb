package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * What views forbid: an object that is exported keeps its size.
 *
 * <p>Nothing is counted by reference, so a view that a program has dropped still counts until a
 * collection. Before a change of size is refused there is therefore a collection. A program that
 * drops views and changes sizes all the time would do little else; once such collections have taken
 * a tenth of its time, changes of size are let through (a view checks every access, so it loses
 * items, never memory).
 */
public final class BufferExports {
  private static final long GRACE = 200_000_000L;
  private static final int SHARE = 10;

  /** Bytearrays by address, with the number of their leases; a lease keeps its cell alive. */
  private final ConcurrentHashMap<Long, Integer> leases = new ConcurrentHashMap<>();

  private final long start = System.nanoTime();

  /** Time of collections that found views which the program had dropped without releasing them. */
  private final AtomicLong wasted = new AtomicLong();

  /** Views that a collection ended. */
  private final AtomicLong dropped = new AtomicLong();

  /** Made with the runtime. */
  public BufferExports() {}

  void add(long cell) {
    leases.merge(cell, 1, Integer::sum);
  }

  /** Also in a stop: neither polls nor touches cells. */
  void remove(long cell) {
    leases.computeIfPresent(cell, (key, count) -> count == 1 ? null : count - 1);
  }

  /** A view was collected that had not been released; in a stop. */
  void noteDropped() {
    dropped.incrementAndGet();
  }

  boolean holds(long cell) {
    return leases.containsKey(cell);
  }

  /**
   * For a change of size that was found forbidden: BufferError if views are alive, false if the
   * change is to be let through, true if it is to be tried again. May poll.
   */
  public boolean settle(ThreadState ts, String refusal, BooleanSupplier held) {
    long begin = System.nanoTime();
    long spent = wasted.get();
    if (spent > GRACE && spent > (begin - start) / SHARE) {
      return false;
    }
    if (!held.getAsBoolean()) {
      return true; // released by another thread meanwhile
    }
    long before = dropped.get();
    ts.heap.collector.collect(ts);
    if (held.getAsBoolean()) {
      throw Errors.raise(ts, Exc.BufferError, "%s", refusal);
    }
    if (dropped.get() != before) {
      wasted.addAndGet(System.nanoTime() - begin);
    }
    return true;
  }
}
