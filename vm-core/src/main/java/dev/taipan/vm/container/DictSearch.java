package dev.taipan.vm.container;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Finding entries. Probing takes no lock: it reads the keys pointer once and works on that block,
 * which stays until the reader's next poll. What needs no Python code gives an entry's address, 0,
 * or {@link #ASK}; the general search calls {@link KeyEquality} with no lock held and afterwards
 * checks that keys and entry are still the same, else it starts again.
 */
final class DictSearch {
  /** An entry with the same hash can only be compared by Python code. */
  static final long ASK = -1;

  private static final int PERTURB_SHIFT = 5;

  private DictSearch() {}

  /** The entry of an exact str in keys of the simple form, or 0. */
  static long findStr(long keys, long key, long hash) {
    long mask = (1L << KeysLayout.log2Size(keys)) - 1;
    int width = KeysLayout.log2Width(KeysLayout.log2Size(keys));
    long entries = KeysLayout.entries(keys);
    long perturb = hash;
    long position = hash & mask;
    while (true) {
      int index = KeysLayout.index(keys, width, position);
      if (index >= 0) {
        long entry = entries + (long) index * KeysLayout.SIMPLE_ENTRY;
        long stored = KeysLayout.key(entry);
        if (stored == key || (Word.isCell(stored) && Strings.equal(stored, key))) {
          return entry;
        }
      } else if (index == KeysLayout.INDEX_FREE) {
        return 0;
      }
      perturb >>>= PERTURB_SHIFT;
      position = (position * 5 + perturb + 1) & mask;
    }
  }

  /** The entry of a small int in keys of the simple form, or 0. */
  static long findInt(long keys, long key, long hash) {
    long mask = (1L << KeysLayout.log2Size(keys)) - 1;
    int width = KeysLayout.log2Width(KeysLayout.log2Size(keys));
    long entries = KeysLayout.entries(keys);
    long perturb = hash;
    long position = hash & mask;
    while (true) {
      int index = KeysLayout.index(keys, width, position);
      if (index >= 0) {
        long entry = entries + (long) index * KeysLayout.SIMPLE_ENTRY;
        if (KeysLayout.key(entry) == key) {
          return entry;
        }
      } else if (index == KeysLayout.INDEX_FREE) {
        return 0;
      }
      perturb >>>= PERTURB_SHIFT;
      position = (position * 5 + perturb + 1) & mask;
    }
  }

  /** The entry of any key as far as that needs no Python code: address, 0 or ASK. */
  static long find(ThreadState ts, long keys, long key, long hash) {
    if (KeysLayout.form(keys) == KeysLayout.FORM_SIMPLE) {
      if (Word.isInt(key)) {
        return findInt(keys, key, hash);
      }
      if (Cells.is(key, Kind.STR)) {
        return findStr(keys, key, hash);
      }
    }
    return probe(ts, keys, key, hash, null);
  }

  /** Where a general search stands: filled by {@link #search}. */
  static final class Found {
    long keys;
    int entryCount;
    long entry;
  }

  /**
   * Finds a key, calling Python code if needed; may poll. When it returns, {@code found} tells what
   * it saw: the keys, how many entries they had, and the entry (or 0).
   */
  static void search(ThreadState ts, long dict, long key, long hash, Found found) {
    do {
      found.keys = DictLayout.keys(dict);
      found.entryCount = KeysLayout.entryCount(found.keys);
      found.entry = probe(ts, found.keys, key, hash, new Comparison(dict, found));
    } while (found.entry == ASK);
  }

  /** What a search needs to compare by Python code. */
  private record Comparison(long dict, Found found, long generation) {
    Comparison(long dict, Found found) {
      this(dict, found, DictLayout.generation(dict));
    }

    /** 1 equal, 0 not equal, -1 the dict changed meanwhile. */
    int equal(ThreadState ts, long entry, long stored, long key) {
      int mark = ts.rootMark();
      ts.root(stored);
      boolean same;
      try {
        same = ts.heap.keyEquality().equal(ts, stored, key);
      } finally {
        ts.rootRelease(mark);
      }
      boolean changed =
          DictLayout.generation(dict) != generation
              || DictLayout.keys(dict) != found.keys
              || KeysLayout.key(entry) != stored;
      return changed ? -1 : same ? 1 : 0;
    }
  }

  private static long probe(ThreadState ts, long keys, long key, long hash, Comparison comparison) {
    boolean simple = KeysLayout.form(keys) == KeysLayout.FORM_SIMPLE;
    boolean simpleKey = Keys.isSimple(key);
    long mask = (1L << KeysLayout.log2Size(keys)) - 1;
    int width = KeysLayout.log2Width(KeysLayout.log2Size(keys));
    long perturb = hash;
    long position = hash & mask;
    while (true) {
      int index = KeysLayout.index(keys, width, position);
      if (index == KeysLayout.INDEX_FREE) {
        return 0;
      }
      if (index >= 0) {
        long entry = KeysLayout.entry(keys, index);
        long stored = KeysLayout.key(entry);
        if (stored == key) {
          return entry;
        }
        if (stored != Word.EMPTY && hashOf(ts, entry, stored, simple) == hash) {
          int equal = compare(ts, entry, stored, key, simpleKey, comparison);
          if (equal != 0) {
            return equal > 0 ? entry : ASK;
          }
        }
      }
      perturb >>>= PERTURB_SHIFT;
      position = (position * 5 + perturb + 1) & mask;
    }
  }

  private static int compare(
      ThreadState ts, long entry, long stored, long key, boolean simpleKey, Comparison comparison) {
    if (simpleKey && Keys.isSimple(stored)) {
      return Keys.equalSimple(stored, key) ? 1 : 0;
    }
    return comparison == null ? -1 : comparison.equal(ts, entry, stored, key);
  }

  private static long hashOf(ThreadState ts, long entry, long stored, boolean simple) {
    return simple ? Keys.knownHash(ts, stored) : KeysLayout.hash(entry);
  }

  /** Where the index table names an entry; the entry is there. */
  static long positionOf(long keys, int entryIndex, long hash) {
    long mask = (1L << KeysLayout.log2Size(keys)) - 1;
    int width = KeysLayout.log2Width(KeysLayout.log2Size(keys));
    long perturb = hash;
    long position = hash & mask;
    while (KeysLayout.index(keys, width, position) != entryIndex) {
      perturb >>>= PERTURB_SHIFT;
      position = (position * 5 + perturb + 1) & mask;
    }
    return position;
  }

  /** The first free position for a hash. */
  static long freePosition(long keys, long hash) {
    return positionOf(keys, KeysLayout.INDEX_FREE, hash);
  }
}
