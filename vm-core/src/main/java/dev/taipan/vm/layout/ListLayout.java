package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * A list. Writers hold the object lock; readers take none: they load the length, then the items
 * (acquire), and check the index against the capacity of the array that they really loaded. A slot
 * at or above the length is EMPTY, so that a reader that races sees an old value, a new one or
 * EMPTY (and then takes the slow path), never garbage.
 *
 * <pre>
 *   +0   header
 *   +8   (unused)
 *   +16  length (64)
 *   +24  items: owned block {+0 capacity, +8 words}
 * </pre>
 */
public final class ListLayout {
  public static final int LENGTH = 16;
  public static final int ITEMS = 24;
  public static final int SIZE = 32;

  /** In the item block. */
  public static final int CAPACITY = 0;

  public static final int WORDS = 8;

  private ListLayout() {}

  /** An empty list with room for {@code capacity} items. */
  public static long create(ThreadState ts, int capacity) {
    return create(ts, Kind.LIST.id, capacity, 0);
  }

  public static long create(ThreadState ts, int shapeId, int capacity, int attributeWords) {
    long items = capacity == 0 ? ts.heap.emptyItems() : createItems(ts, capacity);
    long cell = Cells.create(ts, shapeId, SIZE, attributeWords);
    Memory.putLong(cell + Cells.SECOND, 0);
    Memory.putLong(cell + LENGTH, 0);
    Memory.putLong(cell + ITEMS, items);
    Memory.storeStoreFence();
    return cell;
  }

  /** A list with a copy of {@code length} words at {@code words}. */
  public static long copyOf(ThreadState ts, long words, int length) {
    long cell = create(ts, length);
    long items = items(cell);
    for (long i = 0, bytes = (long) length << 3; i < bytes; i += 8) {
      Memory.putLong(items + WORDS + i, Memory.getLongOpaque(words + i));
    }
    Memory.putLong(cell + LENGTH, length);
    Memory.storeStoreFence();
    return cell;
  }

  /** An item array of EMPTY words. */
  public static long createItems(ThreadState ts, long capacity) {
    return createItems(ts, capacity, 0);
  }

  /** An item array of EMPTY words, but for the first {@code used}, which the caller fills. */
  public static long createItems(ThreadState ts, long capacity, long used) {
    long items = Heap.allocateBlock(ts, WORDS + (capacity << 3));
    Memory.putLong(items + CAPACITY, capacity);
    Memory.fillWords(items + WORDS + (used << 3), capacity - used, Word.EMPTY);
    return items;
  }

  public static int length(long cell) {
    return (int) Memory.getLongAcquire(Cells.check(cell, Kind.LIST) + LENGTH);
  }

  /** Under the object lock. */
  public static void setLength(long cell, long length) {
    Memory.putLongRelease(cell + LENGTH, length);
  }

  public static long items(long cell) {
    return Memory.getLongAcquire(cell + ITEMS);
  }

  /** Under the object lock; retire the old array. */
  public static void setItems(long cell, long items) {
    Memory.putLongRelease(cell + ITEMS, items);
  }

  public static long capacity(long items) {
    return Memory.getLong(items + CAPACITY);
  }

  /** Address of a slot of an item array. */
  public static long slot(long items, long index) {
    return items + WORDS + (index << 3);
  }
}
