package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * An iterator over a dict's keys, values or items, forward or backward, or over a set, which stands
 * in the dict's place. The container becomes EMPTY when the end was seen, for good.
 *
 * <pre>
 *   +0   header
 *   +8   mode (32): 0 keys, 1 values, 2 items; bit 2: backward; 8: a set
 *   +12  (unused)
 *   +16  dict or EMPTY
 *   +24  entry number to look at next (raw 64)
 *   +32  used count at the start (raw 64)
 *   +40  items left (raw 64)
 * </pre>
 */
public final class DictIterLayout {
  public static final int MODE = 8;
  public static final int SPARE = 12;
  public static final int DICT = 16;
  public static final int POSITION = 24;
  public static final int USED = 32;
  public static final int LEFT = 40;
  public static final int SIZE = 48;

  private DictIterLayout() {}

  public static long create(
      ThreadState ts, int shapeId, int mode, long dict, long position, long used, long left) {
    long cell = Heap.allocate(ts, shapeId, SIZE);
    Memory.putInt(cell + MODE, mode);
    Memory.putInt(cell + SPARE, 0);
    Memory.putLong(cell + DICT, dict);
    Memory.putLong(cell + POSITION, position);
    Memory.putLong(cell + USED, used);
    Memory.putLong(cell + LEFT, left);
    Memory.storeStoreFence();
    return cell;
  }

  public static int mode(long cell) {
    return Memory.getInt(Cells.check(cell, Kind.DICT_ITER) + MODE);
  }

  public static long dict(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.DICT_ITER) + DICT);
  }

  public static void setDict(long cell, long dict) {
    Memory.putLongRelease(Cells.check(cell, Kind.DICT_ITER) + DICT, dict);
  }

  public static long position(long cell) {
    return Memory.getLongOpaque(Cells.check(cell, Kind.DICT_ITER) + POSITION);
  }

  public static void setPosition(long cell, long position) {
    Memory.putLongOpaque(Cells.check(cell, Kind.DICT_ITER) + POSITION, position);
  }

  public static long used(long cell) {
    return Memory.getLongOpaque(Cells.check(cell, Kind.DICT_ITER) + USED);
  }

  public static void setUsed(long cell, long used) {
    Memory.putLongOpaque(Cells.check(cell, Kind.DICT_ITER) + USED, used);
  }

  public static long left(long cell) {
    return Memory.getLongOpaque(Cells.check(cell, Kind.DICT_ITER) + LEFT);
  }

  public static void setLeft(long cell, long left) {
    Memory.putLongOpaque(Cells.check(cell, Kind.DICT_ITER) + LEFT, left);
  }
}
