package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A function written in Java, immutable: the Java object behind the host index is its binder, the
 * method index says which of the binder's functions it is.
 *
 * <pre>
 *   +0   header
 *   +8   method index (64)
 *   +16  host index (64)
 *   +24  self word or EMPTY
 *   +32  module word or EMPTY
 * </pre>
 */
public final class BuiltinLayout {
  public static final int METHOD_INDEX = 8;
  public static final int HOST = 16;
  public static final int SELF = 24;
  public static final int MODULE = 32;
  public static final int SIZE = 40;

  private BuiltinLayout() {}

  public static long create(ThreadState ts, long methodIndex, long self, long module) {
    long cell = Heap.allocate(ts, Kind.BUILTIN.id, SIZE);
    Memory.putLong(cell + METHOD_INDEX, methodIndex);
    Memory.putLong(cell + HOST, 0);
    Memory.putLong(cell + SELF, self);
    Memory.putLong(cell + MODULE, module);
    Memory.storeStoreFence();
    return cell;
  }

  public static long methodIndex(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.BUILTIN) + METHOD_INDEX);
  }

  public static long host(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.BUILTIN) + HOST);
  }

  public static long self(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.BUILTIN) + SELF);
  }

  public static long module(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.BUILTIN) + MODULE);
  }

  /**
   * Stores the index that {@code heap.hosts.add(ts, binder, cell)} gave, before the cell escapes.
   */
  public static void setHost(long cell, long index) {
    Memory.putLong(cell + HOST, index);
  }
}
