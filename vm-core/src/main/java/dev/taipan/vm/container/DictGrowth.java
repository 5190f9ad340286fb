package dev.taipan.vm.container;

import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Changes of a dict's keys. All under the dict's lock, except on dicts that have not escaped. */
final class DictGrowth {
  private DictGrowth() {}

  /** Appends an entry; the key is not there. Allocates before it changes anything. */
  static void insert(ThreadState ts, long dict, long key, long hash, long value) {
    long keys = DictLayout.keys(dict);
    int form = KeysLayout.form(keys);
    int wanted = Keys.isSimple(key) ? form : KeysLayout.FORM_GENERAL;
    if (wanted != form || KeysLayout.entryCount(keys) == KeysLayout.capacity(keys)) {
      int used = DictLayout.used(dict);
      keys = replace(ts, dict, keys, used + (used >> 1) + 1, wanted);
    }
    Memory.putIntRelease(keys + KeysLayout.VERSION, 0);
    append(keys, wanted, key, hash, value);
    DictLayout.setUsed(dict, DictLayout.used(dict) + 1L);
  }

  /** The same for an exact str and keys of the simple form. */
  static void insertStr(ThreadState ts, long dict, long keys, long key, long hash, long value) {
    int index = KeysLayout.entryCount(keys);
    long into = keys;
    if (index == KeysLayout.capacity(keys)) {
      int used = DictLayout.used(dict);
      into = replace(ts, dict, keys, used + (used >> 1) + 1, KeysLayout.FORM_SIMPLE);
      index = KeysLayout.entryCount(into);
    }
    int log2 = KeysLayout.log2Size(into);
    long entry =
        into
            + KeysLayout.INDEX
            + KeysLayout.indexBytes(log2)
            + (long) KeysLayout.SIMPLE_ENTRY * index;
    long position = DictSearch.freePosition(into, hash);
    Memory.putIntRelease(into + KeysLayout.VERSION, 0);
    Memory.putLongRelease(entry + KeysLayout.ENTRY_VALUE, value);
    Memory.putLongRelease(entry + KeysLayout.ENTRY_KEY, key);
    Memory.putIntRelease(into + KeysLayout.ENTRIES, index + 1);
    KeysLayout.setIndex(into, KeysLayout.log2Width(log2), position, index);
    DictLayout.setUsed(dict, DictLayout.used(dict) + 1L);
  }

  private static void append(long keys, int form, long key, long hash, long value) {
    int index = KeysLayout.entryCount(keys);
    long entry = KeysLayout.entry(keys, index);
    long position = DictSearch.freePosition(keys, hash);
    if (form == KeysLayout.FORM_GENERAL) {
      Memory.putLong(entry + KeysLayout.ENTRY_HASH, hash);
    }
    Memory.putLongRelease(entry + KeysLayout.ENTRY_VALUE, value);
    Memory.putLongRelease(entry + KeysLayout.ENTRY_KEY, key);
    Memory.putIntRelease(keys + KeysLayout.ENTRIES, index + 1);
    int width = KeysLayout.log2Width(KeysLayout.log2Size(keys));
    KeysLayout.setIndex(keys, width, position, index);
  }

  /** Ends an entry; gives its value. */
  static long delete(long dict, long entry, long hash) {
    long value = end(DictLayout.keys(dict), entry, hash);
    DictLayout.setUsed(dict, DictLayout.used(dict) - 1L);
    return value;
  }

  /**
   * Makes an entry the last one: a second one is appended before the first is ended, so that a
   * reader finds one of them.
   */
  static void moveToEnd(ThreadState ts, long dict, long entry, long hash) {
    long keys = DictLayout.keys(dict);
    int form = KeysLayout.form(keys);
    int index = (int) ((entry - KeysLayout.entries(keys)) / KeysLayout.entryBytes(form));
    if (index == KeysLayout.entryCount(keys) - 1) {
      return;
    }
    long moved = entry;
    if (KeysLayout.entryCount(keys) == KeysLayout.capacity(keys)) {
      int place = liveBefore(keys, index);
      int used = DictLayout.used(dict);
      keys = replace(ts, dict, keys, used + (used >> 1) + 1, form);
      moved = KeysLayout.entry(keys, place);
    }
    Memory.putIntRelease(keys + KeysLayout.VERSION, 0);
    append(keys, form, KeysLayout.key(moved), hash, KeysLayout.value(moved));
    end(keys, moved, hash);
  }

