package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * A set or frozenset: open addressing over {key, hash} entries. Writers hold the object lock (a
 * frozenset never changes once escaped). A removed entry is DELETED, and may serve another key;
 * then the generation is raised.
 *
 * <pre>
 *   +0   header
 *   +8   used (64)
 *   +16  table: owned block {+0 mask (64), +8 fill: used and deleted (64), +16 {+0 key, +8 hash}...}
 *   +24  hash of a frozenset (64), 0 = not computed
 *   +32  generation (64): raised when the table is replaced and when an entry is used again
 *   +40  finger (64): behind the entry that was popped last
 * </pre>
 */
public final class SetLayout {
  public static final int USED = 8;
  public static final int TABLE = 16;
  public static final int HASH = 24;
  public static final int GENERATION = 32;
  public static final int FINGER = 40;
  public static final int SIZE = 48;

  public static final int MASK = 0;
  public static final int FILL = 8;
  public static final int ENTRIES = 16;
  public static final int ENTRY = 16;
  public static final int ENTRY_KEY = 0;
  public static final int ENTRY_HASH = 8;

  /** In the place of a removed key: neither a value nor EMPTY, which ends a search. */
  public static final long DELETED = 8;

  public static final int MIN_TABLE = 8;

  private SetLayout() {}

  /** An empty set with a table of the least size. */
  public static long create(ThreadState ts, int shapeId, int attributeWords) {
    return create(ts, shapeId, attributeWords, createTable(ts, MIN_TABLE), 0);
  }

  /** A set with a table that was made for it. */
  public static long create(
      ThreadState ts, int shapeId, int attributeWords, long table, long used) {
    long cell = Cells.create(ts, shapeId, SIZE, attributeWords);
    Memory.putLong(cell + USED, used);
    Memory.putLong(cell + TABLE, table);
    Memory.putLong(cell + HASH, 0);
    Memory.putLong(cell + GENERATION, 0);
    Memory.putLong(cell + FINGER, 0);
    Memory.storeStoreFence();
    return cell;
  }

  /** A table of EMPTY entries; {@code size} is a power of two. */
  public static long createTable(ThreadState ts, long size) {
    long table = Heap.allocateBlock(ts, ENTRIES + size * ENTRY);
    Memory.putLong(table + MASK, size - 1);
    Memory.putLong(table + FILL, 0);
    Memory.fillWords(table + ENTRIES, size * ENTRY >>> 3, Word.EMPTY);
    Memory.storeStoreFence();
    return table;
  }

  public static int used(long cell) {
    assert Heap.isLiveCell(cell, Kind.SET) || Heap.isLiveCell(cell, Kind.FROZENSET);
    return (int) Memory.getLongOpaque(cell + USED);
  }

  /** Under the object lock. */
  public static void setUsed(long cell, long used) {
    Memory.putLongOpaque(cell + USED, used);
  }

  public static long table(long cell) {
    return Memory.getLongAcquire(cell + TABLE);
  }

  /** Under the object lock; retire the old table. */
  public static void setTable(long cell, long table) {
    Memory.putLongRelease(cell + TABLE, table);
    raiseGeneration(cell);
  }

  /** Under the object lock. */
  public static void raiseGeneration(long cell) {
    Memory.putLongRelease(cell + GENERATION, Memory.getLong(cell + GENERATION) + 1);
  }

  public static long generation(long cell) {
    return Memory.getLongAcquire(cell + GENERATION);
  }

  public static long finger(long cell) {
    return Memory.getLong(cell + FINGER);
  }

  /** Under the object lock. */
  public static void setFinger(long cell, long finger) {
    Memory.putLong(cell + FINGER, finger);
  }

  public static long mask(long table) {
    return Memory.getLong(table + MASK);
  }

  /** Used and removed entries; under the object lock. */
  public static long fill(long table) {
    return Memory.getLong(table + FILL);
  }

  public static long entry(long table, long index) {
    assert index >= 0 && index <= mask(table) : index;
    return table + ENTRIES + index * ENTRY;
  }

  /** EMPTY, {@link #DELETED} or a key. */
  public static long key(long entry) {
    return Memory.getLongAcquire(entry + ENTRY_KEY);
  }

  public static long hash(long entry) {
    return Memory.getLong(entry + ENTRY_HASH);
  }

  public static long cachedHash(long cell) {
    return Memory.getLongOpaque(cell + HASH);
  }

  public static void setCachedHash(long cell, long hash) {
    Memory.putLongOpaque(cell + HASH, hash);
  }
}
