package dev.taipan.vm.container;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Tables of sets without their cells: where a key goes, and how a table is made of another. Both
 * follow CPython, so that sets iterate in the same order. Who calls this writes the table alone.
 */
final class SetTables {
  static final int LINEAR_PROBES = 9;
  static final int PERTURB_SHIFT = 5;

  /** A table with more keys grows by less. */
  private static final int LARGE = 50_000;

  private SetTables() {}

  static boolean isUsed(long key) {
    return key != Word.EMPTY && key != SetLayout.DELETED;
  }

  /** The number of the next used entry at or after {@code from}, -1 at the end. */
  static long nextEntry(long table, long from) {
    long mask = SetLayout.mask(table);
    for (long i = from; i <= mask; i++) {
      if (isUsed(SetLayout.key(SetLayout.entry(table, i)))) {
        return i;
      }
    }
    return -1;
  }

  // ---- sizes

  /** The least size of a table that is above a number. */
  static long sizeAbove(long number) {
    long size = SetLayout.MIN_TABLE;
    while (size <= number) {
      size <<= 1;
    }
    return size;
  }

  /** The size of a table that is made because the old one is too full, or full of holes. */
  static long sizeFor(long used) {
    return sizeAbove(used > LARGE ? used * 2 : used * 4);
  }

  /** Whether a table with so many entries, removed ones included, is too full. */
  static boolean isCrowded(long table, long fill) {
    return fill * 5 >= SetLayout.mask(table) * 3;
  }

  // ---- tables of others

  /** A table of a size with another's keys: the same entries if both have one size and no holes. */
  static long of(ThreadState ts, long table, long used, long size) {
    boolean same = SetLayout.mask(table) + 1 == size && SetLayout.fill(table) == used;
    return same ? duplicate(ts, table) : rebuild(ts, table, size);
  }

  /** Gives a table without entries the keys of another, as {@link #of} would. */
  static void fill(long table, long from, long used) {
    if (SetLayout.mask(table) != SetLayout.mask(from) || SetLayout.fill(from) != used) {
      moveAll(from, table);
      return;
    }
    for (long i = nextEntry(from, 0); i >= 0; i = nextEntry(from, i + 1)) {
      long entry = SetLayout.entry(from, i);
      write(SetLayout.entry(table, i), SetLayout.key(entry), SetLayout.hash(entry));
    }
    Memory.putLongRelease(table + SetLayout.FILL, used);
  }

  /** The table of a set that is made as a copy. */
  static long copy(ThreadState ts, long table, long used) {
    boolean small = used * 5 < (SetLayout.MIN_TABLE - 1) * 3;
    return of(ts, table, used, small ? SetLayout.MIN_TABLE : sizeAbove(used * 2));
  }

  static long duplicate(ThreadState ts, long table) {
    long bytes = SetLayout.ENTRIES + (SetLayout.mask(table) + 1) * SetLayout.ENTRY;
    long fresh = Heap.allocateBlock(ts, bytes);
    Memory.copyWords(table, fresh, bytes >>> 3);
    return fresh;
  }

  static long rebuild(ThreadState ts, long table, long size) {
    long fresh = SetLayout.createTable(ts, size);
    moveAll(table, fresh);
    return fresh;
  }

  /** Into a table without entries. */
  static void moveAll(long table, long fresh) {
    long count = 0;
    long last = SetLayout.entry(table, SetLayout.mask(table));
    for (long entry = SetLayout.entry(table, 0); entry <= last; entry += SetLayout.ENTRY) {
      long key = SetLayout.key(entry);
      if (isUsed(key)) {
        long hash = SetLayout.hash(entry);
        write(freeEntry(fresh, hash), key, hash);
        count++;
      }
    }
    Memory.putLongRelease(fresh + SetLayout.FILL, count);
  }

  /** Hash, then key: a reader that sees the key sees its hash. */
  static void write(long entry, long key, long hash) {
    Memory.putLong(entry + SetLayout.ENTRY_HASH, hash);
    Memory.putLongRelease(entry + SetLayout.ENTRY_KEY, key);
  }

  /** The last removed entry before the first free one on a hash's path, 0 if there is none. */
  static long removedEntry(long table, long hash) {
    long mask = SetLayout.mask(table);
    long perturb = hash;
    long position = hash & mask;
    long removed = 0;
    while (true) {
      long last = position + LINEAR_PROBES <= mask ? position + LINEAR_PROBES : position;
      for (long i = position; i <= last; i++) {
        long entry = SetLayout.entry(table, i);
        long key = SetLayout.key(entry);
        if (key == Word.EMPTY) {
          return removed;
        }
        removed = key == SetLayout.DELETED ? entry : removed;
      }
      perturb >>>= PERTURB_SHIFT;
      position = (position * 5 + 1 + perturb) & mask;
    }
  }

  /** The free entry at the end of a hash's path. */
  static long freeEntry(long table, long hash) {
    long mask = SetLayout.mask(table);
    long perturb = hash;
    long position = hash & mask;
    while (true) {
      long last = position + LINEAR_PROBES <= mask ? position + LINEAR_PROBES : position;
      for (long i = position; i <= last; i++) {
        long entry = SetLayout.entry(table, i);
        if (SetLayout.key(entry) == Word.EMPTY) {
          return entry;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      position = (position * 5 + 1 + perturb) & mask;
    }
  }
}
