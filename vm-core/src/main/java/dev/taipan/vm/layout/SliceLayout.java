package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A slice, immutable.
 *
 * <pre>
 *   +0   header
 *   +8   (unused)
 *   +16  start
 *   +24  stop
 *   +32  step
 * </pre>
 */
public final class SliceLayout {
  public static final int START = 16;
  public static final int STOP = 24;
  public static final int STEP = 32;
  public static final int SIZE = 40;

  private SliceLayout() {}

  public static long create(ThreadState ts, long start, long stop, long step) {
    long cell = Heap.allocate(ts, Kind.SLICE.id, SIZE);
    Memory.putLong(cell + START, start);
    Memory.putLong(cell + STOP, stop);
    Memory.putLong(cell + STEP, step);
    Memory.storeStoreFence();
    return cell;
  }

  public static long start(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.SLICE) + START);
  }

  public static long stop(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.SLICE) + STOP);
  }

  public static long step(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.SLICE) + STEP);
  }
}
