package dev.taipan.vm.container;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Operations on sets, each atomic; reading takes no lock, as in {@link Dicts}. Probing, the use of
 * removed entries and growth follow CPython's, so that sets iterate in the same order.
 *
 * <p>Methods may poll unless the key and all keys in the set are simple; they root set and key
 * meanwhile.
 */
public final class Sets {
  /** A key with the same hash can only be compared by Python code. */
  private static final long ASK = -1;

  private static final int LINEAR_PROBES = 9;
  private static final int PERTURB_SHIFT = 5;
  private static final int LARGE = 50_000;

  private Sets() {}

  // ---- reading

  public static boolean contains(ThreadState ts, long set, long key) {
    return contains(ts, set, key, hash(ts, set, key));
  }

  public static boolean contains(ThreadState ts, long set, long key, long hash) {
    long entry = find(ts, SetLayout.table(set), key, hash);
    return (entry == ASK ? search(ts, set, key, hash).entry : entry) != 0;
  }

  /** The number of the next used entry at or after {@code from}, -1 at the end. */
  public static long nextEntry(long table, long from) {
    long mask = SetLayout.mask(table);
    for (long i = from; i <= mask; i++) {
      if (isUsed(SetLayout.key(SetLayout.entry(table, i)))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isUsed(long key) {
    return key != Word.EMPTY && key != SetLayout.DELETED;
  }

  // ---- searching

  /** What a search with Python code saw. */
  private static final class Found {
    final long set;
    long table;
    long generation;
    long fill;
    long entry;
    long stored;

    Found(long set) {
      this.set = set;
    }

    /** 1 equal, 0 not equal, -1 the set changed meanwhile. */
    int compare(ThreadState ts, long candidate, long key, long wanted) {
      int mark = ts.rootMark();
      ts.root(key);
      boolean same;
      try {
        same = ts.heap.keyEquality().equal(ts, key, wanted);
      } finally {
        ts.rootRelease(mark);
      }
      if (SetLayout.generation(set) != generation
          || SetLayout.table(set) != table
          || SetLayout.key(candidate) != key) {
        return -1;
      }
      return same ? 1 : 0;
    }
  }

  /** The hash of a key. */
  private static long hash(ThreadState ts, long set, long key) {
    if (Keys.isSimple(key)) {
      return Keys.knownHash(ts, key);
    }
    int mark = ts.rootMark();
    try {
      ts.root(set);
      ts.root(key);
      return Keys.hash(ts, key);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static Found search(ThreadState ts, long set, long key, long hash) {
    Found found = new Found(set);
    int mark = ts.rootMark();
    try {
      ts.root(set);
      ts.root(key);
      do {
        found.generation = SetLayout.generation(set);
        found.table = SetLayout.table(set);
        found.fill = Memory.getLongAcquire(found.table + SetLayout.FILL);
        found.entry = probe(ts, found.table, key, hash, found);
      } while (found.entry == ASK);
    } finally {
      ts.rootRelease(mark);
    }
    return found;
  }

  /** The entry of a key as far as that needs no Python code, 0, or ASK. */
  private static long find(ThreadState ts, long table, long key, long hash) {
    return probe(ts, table, key, hash, null);
  }

  /** The entry of a key, 0, or ASK (with {@code found}: start again). */
  private static long probe(ThreadState ts, long table, long key, long hash, Found found) {
    boolean simpleKey = Keys.isSimple(key);
    long mask = SetLayout.mask(table);
    long perturb = hash;
    long position = hash & mask;
    while (true) {
      long last = position + LINEAR_PROBES <= mask ? position + LINEAR_PROBES : position;
      for (long i = position; i <= last; i++) {
        long entry = SetLayout.entry(table, i);
        long stored = SetLayout.key(entry);
        if (stored == Word.EMPTY) {
          return 0;
        }
        if (stored != SetLayout.DELETED) {
          int equal = compare(ts, entry, stored, key, hash, simpleKey, found);
          if (equal != 0) {
            return equal > 0 ? entry : ASK;
          }
        }
      }
      perturb >>>= PERTURB_SHIFT;
      position = (position * 5 + 1 + perturb) & mask;
    }
  }

  private static int compare(
      ThreadState ts,
      long entry,
      long stored,
      long key,
      long hash,
      boolean simpleKey,
      Found found) {
    int equal;
    if (stored == key) {
      equal = 1;
    } else if (SetLayout.hash(entry) != hash) {
      equal = 0;
    } else if (simpleKey && Keys.isSimple(stored)) {
      equal = Keys.equalSimple(stored, key) ? 1 : 0;
    } else {
      equal = found == null ? -1 : found.compare(ts, entry, stored, key);
    }
    if (equal > 0 && found != null) {
      found.stored = stored;
    }
    return equal;
  }

  private static long lockedFind(ThreadState ts, long set, long key, long hash, Found found) {
    long table = SetLayout.table(set);
    long entry = find(ts, table, key, hash);
    if (entry != ASK || found == null || found.table != table) {
      return entry;
    }
    boolean holds =
        found.entry == 0
            ? found.fill == Memory.getLong(table + SetLayout.FILL)
                && found.generation == SetLayout.generation(set)
            : SetLayout.key(found.entry) == found.stored;
    return holds ? found.entry : ASK;
  }

  // ---- writing

  /** Adds a key; false if it was there. */
  public static boolean add(ThreadState ts, long set, long key) {
    return add(ts, set, key, hash(ts, set, key));
  }

  public static boolean add(ThreadState ts, long set, long key, long hash) {
    assert isUsed(key) && Word.isWellFormed(key) : Word.describe(key);
    if (ObjectLock.beginOwn(ts, set)) {
      try {
        long entry = attempt(ts, set, key, hash, null);
        if (entry != ASK) {
          return entry == 0;
        }
      } finally {
        ObjectLock.endOwn(ts, set);
      }
    }
    return addLocked(ts, set, key, hash);
  }

  /** Adds a key where nobody else writes: the entry that it has already, 0 if none, or ASK. */
  private static long attempt(ThreadState ts, long set, long key, long hash, Found found) {
    long entry = lockedFind(ts, set, key, hash, found);
    if (entry == 0) {
      insert(ts, set, key, hash);
    }
    return entry;
  }

  private static boolean addLocked(ThreadState ts, long set, long key, long hash) {
    Found found = null;
    while (true) {
      ObjectLock.beginWrite(ts, set);
      try {
        long entry = attempt(ts, set, key, hash, found);
        if (entry != ASK) {
          return entry == 0;
        }
      } finally {
        ObjectLock.endWrite(ts, set);
      }
      found = search(ts, set, key, hash);
    }
  }

  /** Removes a key; gives the one that was stored, or EMPTY. */
  public static long remove(ThreadState ts, long set, long key) {
    return remove(ts, set, key, hash(ts, set, key));
  }

  public static long remove(ThreadState ts, long set, long key, long hash) {
    Found found = null;
    while (true) {
      ObjectLock.beginWrite(ts, set);
      try {
        long entry = lockedFind(ts, set, key, hash, found);
        if (entry == 0) {
          return Word.EMPTY;
        }
        if (entry != ASK) {
          return delete(set, entry);
        }
      } finally {
        ObjectLock.endWrite(ts, set);
      }
      found = search(ts, set, key, hash);
    }
  }

  /** Takes some key out, the first in order of iteration; EMPTY if there is none. */
  public static long pop(ThreadState ts, long set) {
    ObjectLock.beginWrite(ts, set);
    try {
      long table = SetLayout.table(set);
      long index = nextEntry(table, 0);
      return index < 0 ? Word.EMPTY : delete(set, SetLayout.entry(table, index));
    } finally {
      ObjectLock.endWrite(ts, set);
    }
  }

  public static void clear(ThreadState ts, long set) {
    long table = SetLayout.createTable(ts, SetLayout.MIN_TABLE);
    ObjectLock.beginWrite(ts, set);
    try {
      long old = SetLayout.table(set);
      SetLayout.setUsed(set, 0);
      SetLayout.setTable(set, table);
      ts.heap.retire(ts, old);
    } finally {
      ObjectLock.endWrite(ts, set);
    }
  }

  /** A new set of a shape with the keys of one moment; does not poll. */
  public static long copy(ThreadState ts, long set, int shapeId, int attributeWords) {
    long copy = SetLayout.create(ts, shapeId, attributeWords);
    ObjectLock.beginWrite(ts, set);
    try {
      long table = SetLayout.table(set);
      long used = SetLayout.used(set);
      boolean holes = Memory.getLong(table + SetLayout.FILL) != used;
      SetLayout.setTable(
          copy, holes ? rebuild(ts, table, SetLayout.mask(table) + 1) : duplicate(ts, table));
      SetLayout.setUsed(copy, used);
    } finally {
      ObjectLock.endWrite(ts, set);
    }
    Memory.storeStoreFence();
    return copy;
  }

  private static long duplicate(ThreadState ts, long table) {
    long bytes = SetLayout.ENTRIES + (SetLayout.mask(table) + 1) * SetLayout.ENTRY;
    long fresh = Heap.allocateBlock(ts, bytes);
    Memory.copyWords(table, fresh, bytes >>> 3);
    return fresh;
  }

  /** A new list of the keys of one moment, in order of iteration; does not poll. */
  public static long toList(ThreadState ts, long set) {
    long list;
    int used;
    do {
      used = SetLayout.used(set);
      list = ListLayout.create(ts, used);
    } while (!copyKeys(ts, set, list, used));
    Memory.storeStoreFence();
    return list;
  }

  /** Fills a list that has room for a number of keys; false if the set has another number. */
  private static boolean copyKeys(ThreadState ts, long set, long list, int used) {
    ObjectLock.beginWrite(ts, set);
    try {
      if (SetLayout.used(set) != used) {
        return false;
      }
      long table = SetLayout.table(set);
      long to = ListLayout.slot(ListLayout.items(list), 0);
      for (long i = nextEntry(table, 0); i >= 0; i = nextEntry(table, i + 1)) {
        Memory.putLong(to, SetLayout.key(SetLayout.entry(table, i)));
        to += 8;
      }
      ListLayout.setLength(list, used);
      return true;
    } finally {
      ObjectLock.endWrite(ts, set);
    }
  }

  private static long delete(long set, long entry) {
    long key = SetLayout.key(entry);
    Memory.putLongRelease(entry + SetLayout.ENTRY_KEY, SetLayout.DELETED);
    SetLayout.setUsed(set, SetLayout.used(set) - 1L);
    return key;
  }

  /** Writes a key that is not there: into the last removed entry on its path, or a free one. */
  private static void insert(ThreadState ts, long set, long key, long hash) {
    long table = SetLayout.table(set);
    long fill = Memory.getLong(table + SetLayout.FILL) + 1;
    long used = SetLayout.used(set) + 1L;
    long removed = fill == used ? 0 : removedEntry(table, hash);
    if (removed != 0) {
      write(removed, key, hash);
      SetLayout.raiseGeneration(set);
    } else if (fill * 5 >= SetLayout.mask(table) * 3) {
      grow(ts, set, key, hash);
    } else {
      write(freeEntry(table, hash), key, hash);
      Memory.putLongRelease(table + SetLayout.FILL, fill);
    }
    SetLayout.setUsed(set, used);
  }

  private static void grow(ThreadState ts, long set, long key, long hash) {
    long table = SetLayout.table(set);
    long used = SetLayout.used(set) + 1L;
    // The new table is made before anything changes, since making it may fail.
    long wanted = used > LARGE ? used * 2 : used * 4;
    long size = SetLayout.MIN_TABLE;
    while (size <= wanted) {
      size <<= 1;
    }
    long fresh = SetLayout.createTable(ts, size);
    write(freeEntry(table, hash), key, hash);
    moveAll(table, fresh);
    SetLayout.setTable(set, fresh);
    ts.heap.retire(ts, table);
  }

  private static long rebuild(ThreadState ts, long table, long size) {
    long fresh = SetLayout.createTable(ts, size);
    moveAll(table, fresh);
    return fresh;
  }

  /** Into a table that nobody else knows yet. */
  private static void moveAll(long table, long fresh) {
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
  private static void write(long entry, long key, long hash) {
    Memory.putLong(entry + SetLayout.ENTRY_HASH, hash);
    Memory.putLongRelease(entry + SetLayout.ENTRY_KEY, key);
  }

  /** The last removed entry before the first free one on a hash's path, 0 if there is none. */
  private static long removedEntry(long table, long hash) {
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

  private static long freeEntry(long table, long hash) {
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
