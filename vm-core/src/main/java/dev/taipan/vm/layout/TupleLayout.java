package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * A tuple, immutable once it has escaped.
 *
 * <pre>
 *   +0   header
 *   +8   length (64)
 *   +16  item 0, item 1, ...
 * </pre>
 */
public final class TupleLayout {
  public static final int LENGTH = 8;
  public static final int ITEMS = 16;

  private TupleLayout() {}

  /**
   * A tuple of EMPTY items, to be filled (then {@link Memory#storeStoreFence}) before it escapes.
   */
  public static long create(ThreadState ts, int length) {
    return create(ts, Kind.TUPLE.id, length, 0);
  }

  public static long create(ThreadState ts, int shapeId, int length, int attributeWords) {
    long cell = Cells.create(ts, shapeId, ITEMS + ((long) length << 3), attributeWords);
    Memory.putLong(cell + LENGTH, length);
    Memory.fillWords(cell + ITEMS, length, Word.EMPTY);
    return cell;
  }

  /** A tuple with a copy of {@code length} words at {@code words}. */
  public static long copyOf(ThreadState ts, long words, int length) {
    long cell = Cells.create(ts, Kind.TUPLE.id, ITEMS + ((long) length << 3), 0);
    Memory.putLong(cell + LENGTH, length);
    for (long i = 0, bytes = (long) length << 3; i < bytes; i += 8) {
      Memory.putLong(cell + ITEMS + i, Memory.getLongOpaque(words + i));
    }
    Memory.storeStoreFence();
    return cell;
  }

  public static long of(ThreadState ts, long first, long second) {
    long cell = Heap.allocate(ts, Kind.TUPLE.id, ITEMS + 16);
    Memory.putLong(cell + LENGTH, 2);
    Memory.putLong(cell + ITEMS, first);
    Memory.putLong(cell + ITEMS + 8, second);
    Memory.storeStoreFence();
    return cell;
  }

  public static long of(ThreadState ts, long... items) {
    long cell = create(ts, items.length);
    for (int i = 0; i < items.length; i++) {
      set(cell, i, items[i]);
    }
    Memory.storeStoreFence();
    return cell;
  }

  public static int length(long cell) {
    return (int) Memory.getLong(Cells.check(cell, Kind.TUPLE) + LENGTH);
  }

  public static long get(long cell, int index) {
    assert index >= 0 && index < length(cell) : index;
    return Memory.getLong(cell + ITEMS + ((long) index << 3));
  }

  /** Only before the tuple escapes. */
  public static void set(long cell, int index, long word) {
    assert index >= 0 && index < length(cell) : index;
    assert Word.isWellFormed(word) : Word.describe(word);
    Memory.putLong(cell + ITEMS + ((long) index << 3), word);
  }

  /** Address of the first item. */
  public static long items(long cell) {
    return cell + ITEMS;
  }
}
