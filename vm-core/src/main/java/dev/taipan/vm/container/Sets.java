package dev.taipan.vm.container;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;

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
    return SetTables.nextEntry(table, from);
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
      long last =
          position + SetTables.LINEAR_PROBES <= mask
              ? position + SetTables.LINEAR_PROBES
              : position;
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
      perturb >>>= SetTables.PERTURB_SHIFT;
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
            ? found.fill == SetLayout.fill(table) && found.generation == SetLayout.generation(set)
            : SetLayout.key(found.entry) == found.stored;
    return holds ? found.entry : ASK;
  }

  // ---- writing

  /** Adds a key; false if it was there. */
  public static boolean add(ThreadState ts, long set, long key) {
    return add(ts, set, key, hash(ts, set, key));
  }

  public static boolean add(ThreadState ts, long set, long key, long hash) {
    assert SetTables.isUsed(key) && Word.isWellFormed(key) : Word.describe(key);
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

  /** Adds the words of an ASCII text, none of which is there, to a set that has not escaped. */
  public static void addWords(ThreadState ts, long set, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int end;
    for (int start = 0; start < bytes.length; start = end + 1) {
      end = Strings.endOfWord(bytes, start);
      long word = Strings.fromAscii(ts, bytes, start, end - start);
      insert(ts, set, word, Strings.hash(ts, word));
    }
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

  /** Takes a key out, the next behind the one before; EMPTY if there is none. */
  public static long pop(ThreadState ts, long set) {
    ObjectLock.beginWrite(ts, set);
    try {
      if (SetLayout.used(set) == 0) {
        return Word.EMPTY;
      }
      long table = SetLayout.table(set);
      long mask = SetLayout.mask(table);
      long index = SetLayout.finger(set) & mask;
      while (!SetTables.isUsed(SetLayout.key(SetLayout.entry(table, index)))) {
        index = (index + 1) & mask;
      }
      SetLayout.setFinger(set, index + 1);
      return delete(set, SetLayout.entry(table, index));
    } finally {
      ObjectLock.endWrite(ts, set);
    }
  }

  public static void clear(ThreadState ts, long set) {
    long table = SetLayout.createTable(ts, SetLayout.MIN_TABLE);
    ObjectLock.beginWrite(ts, set);
    try {
      SetLayout.setUsed(set, 0);
      replaceTable(ts, set, table);
    } finally {
      ObjectLock.endWrite(ts, set);
    }
  }

  /** A new set of a shape with the keys of one moment; does not poll. */
  public static long copy(ThreadState ts, long set, int shapeId, int attributeWords) {
    ObjectLock.beginWrite(ts, set);
    try {
      long used = SetLayout.used(set);
      long table = SetTables.copy(ts, SetLayout.table(set), used);
      return SetLayout.create(ts, shapeId, attributeWords, table, used);
    } finally {
      ObjectLock.endWrite(ts, set);
    }
  }

  // ---- merging

  /** Adds the keys that another set has at one moment. */
  public static void merge(ThreadState ts, long set, long other) {
    if (set == other || SetLayout.used(other) == 0) {
      return;
    }
    long rest;
    // A frozenset never changes: threads that share one as a constant do not wait for each other.
    long locked = Cells.is(other, Kind.FROZENSET) ? set : other;
    ObjectLock.beginWrite(ts, set, locked);
    try {
      rest = mergeTables(ts, set, other);
    } finally {
      ObjectLock.endWrite(ts, set, locked);
    }
    if (rest != Word.EMPTY) {
      addEach(ts, set, rest);
    }
  }

  /** All that needs no comparison of keys: gives the set whose keys are still to be added. */
  private static long mergeTables(ThreadState ts, long set, long other) {
    long count = SetLayout.used(other);
    if (count == 0) {
      return Word.EMPTY;
    }
    long table = SetLayout.table(set);
    boolean crowded = SetTables.isCrowded(table, SetLayout.fill(table) + count);
    if ((crowded ? SetLayout.used(set) : SetLayout.fill(table)) == 0) {
      long from = SetLayout.table(other);
      if (crowded) {
        replaceTable(ts, set, SetTables.of(ts, from, count, SetTables.sizeAbove(count * 2)));
      } else {
        SetTables.fill(table, from, count);
      }
      SetLayout.setUsed(set, count);
      return Word.EMPTY;
    }
    if (crowded) {
      resize(ts, set, SetTables.sizeAbove((SetLayout.used(set) + count) * 2));
    }
    return Cells.is(other, Kind.FROZENSET) ? other : snapshot(ts, other);
  }

  /** A set with the same table, which nobody else knows. */
  private static long snapshot(ThreadState ts, long set) {
    long table = SetTables.duplicate(ts, SetLayout.table(set));
    return SetLayout.create(ts, Kind.SET.id, 0, table, SetLayout.used(set));
  }

  private static void addEach(ThreadState ts, long set, long source) {
    int mark = ts.rootMark();
    try {
      ts.root(set);
      ts.root(source);
      long table = SetLayout.table(source);
      for (long i = nextEntry(table, 0); i >= 0; i = nextEntry(table, i + 1)) {
        long entry = SetLayout.entry(table, i);
        add(ts, set, SetLayout.key(entry), SetLayout.hash(entry));
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Makes room at once for keys that are going to be added. */
  public static void reserve(ThreadState ts, long set, long count) {
    ObjectLock.beginWrite(ts, set);
    try {
      long table = SetLayout.table(set);
      if (SetTables.isCrowded(table, SetLayout.fill(table) + count)) {
        resize(ts, set, SetTables.sizeAbove((SetLayout.used(set) + count) * 2));
      }
    } finally {
      ObjectLock.endWrite(ts, set);
    }
  }

  /** After many removals: leaves the entries of removed keys behind if they are many. */
  public static void tidy(ThreadState ts, long set) {
    ObjectLock.beginWrite(ts, set);
    try {
      long table = SetLayout.table(set);
      long used = SetLayout.used(set);
      if (SetLayout.fill(table) - used > SetLayout.mask(table) / 4) {
        resize(ts, set, SetTables.sizeFor(used));
      }
    } finally {
      ObjectLock.endWrite(ts, set);
    }
  }

  private static void resize(ThreadState ts, long set, long size) {
    long table = SetLayout.table(set);
    boolean least = size == SetLayout.MIN_TABLE && SetLayout.mask(table) + 1 == size;
    if (!least || SetLayout.fill(table) != SetLayout.used(set)) {
      replaceTable(ts, set, SetTables.rebuild(ts, table, size));
    }
  }

  // ---- lists

  /**
   * A new list of the keys of one moment, in order of iteration; does not poll. Its room is taken
   * under the lock: taken before, it could be of the wrong size again and again.
   */
  public static long toList(ThreadState ts, long set) {
    long list;
    ObjectLock.beginWrite(ts, set);
    try {
      int used = SetLayout.used(set);
      list = ListLayout.create(ts, used);
      long table = SetLayout.table(set);
      long to = ListLayout.slot(ListLayout.items(list), 0);
      for (long i = nextEntry(table, 0); i >= 0; i = nextEntry(table, i + 1)) {
        Memory.putLong(to, SetLayout.key(SetLayout.entry(table, i)));
        to += 8;
      }
      ListLayout.setLength(list, used);
    } finally {
      ObjectLock.endWrite(ts, set);
    }
    Memory.storeStoreFence();
    return list;
  }

  /** What tells that a set has not changed since, as long as nobody polls. */
  public record Stamp(long table, long generation, long fill, int used) {
    private static Stamp of(long set) {
      long table = SetLayout.table(set);
      return new Stamp(
          table,
          SetLayout.generation(set),
          Memory.getLong(table + SetLayout.FILL),
          SetLayout.used(set));
    }
  }

  /** The set's present stamp. */
  public static Stamp stamp(ThreadState ts, long set) {
    ObjectLock.beginWrite(ts, set);
    try {
      return Stamp.of(set);
    } finally {
      ObjectLock.endWrite(ts, set);
    }
  }

  /**
   * Gives a set the keys of another, which nobody else knows and which is of no use afterwards;
   * false if the set has changed since the stamp was taken. A generation is never used again, so a
   * table that was freed and given out again is told from the one before.
   */
  public static boolean become(ThreadState ts, long set, Stamp seen, long other) {
    ObjectLock.beginWrite(ts, set);
    try {
      if (!Stamp.of(set).equals(seen)) {
        return false;
      }
      SetLayout.setUsed(set, SetLayout.used(other));
      SetLayout.setTable(set, SetLayout.table(other));
      ts.heap.retire(ts, seen.table());
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
    long fill = SetLayout.fill(table) + 1;
    long used = SetLayout.used(set) + 1L;
    long removed = fill == used ? 0 : SetTables.removedEntry(table, hash);
    if (removed != 0) {
      SetTables.write(removed, key, hash);
      SetLayout.raiseGeneration(set);
    } else if (SetTables.isCrowded(table, fill)) {
      grow(ts, set, key, hash);
    } else {
      SetTables.write(SetTables.freeEntry(table, hash), key, hash);
      Memory.putLongRelease(table + SetLayout.FILL, fill);
    }
    SetLayout.setUsed(set, used);
  }

  private static void grow(ThreadState ts, long set, long key, long hash) {
    long table = SetLayout.table(set);
    // The new table is made before anything changes, since making it may fail.
    long fresh = SetLayout.createTable(ts, SetTables.sizeFor(SetLayout.used(set) + 1L));
    SetTables.write(SetTables.freeEntry(table, hash), key, hash);
    SetTables.moveAll(table, fresh);
    replaceTable(ts, set, fresh);
  }

  private static void replaceTable(ThreadState ts, long set, long fresh) {
    long old = SetLayout.table(set);
    SetLayout.setTable(set, fresh);
    ts.heap.retire(ts, old);
  }
}
