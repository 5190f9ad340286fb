package dev.taipan.vm.layout;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A class: what guards and constructors read without going to the Java object.
 *
 * <pre>
 *   +0   header
 *   +8   type version (32): 0 none handed out
 *   +16  host index of the Java type (64)
 *   +24  shape id of a new instance (32)
 *   +28  (unused)
 * </pre>
 */
public final class ClassLayout {
  public static final int VERSION = 8;
  public static final int HOST = 16;
  public static final int INSTANCE_SHAPE = 24;
  public static final int SPARE = 28;
  public static final int SIZE = 32;

  private ClassLayout() {}

  public static long create(ThreadState ts, int shapeId, int attributeWords) {
    long cell = Cells.create(ts, shapeId, SIZE, attributeWords);
    Memory.putLong(cell + VERSION, 0);
    Memory.putLong(cell + HOST, 0);
    Memory.putInt(cell + INSTANCE_SHAPE, 0);
    Memory.putInt(cell + SPARE, 0);
    Memory.storeStoreFence();
    return cell;
  }

  public static long host(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.CLASS) + HOST);
  }

  public static int instanceShape(long cell) {
    return Memory.getIntAcquire(Cells.check(cell, Kind.CLASS) + INSTANCE_SHAPE);
  }

  /** Stores the index that {@code heap.hosts.add(ts, type, cell)} gave, before the cell escapes. */
  public static void setHost(long cell, long index) {
    Memory.putLong(cell + HOST, index);
  }

  public static int version(long cell) {
    return Memory.getIntAcquire(Cells.check(cell, Kind.CLASS) + VERSION);
  }

  /** Under the type lock or in a stop. */
  public static void setVersion(long cell, int version) {
    Memory.putIntRelease(cell + VERSION, version);
  }
}
