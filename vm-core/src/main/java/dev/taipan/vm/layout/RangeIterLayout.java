package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * An iterator over a range of machine numbers: all three are raw and fit small-int words. Two
 * threads that share one may see a number twice or not at all, never one out of range.
 *
 * <pre>
 *   +0   header
 *   +8   (unused)
 *   +16  next (raw 64)
 *   +24  stop (raw 64)
 *   +32  step (raw 64)
 * </pre>
 */
public final class RangeIterLayout {
  public static final int NEXT = 16;
  public static final int STOP = 24;
  public static final int STEP = 32;
  public static final int SIZE = 40;

  private RangeIterLayout() {}

  public static long create(ThreadState ts, long next, long stop, long step) {
    long cell = Heap.allocate(ts, Kind.RANGE_ITER.id, SIZE);
    Memory.putLong(cell + NEXT, next);
    Memory.putLong(cell + STOP, stop);
    Memory.putLong(cell + STEP, step);
    Memory.storeStoreFence();
    return cell;
  }

  public static long next(long cell) {
    return Memory.getLongOpaque(Cells.check(cell, Kind.RANGE_ITER) + NEXT);
  }

  public static void setNext(long cell, long next) {
    Memory.putLongOpaque(Cells.check(cell, Kind.RANGE_ITER) + NEXT, next);
  }

  public static long stop(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.RANGE_ITER) + STOP);
  }

  public static long step(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.RANGE_ITER) + STEP);
  }
}
