package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A range, immutable; the words are ints of any size.
 *
 * <pre>
 *   +0   header
 *   +8   (unused)
 *   +16  start
 *   +24  stop
 *   +32  step
 *   +40  length
 * </pre>
 */
public final class RangeLayout {
  public static final int START = 16;
  public static final int STOP = 24;
  public static final int STEP = 32;
  public static final int LENGTH = 40;
  public static final int SIZE = 48;

  private RangeLayout() {}

  public static long create(ThreadState ts, long start, long stop, long step, long length) {
    long cell = Heap.allocate(ts, Kind.RANGE.id, SIZE);
    Memory.putLong(cell + START, start);
    Memory.putLong(cell + STOP, stop);
    Memory.putLong(cell + STEP, step);
    Memory.putLong(cell + LENGTH, length);
    Memory.storeStoreFence();
    return cell;
  }

  public static long start(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.RANGE) + START);
  }

  public static long stop(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.RANGE) + STOP);
  }

  public static long step(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.RANGE) + STEP);
  }

  public static long length(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.RANGE) + LENGTH);
  }
}
