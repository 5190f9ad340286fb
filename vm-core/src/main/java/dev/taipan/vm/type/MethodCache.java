package dev.taipan.vm.type;

import dev.taipan.vm.memory.Memory;

/**
 * A class's cache of looked-up names: an open-addressed table of (interned name, word). {@link
 * #ABSENT} records that a name leads to nothing.
 *
 * <p>Names are only added, under the type lock: the word is written before its name, so a reader
 * that finds the name finds the word, or one that has overwritten it. A full table is replaced by a
 * larger one, and a change of the class replaces the whole cache.
 */
final class MethodCache {
  /** Has no room, so that it is replaced before a name is added. */
  static final MethodCache EMPTY = new MethodCache(new long[2], 0);

  /** Recorded for a name that no class along the order has; no word has this value. */
  static final long ABSENT = 1L;

  /**
   * Past this many names the table starts again: it caches what is hot, not everything ever asked.
   */
  private static final int LIMIT = 512;

  private final long[] table;

  /** Under the type lock. */
  private int used;

  private MethodCache(long[] table, int used) {
    this.table = table;
    this.used = used;
  }

  /** An empty cache that differs from every other one, so that a late writer notices the change. */
  static MethodCache fresh() {
    return new MethodCache(new long[8], 0);
  }

  /** The word, {@link #ABSENT}, or 0 if the name has not been looked up. */
  long get(long name) {
    int mask = table.length / 2 - 1;
    int i = (int) (name >>> 4) & mask;
    while (table[2 * i] != 0L) {
      if (table[2 * i] == name) {
        Memory.loadFence();
        return table[2 * i + 1];
      }
      i = (i + 1) & mask;
    }
    return 0L;
  }

  /** Another word for a name; false if the name is not here. Under the type lock. */
  boolean overwrite(long name, long value) {
    int mask = table.length / 2 - 1;
    int i = (int) (name >>> 4) & mask;
    while (table[2 * i] != name) {
      if (table[2 * i] == 0L) {
        return false;
      }
      i = (i + 1) & mask;
    }
    Memory.storeStoreFence();
    table[2 * i + 1] = value;
    return true;
  }

  /** This cache, or a larger one, with a name added. Under the type lock. */
  MethodCache with(long name, long value) {
    if (used >= LIMIT) {
      return fresh().with(name, value);
    }
    if ((used + 1) * 4 <= table.length) {
      insert(table, name, value);
      used++;
      return this;
    }
    long[] copy = new long[Math.max(8, table.length * 2)];
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0L) {
        insert(copy, table[i], table[i + 1]);
      }
    }
    insert(copy, name, value);
    return new MethodCache(copy, used + 1);
  }

  private static void insert(long[] table, long name, long value) {
    int mask = table.length / 2 - 1;
    int i = (int) (name >>> 4) & mask;
    while (table[2 * i] != 0L && table[2 * i] != name) {
      i = (i + 1) & mask;
    }
    table[2 * i + 1] = value;
    Memory.storeStoreFence();
    table[2 * i] = name;
  }
}