  private static int liveBefore(long keys, int index) {
    int live = 0;
    for (int i = 0; i < index; i++) {
      live += KeysLayout.value(KeysLayout.entry(keys, i)) == Word.EMPTY ? 0 : 1;
    }
    return live;
  }

  /** Makes an entry the first one, by new keys. */
  static void moveToFront(ThreadState ts, long dict, long entry, long hash) {
    long keys = DictLayout.keys(dict);
    int form = KeysLayout.form(keys);
    int used = DictLayout.used(dict);
    long fresh = KeysLayout.create(ts, KeysLayout.log2SizeFor(used), form);
    append(fresh, form, KeysLayout.key(entry), hash, KeysLayout.value(entry));
    appendLive(ts, keys, fresh, form, entry);
    publish(ts, dict, keys, fresh);
  }

  private static long end(long keys, long entry, long hash) {
    int bytes = KeysLayout.entryBytes(KeysLayout.form(keys));
    int index = (int) ((entry - KeysLayout.entries(keys)) / bytes);
    long value = KeysLayout.value(entry);
    Memory.putIntRelease(keys + KeysLayout.VERSION, 0);
    int width = KeysLayout.log2Width(KeysLayout.log2Size(keys));
    long position = DictSearch.positionOf(keys, index, hash);
    // Before the value: a reader that finds none need not meet the entry a second time.
    KeysLayout.setIndex(keys, width, position, KeysLayout.INDEX_DELETED);
    Memory.putLongRelease(entry + KeysLayout.ENTRY_VALUE, Word.EMPTY);
    Memory.putLongRelease(entry + KeysLayout.ENTRY_KEY, Word.EMPTY);
    return value;
  }

  static long hashOf(ThreadState ts, long keys, long entry) {
    return KeysLayout.form(keys) == KeysLayout.FORM_SIMPLE
        ? Keys.knownHash(ts, KeysLayout.key(entry))
        : KeysLayout.hash(entry);
  }

  /** Gives a dict new keys with room for {@code items}, and retires the old ones. */
  static long replace(ThreadState ts, long dict, long keys, int items, int form) {
    long fresh = rebuild(ts, keys, items, form);
    publish(ts, dict, keys, fresh);
    return fresh;
  }

  private static void publish(ThreadState ts, long dict, long keys, long fresh) {
    if (KeysLayout.isWatched(keys)) {
      KeysLayout.setWatched(fresh);
    }
    DictLayout.setKeys(dict, fresh);
    ts.heap.retire(ts, keys);
  }

  /** A copy of the live entries in new keys. */
  static long rebuild(ThreadState ts, long keys, int items, int form) {
    long fresh = KeysLayout.create(ts, KeysLayout.log2SizeFor(items), form);
    appendLive(ts, keys, fresh, form, 0);
    return fresh;
  }

  /** Into keys that nobody else knows yet, so that plain stores will do. */
  private static void appendLive(ThreadState ts, long keys, long fresh, int form, long except) {
    int from = KeysLayout.form(keys);
    int bytes = KeysLayout.entryBytes(from);
    int freshBytes = KeysLayout.entryBytes(form);
    int width = KeysLayout.log2Width(KeysLayout.log2Size(fresh));
    int index = KeysLayout.entryCount(fresh);
    long to = KeysLayout.entry(fresh, index);
    long entry = KeysLayout.entries(keys);
    for (int left = KeysLayout.entryCount(keys); left > 0; left--, entry += bytes) {
      long value = KeysLayout.value(entry);
      if (value == Word.EMPTY || entry == except) {
        continue;
      }
      long key = KeysLayout.key(entry);
      long hash = from == KeysLayout.FORM_SIMPLE ? Keys.knownHash(ts, key) : KeysLayout.hash(entry);
      Memory.putLong(to + KeysLayout.ENTRY_KEY, key);
      Memory.putLong(to + KeysLayout.ENTRY_VALUE, value);
      if (form == KeysLayout.FORM_GENERAL) {
        Memory.putLong(to + KeysLayout.ENTRY_HASH, hash);
      }
      KeysLayout.setIndex(fresh, width, DictSearch.freePosition(fresh, hash), index++);
      to += freshBytes;
    }
    Memory.putIntRelease(fresh + KeysLayout.ENTRIES, index);
  }
}
