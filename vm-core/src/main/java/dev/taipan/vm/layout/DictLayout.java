package dev.taipan.vm.layout;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A dict. Writers hold the object lock; readers load the keys pointer once (acquire) and work on
 * what they loaded.
 *
 * <pre>
 *   +0   header
 *   +8   used (64): number of live entries
 *   +16  keys: owned block, see {@link KeysLayout}
 *   +24  generation (64): raised whenever the keys pointer is replaced, so that a pointer that is
 *        seen again after a poll can be told from the block that was there before
 * </pre>
 */
public final class DictLayout {
  public static final int USED = 8;
  public static final int KEYS = 16;
  public static final int GENERATION = 24;
  public static final int SIZE = 32;

  private DictLayout() {}

  /** An empty dict that shares the heap's empty keys. */
  public static long create(ThreadState ts) {
    return create(ts, Kind.DICT.id, 0);
  }

  public static long create(ThreadState ts, int shapeId, int attributeWords) {
    long cell = Cells.create(ts, shapeId, SIZE, attributeWords);
    Memory.putLong(cell + USED, 0);
    Memory.putLong(cell + KEYS, ts.heap.emptyKeys());
    Memory.putLong(cell + GENERATION, 0);
    Memory.storeStoreFence();
    return cell;
  }

  /** The number of items. */
  public static int used(long cell) {
    return (int) Memory.getLongOpaque(Cells.check(cell, Kind.DICT) + USED);
  }

  /** Under the object lock. */
  public static void setUsed(long cell, long used) {
    Memory.putLongOpaque(cell + USED, used);
  }

  public static long keys(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.DICT) + KEYS);
  }

  /** Under the object lock; retire the old keys. */
  public static void setKeys(long cell, long keys) {
    Memory.putLongRelease(cell + KEYS, keys);
    Memory.putLongRelease(cell + GENERATION, Memory.getLong(cell + GENERATION) + 1);
  }

  public static long generation(long cell) {
    return Memory.getLongAcquire(cell + GENERATION);
  }
}
