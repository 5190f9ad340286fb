package dev.taipan.vm.container;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Operations on dicts, each atomic. Reading takes no lock; writing happens under the object lock.
 * Where a key's equality needs Python code, the search runs unlocked; the write then locks, checks
 * that what the search saw still holds, and otherwise starts again.
 *
 * <p>Methods with a thread state may poll unless the key is simple ({@link Keys#isSimple}) and the
 * dict's keys are too; they root dict, key and value meanwhile, so that a caller may give words
 * that only it holds. EMPTY stands for "not there".
 */
public final class Dicts {
  /** So many ended entries in front of the first item are passed over each time. */
  private static final int MANY_HOLES = 64;

  /** No word: a store that Python code has to prepare. */
  private static final long AGAIN = 1;

  private Dicts() {}

  // ---- reading

  /** The value of a key, EMPTY if it is not there. */
  public static long get(ThreadState ts, long dict, long key) {
    return get(ts, dict, key, hash(ts, dict, key, Word.EMPTY));
  }

  public static long get(ThreadState ts, long dict, long key, long hash) {
    while (true) {
      long entry = DictSearch.find(ts, DictLayout.keys(dict), key, hash);
      if (entry == DictSearch.ASK) {
        DictSearch.Found found = new DictSearch.Found();
        search(ts, dict, key, hash, Word.EMPTY, found);
        entry = found.entry;
      }
      long value = entry == 0 ? Word.EMPTY : KeysLayout.value(entry);
      if (entry == 0 || value != Word.EMPTY) {
        return value;
      }
      // It ended since it was found: the key is gone, or it is elsewhere by now.
    }
  }

  /** The value of an exact str; polls only if the dict has keys that are not simple. */
  public static long getStr(ThreadState ts, long dict, long key) {
    long hash = Strings.hash(ts, key);
    long keys = DictLayout.keys(dict);
    if (KeysLayout.form(keys) != KeysLayout.FORM_SIMPLE) {
      return get(ts, dict, key, hash);
    }
    long entry = DictSearch.findStr(keys, key, hash);
    long value = entry == 0 ? Word.EMPTY : KeysLayout.value(entry);
    return entry == 0 || value != Word.EMPTY ? value : get(ts, dict, key, hash);
  }

  /** The same for an interned str that is likely to be the key of a certain entry. */
  public static long getStr(ThreadState ts, long dict, long key, int likely) {
    long keys = DictLayout.keys(dict);
    if (likely < KeysLayout.entryCount(keys)) {
      long entry = KeysLayout.entry(keys, likely);
      long value = KeysLayout.key(entry) == key ? KeysLayout.value(entry) : Word.EMPTY;
      if (value != Word.EMPTY) {
        return value;
      }
    }
    return getStr(ts, dict, key);
  }

  public static boolean contains(ThreadState ts, long dict, long key) {
    return get(ts, dict, key) != Word.EMPTY;
  }

  /**
   * The entry number of an exact str, for a cache that guards on the version of exactly these keys;
   * -1 if it is not there or the keys are not simple.
   */
  public static int indexOfStr(ThreadState ts, long keys, long key) {
    if (KeysLayout.form(keys) != KeysLayout.FORM_SIMPLE) {
      return -1;
    }
    long entry = DictSearch.findStr(keys, key, Strings.hash(ts, key));
    return entry == 0 ? -1 : (int) ((entry - KeysLayout.entries(keys)) / KeysLayout.SIMPLE_ENTRY);
  }

  /** The number of the next live entry at or after {@code from}, -1 at the end. */
  public static int nextEntry(long keys, int from) {
    int end = KeysLayout.entryCount(keys);
    for (int i = from; i < end; i++) {
      if (KeysLayout.value(KeysLayout.entry(keys, i)) != Word.EMPTY) {
        return i;
      }
    }
    return -1;
  }

  /** The number of the last live entry at or before {@code from}, -1 at the end. */
  public static int previousEntry(long keys, int from) {
    for (int i = Math.min(from, KeysLayout.entryCount(keys) - 1); i >= 0; i--) {
      if (KeysLayout.value(KeysLayout.entry(keys, i)) != Word.EMPTY) {
        return i;
      }
    }
    return -1;
  }

  /** The hash of a key. */
  private static long hash(ThreadState ts, long dict, long key, long value) {
    if (Keys.isSimple(key)) {
      return Keys.knownHash(ts, key);
    }
    int mark = ts.rootMark();
    try {
      ts.root(dict);
      ts.root(key);
      ts.root(value);
      return Keys.hash(ts, key);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The search that may run Python code. */
  private static void search(
      ThreadState ts, long dict, long key, long hash, long value, DictSearch.Found found) {
    int mark = ts.rootMark();
    try {
      ts.root(dict);
      ts.root(key);
      ts.root(value);
      DictSearch.search(ts, dict, key, hash, found);
    } finally {
      ts.rootRelease(mark);
    }
  }

  // ---- writing

  /** Sets the value of a key; gives the old value or EMPTY. */
  public static long put(ThreadState ts, long dict, long key, long value) {
    return put(ts, dict, key, hash(ts, dict, key, value), value);
  }

  /**
   * Sets the value of a str. In few steps where the dict is the thread's own and the key new to it:
   * a start does that some thousand times, most of them before anything is compiled.
   */
  public static void putStr(ThreadState ts, long dict, long key, long value) {
    assert value != Word.EMPTY && Word.isWellFormed(value) : Word.describe(value);
    if (!Cells.is(key, Kind.STR)) {
      put(ts, dict, key, value);
      return;
    }
    long hash = Strings.hash(ts, key);
    if (ObjectLock.beginOwn(ts, dict)) {
      try {
        long keys = DictLayout.keys(dict);
        if (KeysLayout.form(keys) == KeysLayout.FORM_SIMPLE
            && DictSearch.findStr(keys, key, hash) == 0) {
          DictGrowth.insertStr(ts, dict, keys, key, hash, value);
          return;
        }
      } finally {
        ObjectLock.endOwn(ts, dict);
      }
    }
    store(ts, dict, key, hash, value, true);
  }

  public static long put(ThreadState ts, long dict, long key, long hash, long value) {
    return store(ts, dict, key, hash, value, true);
  }

  /** Adds an exact str that is not there yet to a dict that nobody else knows; does not poll. */
  public static void addNew(ThreadState ts, long dict, long key, long value) {
    assert Cells.is(key, Kind.STR) && getStr(ts, dict, key) == Word.EMPTY;
    long keys = DictLayout.keys(dict);
    assert KeysLayout.form(keys) == KeysLayout.FORM_SIMPLE;
    DictGrowth.insertStr(ts, dict, keys, key, Strings.hash(ts, key), value);
  }

  /** The value of a key, which becomes {@code value} if it is not there. */
  public static long setDefault(ThreadState ts, long dict, long key, long value) {
    return setDefault(ts, dict, key, hash(ts, dict, key, value), value);
  }

  public static long setDefault(ThreadState ts, long dict, long key, long hash, long value) {
    long old = store(ts, dict, key, hash, value, false);
    return old == Word.EMPTY ? value : old;
  }

  private static long store(
      ThreadState ts, long dict, long key, long hash, long value, boolean overwrite) {
    assert value != Word.EMPTY && Word.isWellFormed(value) : Word.describe(value);
    if (ObjectLock.beginOwn(ts, dict)) {
      try {
        long old = attempt(ts, dict, key, hash, value, overwrite, null);
        if (old != AGAIN) {
          return old;
        }
      } finally {
        ObjectLock.endOwn(ts, dict);
      }
    }
    return storeLocked(ts, dict, key, hash, value, overwrite);
  }

  private static long storeLocked(
      ThreadState ts, long dict, long key, long hash, long value, boolean overwrite) {
    DictSearch.Found found = null;
    while (true) {
      ObjectLock.beginWrite(ts, dict);
      try {
        long old = attempt(ts, dict, key, hash, value, overwrite, found);
        if (old != AGAIN) {
          return old;
        }
      } finally {
        ObjectLock.endWrite(ts, dict);
      }
      if (releaseIfHeld(ts, dict, key, value)) {
        continue;
      }
      found = found == null ? new DictSearch.Found() : found;
      search(ts, dict, key, hash, value, found);
    }
  }

  /**
   * Stores the items of a dict that nobody else knows, in one step as far as no key needs Python
   * code and no value is held as a constant; gives the number of the entry to go on with, or -1.
   */
  public static int putAll(ThreadState ts, long dict, long items) {
    long from = DictLayout.keys(items);
    ObjectLock.beginWrite(ts, dict);
    try {
      for (int i = nextEntry(from, 0); i >= 0; i = nextEntry(from, i + 1)) {
        long entry = KeysLayout.entry(from, i);
        long key = KeysLayout.key(entry);
        long hash = DictGrowth.hashOf(ts, from, entry);
        if (attempt(ts, dict, key, hash, KeysLayout.value(entry), true, null) == AGAIN) {
          return i;
        }
      }
      return -1;
    } finally {
      ObjectLock.endWrite(ts, dict);
    }
  }

  /** A store where nobody else writes: the old value, EMPTY, or AGAIN. */
  private static long attempt(
      ThreadState ts,
      long dict,
      long key,
      long hash,
      long value,
      boolean overwrite,
      DictSearch.Found found) {
    long entry = lockedFind(ts, dict, key, hash, found);
    if (entry == 0) {
      DictGrowth.insert(ts, dict, key, hash, value);
      return Word.EMPTY;
    }
    if (entry == DictSearch.ASK || (overwrite && isHeld(ts, dict, key))) {
      return AGAIN;
    }
    long old = KeysLayout.value(entry);
    if (overwrite) {
      Memory.putLongRelease(entry + KeysLayout.ENTRY_VALUE, value);
    }
    return old;
  }

  /**
   * The entry under the lock: what needs no Python code, or what a search saw if it still holds. An
   * entry that was found holds its key or, since a slot never serves another, none.
   */
  private static long lockedFind(
      ThreadState ts, long dict, long key, long hash, DictSearch.Found found) {
    long keys = DictLayout.keys(dict);
    long entry = DictSearch.find(ts, keys, key, hash);
    if (entry != DictSearch.ASK || found == null || found.keys != keys) {
      return entry;
    }
    boolean holds =
        found.entry == 0
            ? found.entryCount == KeysLayout.entryCount(keys)
            : KeysLayout.key(found.entry) != Word.EMPTY;
    return holds ? found.entry : DictSearch.ASK;
  }

  // ---- values that are held as constants

  /**
   * The value of an interned key, from now on held as a constant: a write asks the heap's watcher
   * first. EMPTY if the key is not there or the dict's keys are not simple.
   */
  public static long hold(ThreadState ts, long dict, long key) {
    ObjectLock.beginWrite(ts, dict);
    try {
      long keys = DictLayout.keys(dict);
      int index = indexOfStr(ts, keys, key);
      long value = index < 0 ? Word.EMPTY : KeysLayout.value(KeysLayout.entry(keys, index));
      if (value != Word.EMPTY) {
        KeysLayout.setWatched(keys);
        ts.heap.dictWatcher().note(dict, key);
      }
      return value;
    } finally {
      ObjectLock.endWrite(ts, dict);
    }
  }

  /** Under the lock: whether somebody must give up a value before it may change. */
  private static boolean isHeld(ThreadState ts, long dict, long key) {
    return KeysLayout.isWatched(DictLayout.keys(dict)) && ts.heap.dictWatcher().holds(dict, key);
  }

  /** Without the lock; the writer looks again under it, since the value may be held anew. */
  private static boolean releaseIfHeld(ThreadState ts, long dict, long key, long value) {
    if (!isHeld(ts, dict, key)) {
      return false;
    }
    int mark = ts.rootMark();
    ts.root(dict);
    ts.root(key);
    ts.root(value);
    ts.heap.dictWatcher().release(ts, dict, key);
    ts.rootRelease(mark);
    return true;
  }

  /** Takes the lock at a moment when no value of the dict is held as a constant. */
  private static void lockReleased(ThreadState ts, long dict) {
    while (true) {
      ObjectLock.beginWrite(ts, dict);
      if (!isHeld(ts, dict, Word.EMPTY)) {
        return;
      }
      ObjectLock.endWrite(ts, dict);
      releaseIfHeld(ts, dict, Word.EMPTY, Word.EMPTY);
    }
  }

  /** Removes a key; gives its value or EMPTY. */
  public static long remove(ThreadState ts, long dict, long key) {
    return remove(ts, dict, key, hash(ts, dict, key, Word.EMPTY));
  }

  public static long remove(ThreadState ts, long dict, long key, long hash) {
    return remove(ts, dict, key, hash, Word.EMPTY);
  }

  /** As {@link #remove(ThreadState, long, long)}, where the value is the given one. */
  public static long removeValue(ThreadState ts, long dict, long key, long value) {
    return remove(ts, dict, key, hash(ts, dict, key, Word.EMPTY), value);
  }

  private static long remove(ThreadState ts, long dict, long key, long hash, long only) {
    DictSearch.Found found = null;
    while (true) {
      ObjectLock.beginWrite(ts, dict);
      try {
        long entry = lockedFind(ts, dict, key, hash, found);
        if (entry == 0) {
          return Word.EMPTY;
        }
        if (entry != DictSearch.ASK && !isHeld(ts, dict, key)) {
          if (only != Word.EMPTY && KeysLayout.value(entry) != only) {
            return Word.EMPTY;
          }
          return DictGrowth.delete(dict, entry, hash);
        }
      } finally {
        ObjectLock.endWrite(ts, dict);
      }
      if (releaseIfHeld(ts, dict, key, Word.EMPTY)) {
        continue;
      }
      found = found == null ? new DictSearch.Found() : found;
      search(ts, dict, key, hash, Word.EMPTY, found);
    }
  }

  /**
   * Removes the newest or the oldest item and stores its key and value at {@code target} (two
   * words).
   *
   * @return false if the dict is empty
   */
  public static boolean popItem(ThreadState ts, long dict, long target, boolean newest) {
    lockReleased(ts, dict);
    try {
      long keys = DictLayout.keys(dict);
      int index = newest ? previousEntry(keys, Integer.MAX_VALUE) : nextEntry(keys, 0);
      if (index < 0) {
        return false;
      }
      if (index > MANY_HOLES && (long) index * index > DictLayout.used(dict) && !newest) {
        // Removing from the front again and again would look at all holes each time.
        keys = DictGrowth.replace(ts, dict, keys, DictLayout.used(dict), KeysLayout.form(keys));
        index = 0;
      }
      long entry = KeysLayout.entry(keys, index);
      long key = KeysLayout.key(entry);
      Memory.putLong(target, key);
      Memory.putLong(target + 8, KeysLayout.value(entry));
      DictGrowth.delete(dict, entry, DictGrowth.hashOf(ts, keys, entry));
      return true;
    } finally {
      ObjectLock.endWrite(ts, dict);
    }
  }

  /**
   * Makes an item the last or the first one; readers find it all the time.
   *
   * @return false if the key is not there
   */
  public static boolean move(ThreadState ts, long dict, long key, boolean toEnd) {
    long hash = hash(ts, dict, key, Word.EMPTY);
    DictSearch.Found found = null;
    while (true) {
      ObjectLock.beginWrite(ts, dict);
      try {
        long entry = lockedFind(ts, dict, key, hash, found);
        if (entry == 0) {
          return false;
        }
        if (entry != DictSearch.ASK) {
          move(ts, dict, entry, hash, toEnd);
          return true;
        }
      } finally {
        ObjectLock.endWrite(ts, dict);
      }
      found = found == null ? new DictSearch.Found() : found;
      search(ts, dict, key, hash, Word.EMPTY, found);
    }
  }

  private static void move(ThreadState ts, long dict, long entry, long hash, boolean toEnd) {
    if (toEnd) {
      DictGrowth.moveToEnd(ts, dict, entry, hash);
    } else {
      DictGrowth.moveToFront(ts, dict, entry, hash);
    }
  }

  /** Removes all items. */
  public static void clear(ThreadState ts, long dict) {
    lockReleased(ts, dict);
    try {
      long old = DictLayout.keys(dict);
      DictLayout.setUsed(dict, 0);
      DictLayout.setKeys(dict, ts.heap.emptyKeys());
      ts.heap.retire(ts, old);
    } finally {
      ObjectLock.endWrite(ts, dict);
    }
  }

  /** A new exact dict with the items of one moment; calls no Python code and does not poll. */
  public static long copy(ThreadState ts, long dict) {
    long copy = DictLayout.create(ts, Kind.DICT.id, 0);
    fill(ts, copy, dict);
    Memory.storeStoreFence();
    return copy;
  }

  /**
   * Gives an empty dict that nobody else knows the items that another has at one moment; calls no
   * Python code and does not poll.
   */
  public static void fill(ThreadState ts, long fresh, long dict) {
    ObjectLock.beginWrite(ts, dict);
    try {
      int used = DictLayout.used(dict);
      if (used > 0) {
        long keys = DictLayout.keys(dict);
        DictLayout.setKeys(fresh, DictGrowth.rebuild(ts, keys, used, KeysLayout.form(keys)));
        DictLayout.setUsed(fresh, used);
      }
    } finally {
      ObjectLock.endWrite(ts, dict);
    }
  }

  /** Makes room for a number of items in all. */
  public static void reserve(ThreadState ts, long dict, int items) {
    ObjectLock.beginWrite(ts, dict);
    try {
      long keys = DictLayout.keys(dict);
      if (KeysLayout.capacity(keys) < items) {
        DictGrowth.replace(ts, dict, keys, items, KeysLayout.form(keys));
      }
    } finally {
      ObjectLock.endWrite(ts, dict);
    }
  }

  /**
   * The version of a dict's keys, handed out if they had none; 0 if there are no more. It holds for
   * exactly the keys block that {@link DictLayout#keys} gave: a guard compares the version in the
   * block that it loaded and reads the value from that block.
   */
  public static int keysVersion(ThreadState ts, long dict) {
    int version = KeysLayout.version(DictLayout.keys(dict));
    if (version != 0) {
      return version;
    }
    ObjectLock.beginWrite(ts, dict);
    try {
      long keys = DictLayout.keys(dict);
      version = KeysLayout.version(keys);
      if (version == 0) {
        version = ts.heap.newKeysVersion();
        Memory.compareAndSetInt(keys + KeysLayout.VERSION, 0, version);
        version = KeysLayout.version(keys);
      }
      return version;
    } finally {
      ObjectLock.endWrite(ts, dict);
    }
  }

  /** Whether this is a dict, of the exact type. */
  public static boolean isExact(long word) {
    return Cells.is(word, Kind.DICT);
  }
}
