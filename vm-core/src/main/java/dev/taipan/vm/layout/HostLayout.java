package dev.taipan.vm.layout;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A cell whose state is a Java object in the heap's host table.
 *
 * <pre>
 *   +0   header
 *   +8   host index (64)
 * </pre>
 */
public final class HostLayout {
  public static final int INDEX = 8;
  public static final int SIZE = 16;

  private HostLayout() {}

  public static long create(ThreadState ts, int shapeId, int attributeWords) {
    long cell = Cells.create(ts, shapeId, SIZE, attributeWords);
    Memory.putLong(cell + INDEX, 0);
    Memory.storeStoreFence();
    return cell;
  }

  public static long index(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.HOST) + INDEX);
  }

  /** A cell for a Java object; {@code object} lives as long as the cell. */
  public static long create(ThreadState ts, int shapeId, Object object, int attributeWords) {
    long cell = create(ts, shapeId, attributeWords);
    Memory.putLong(cell + INDEX, ts.heap.hosts.add(ts, object, cell));
    Memory.storeStoreFence();
    return cell;
  }

  /** The Java object behind a host cell. */
  public static Object object(ThreadState ts, long cell) {
    return ts.heap.hosts.get(index(cell));
  }
}
