package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A closure cell: one shared slot; EMPTY while unbound.
 *
 * <pre>
 *   +0   header
 *   +8   (unused)
 *   +16  content
 * </pre>
 */
public final class CellLayout {
  public static final int CONTENT = 16;
  public static final int SIZE = 24;

  private CellLayout() {}

  public static long create(ThreadState ts, long content) {
    long cell = Heap.allocate(ts, Kind.CELL.id, SIZE);
    Memory.putLong(cell + CONTENT, content);
    Memory.storeStoreFence();
    return cell;
  }

  public static long content(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.CELL) + CONTENT);
  }

  public static void setContent(long cell, long content) {
    Memory.putLongRelease(Cells.check(cell, Kind.CELL) + CONTENT, content);
  }
}
