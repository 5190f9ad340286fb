package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * The keys of a dict: an index table and entries in insertion order. An entry is written value,
 * key, then index (release); a deleted entry's value and key become EMPTY. An entry that held a key
 * never holds another: entries are only appended, and a full block is replaced by a new one.
 *
 * <p>In the *simple* form every key is an exact str or a small int, whose hash is at hand without
 * storing it; other keys make the keys *general*.
 *
 * <pre>
 *   +0   version (32): 0 = none handed out; reset to 0 when a key comes or goes
 *   +4   log2 of the index table's size (8)
 *   +5   form (8): 0 simple, 1 general
 *   +6   log2 of the bytes of one index (8): 0, 1 or 2
 *   +7   watched (8): 1 if some trace may hold a value of the dict as a constant
 *   +8   capacity in entries (32)
 *   +12  entries used, deleted ones included (32)
 *   +16  index table: entry number, -1 free, -2 deleted
 *   ...  entries: simple {+0 key, +8 value}, general {+0 key, +8 value, +16 hash}
 * </pre>
 */
public final class KeysLayout {
  public static final int VERSION = 0;
  public static final int LOG2_SIZE = 4;
  public static final int FORM = 5;
  public static final int LOG2_WIDTH = 6;
  public static final int WATCHED = 7;
  public static final int CAPACITY = 8;
  public static final int ENTRIES = 12;
  public static final int INDEX = 16;

  public static final int FORM_SIMPLE = 0;
  public static final int FORM_GENERAL = 1;

  public static final int ENTRY_KEY = 0;
  public static final int ENTRY_VALUE = 8;
  public static final int ENTRY_HASH = 16;
  public static final int SIMPLE_ENTRY = 16;
  public static final int GENERAL_ENTRY = 24;

  public static final int INDEX_FREE = -1;
  public static final int INDEX_DELETED = -2;

  public static final int MIN_LOG2_SIZE = 3;
  public static final int MAX_LOG2_SIZE = 30;

  private KeysLayout() {}

  /** Entries that an index table of this size may have: two thirds. */
  public static int capacityFor(int log2Size) {
    return (int) ((2L << log2Size) / 3);
  }

  /** The smallest index table for a number of entries. */
  public static int log2SizeFor(int entries) {
    int log2 = MIN_LOG2_SIZE;
    while (capacityFor(log2) < entries) {
      log2++;
    }
    return log2;
  }

  public static int entryBytes(int form) {
    return form == FORM_SIMPLE ? SIMPLE_ENTRY : GENERAL_ENTRY;
  }

  /** Empty keys; all entries EMPTY, since readers may look at one before it is written. */
  public static long create(ThreadState ts, int log2Size, int form) {
    int capacity = capacityFor(log2Size);
    long entries = INDEX + indexBytes(log2Size);
    long block = Heap.allocateBlock(ts, entries + (long) capacity * entryBytes(form));
    initialise(block, log2Size, form, capacity);
    return block;
  }

  /** Writes the head and the tables of a new block. */
  public static void initialise(long block, int log2Size, int form, int capacity) {
    Memory.putInt(block + VERSION, 0);
    Memory.putByte(block + LOG2_SIZE, (byte) log2Size);
    Memory.putByte(block + FORM, (byte) form);
    Memory.putByte(block + LOG2_WIDTH, (byte) log2Width(log2Size));
    Memory.putByte(block + LOG2_WIDTH + 1, (byte) 0);
    Memory.putInt(block + CAPACITY, capacity);
    Memory.putInt(block + ENTRIES, 0);
    long entries = block + INDEX + indexBytes(log2Size);
    Memory.fillWords(block + INDEX, indexBytes(log2Size) >>> 3, INDEX_FREE);
    Memory.fillWords(entries, (long) capacity * entryBytes(form) >>> 3, Word.EMPTY);
    Memory.storeStoreFence();
  }

  public static int log2Width(int log2Size) {
    return log2Size <= 7 ? 0 : log2Size <= 15 ? 1 : 2;
  }

  /** Bytes of an index table, a multiple of 8. */
  public static long indexBytes(int log2Size) {
    return Math.max(8, 1L << (log2Size + log2Width(log2Size)));
  }

  /** The version, 0 if none is handed out. */
  public static int version(long keys) {
    return Memory.getIntAcquire(keys + VERSION);
  }

  public static int log2Size(long keys) {
    return Memory.getByte(keys + LOG2_SIZE);
  }

  public static int form(long keys) {
    return Memory.getByte(keys + FORM);
  }

  /** Whether a write must ask the heap's watcher first; set and read under the dict's lock. */
  public static boolean isWatched(long keys) {
    return Memory.getByte(keys + WATCHED) != 0;
  }

  public static void setWatched(long keys) {
    Memory.putByte(keys + WATCHED, (byte) 1);
  }

  public static int capacity(long keys) {
    return Memory.getInt(keys + CAPACITY);
  }

  /** Entries written so far, deleted ones included; iteration's end. */
  public static int entryCount(long keys) {
    return Memory.getIntAcquire(keys + ENTRIES);
  }

  /** Address of the first entry. */
  public static long entries(long keys) {
    return keys + INDEX + indexBytes(log2Size(keys));
  }

  public static long entry(long keys, int index) {
    assert index >= 0 && index < capacity(keys) : index;
    return entries(keys) + (long) index * entryBytes(form(keys));
  }

  /** An entry's key, EMPTY if it was deleted or is being written. */
  public static long key(long entry) {
    return Memory.getLongAcquire(entry + ENTRY_KEY);
  }

  /** An entry's value, EMPTY if it was deleted. */
  public static long value(long entry) {
    return Memory.getLongAcquire(entry + ENTRY_VALUE);
  }

  /** Only in the general form. */
  public static long hash(long entry) {
    return Memory.getLong(entry + ENTRY_HASH);
  }

  /** The entry number at a position of the index table, or a negative mark. */
  public static int index(long keys, int log2Width, long position) {
    long table = keys + INDEX;
    return switch (log2Width) {
      case 0 -> Memory.getByteAcquire(table + position);
      case 1 -> Memory.getShortAcquire(table + (position << 1));
      default -> Memory.getIntAcquire(table + (position << 2));
    };
  }

  /** Publishes an entry: the last of the stores of an insertion. */
  public static void setIndex(long keys, int log2Width, long position, int value) {
    long table = keys + INDEX;
    switch (log2Width) {
      case 0 -> Memory.putByteRelease(table + position, (byte) value);
      case 1 -> Memory.putShortRelease(table + (position << 1), (short) value);
      default -> Memory.putIntRelease(table + (position << 2), value);
    }
  }
}
