package dev.taipan.vm.object;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.layout.DictIterLayout;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Iterators over dicts. Each step loads the keys once and works on what it loaded: an entry that
 * another thread removes meanwhile is skipped, a dict that changed its size is an error.
 */
public final class DictIterators {
  public static final int KEYS = 0;
  public static final int VALUES = 1;
  public static final int ITEMS = 2;
  public static final int BACKWARD = 4;

  /** The mode of an iterator over a set, which is {@link SetIterators}' matter. */
  public static final int OF_SET = 8;

  /** The type names by mode, forward then backward. */
  private static final String[] NAMES = {
    "dict_keyiterator",
    "dict_valueiterator",
    "dict_itemiterator",
    "",
    "dict_reversekeyiterator",
    "dict_reversevalueiterator",
    "dict_reverseitemiterator"
  };

  private DictIterators() {}

  public static String typeName(int mode) {
    return NAMES[mode];
  }

  public static long create(ThreadState ts, int mode, long dict) {
    int used = DictLayout.used(dict);
    boolean backward = (mode & BACKWARD) != 0;
    long start = backward ? KeysLayout.entryCount(DictLayout.keys(dict)) - 1L : 0;
    int shape = ts.runtime().types().dictIterator(mode).shape().id();
    return DictIterLayout.create(ts, shape, mode, dict, start, used, used);
  }

  public static long next(ThreadState ts, long iterator) {
    int mode = DictIterLayout.mode(iterator);
    for (; ; ) {
      long entry = nextEntry(ts, iterator, mode);
      if (entry == 0) {
        return Word.EMPTY;
      }
      long key = KeysLayout.key(entry);
      long value = KeysLayout.value(entry);
      if (key != Word.EMPTY && value != Word.EMPTY) {
        count(ts, iterator);
        return switch (mode & ~BACKWARD) {
          case KEYS -> key;
          case VALUES -> value;
          default -> Tuples.of(ts, key, value);
        };
      }
    }
  }

  /** Whether an iterator of the dict iterators' layout gives keys with their values. */
  public static boolean givesPairs(long iterator) {
    return (DictIterLayout.mode(iterator) & ~BACKWARD) == ITEMS;
  }

  /** A step of an iterator of this layout, over a dict or a set. */
  public static long nextOfEither(ThreadState ts, long iterator) {
    return DictIterLayout.mode(iterator) == OF_SET
        ? SetIterators.next(ts, iterator)
        : next(ts, iterator);
  }

  /** Stores the next value and key at {@code to}, in this order; false at the end. */
  public static boolean nextPair(ThreadState ts, long iterator, long to) {
    int mode = DictIterLayout.mode(iterator);
    for (; ; ) {
      long entry = nextEntry(ts, iterator, mode);
      if (entry == 0) {
        return false;
      }
      long key = KeysLayout.key(entry);
      long value = KeysLayout.value(entry);
      if (key != Word.EMPTY && value != Word.EMPTY) {
        count(ts, iterator);
        Memory.putLong(to, value);
        Memory.putLong(to + 8, key);
        return true;
      }
    }
  }

  /** Moves to the next entry in use, 0 at the end; it may be removed at any time. */
  private static long nextEntry(ThreadState ts, long iterator, int mode) {
    long dict = DictIterLayout.dict(iterator);
    if (dict == Word.EMPTY) {
      return 0;
    }
    if (DictLayout.used(dict) != DictIterLayout.used(iterator)) {
      DictIterLayout.setUsed(iterator, -1);
      throw Errors.runtimeError(ts, "dictionary changed size during iteration");
    }
    long keys = DictLayout.keys(dict);
    int position = (int) DictIterLayout.position(iterator);
    long entry =
        (mode & BACKWARD) == 0
            ? forward(keys, iterator, position)
            : backward(keys, iterator, position);
    if (entry == 0) {
      DictIterLayout.setDict(iterator, Word.EMPTY);
    }
    return entry;
  }

  private static long forward(long keys, long iterator, int position) {
    int end = KeysLayout.entryCount(keys);
    int bytes = KeysLayout.entryBytes(KeysLayout.form(keys));
    long entry = KeysLayout.entries(keys) + (long) position * bytes;
    for (int i = position; i < end; i++) {
      if (KeysLayout.value(entry) != Word.EMPTY) {
        DictIterLayout.setPosition(iterator, i + 1L);
        return entry;
      }
      entry += bytes;
    }
    return 0;
  }

  private static long backward(long keys, long iterator, int position) {
    int i = Dicts.previousEntry(keys, position);
    if (i < 0) {
      return 0;
    }
    DictIterLayout.setPosition(iterator, i - 1L);
    return KeysLayout.entry(keys, i);
  }

  private static void count(ThreadState ts, long iterator) {
    long left = DictIterLayout.left(iterator);
    if (left <= 0) {
      DictIterLayout.setDict(iterator, Word.EMPTY);
      throw Errors.runtimeError(ts, "dictionary keys changed during iteration");
    }
    DictIterLayout.setLeft(iterator, left - 1);
  }

  public static long left(long iterator) {
    long dict = DictIterLayout.dict(iterator);
    boolean valid = dict != Word.EMPTY && DictLayout.used(dict) == DictIterLayout.used(iterator);
    return valid ? DictIterLayout.left(iterator) : 0;
  }

  /** {@code __reduce__}: an iterator over a list of what is left; this one does not move. */
  public static long reduce(ThreadState ts, long iterator) {
    int mark = ts.rootMark();
    try {
      long list = Lists.create(ts, 0);
      ts.root(list);
      long dict = DictIterLayout.dict(iterator);
      if (dict != Word.EMPTY) {
        long copy =
            DictIterLayout.create(
                ts,
                dev.taipan.vm.layout.Cells.id(iterator),
                DictIterLayout.mode(iterator),
                dict,
                DictIterLayout.position(iterator),
                DictIterLayout.used(iterator),
                DictIterLayout.left(iterator));
        ts.root(copy);
        for (long item = next(ts, copy); item != Word.EMPTY; item = next(ts, copy)) {
          Lists.append(ts, list, item);
        }
      }
      return Tuples.of(ts, SequenceIterators.builtin(ts, "iter"), Tuples.of(ts, list));
    } finally {
      ts.rootRelease(mark);
    }
  }
}
