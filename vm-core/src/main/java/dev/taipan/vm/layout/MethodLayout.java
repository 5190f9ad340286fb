package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A bound method, immutable.
 *
 * <pre>
 *   +0   header
 *   +8   (unused)
 *   +16  function (any callable)
 *   +24  self
 * </pre>
 */
public final class MethodLayout {
  public static final int FUNCTION = 16;
  public static final int SELF = 24;
  public static final int SIZE = 32;

  private MethodLayout() {}

  public static long create(ThreadState ts, long function, long self) {
    long cell = Heap.allocate(ts, Kind.METHOD.id, SIZE);
    Memory.putLong(cell + FUNCTION, function);
    Memory.putLong(cell + SELF, self);
    Memory.storeStoreFence();
    return cell;
  }

  public static long function(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.METHOD) + FUNCTION);
  }

  public static long self(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.METHOD) + SELF);
  }
}
