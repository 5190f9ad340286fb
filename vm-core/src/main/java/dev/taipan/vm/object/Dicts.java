package dev.taipan.vm.object;

import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Dicts as objects: what goes beyond one atomic operation of {@link dev.taipan.vm.container.Dicts},
 * which does all work on the cells themselves.
 */
public final class Dicts {
  private Dicts() {}

  public static long create(ThreadState ts) {
    return DictLayout.create(ts);
  }

  /** Makes room for a number of items in all. */
  public static void reserve(ThreadState ts, long dict, int items) {
    dev.taipan.vm.container.Dicts.reserve(ts, dict, items);
  }

  public static boolean isDict(ThreadState ts, long word) {
    return Word.isCell(word) && ts.runtime().kindOf(word) == Kind.DICT;
  }

  /** Whether the word is a dict of exactly that type. */
  public static boolean isExact(ThreadState ts, long word) {
    return dev.taipan.vm.container.Dicts.isExact(word);
  }

  public static int size(ThreadState ts, long dict) {
    return DictLayout.used(dict);
  }

  /**
   * The value of a key, EMPTY if it is not there. Hashes and compares, which may run Python code.
   */
  public static long get(ThreadState ts, long dict, long key) {
    return dev.taipan.vm.container.Dicts.get(ts, dict, key);
  }

  /** Sets the value of a key. */
  public static void set(ThreadState ts, long dict, long key, long value) {
    dev.taipan.vm.container.Dicts.put(ts, dict, key, value);
  }

  /** Removes a key; gives its value, EMPTY if it was not there. */
  public static long delete(ThreadState ts, long dict, long key) {
    return dev.taipan.vm.container.Dicts.remove(ts, dict, key);
  }

  /** Removes a key if it has that value, in one step. */
  public static void deleteValue(ThreadState ts, long dict, long key, long value) {
    dev.taipan.vm.container.Dicts.removeValue(ts, dict, key, value);
  }

  /** Whether all keys are str or small ints, which need no Python code to be compared. */
  public static boolean hasSimpleKeys(long dict) {
    return KeysLayout.form(DictLayout.keys(dict)) == KeysLayout.FORM_SIMPLE;
  }

  /** The value of a str key, EMPTY if it is not there. */
  public static long getStr(ThreadState ts, long dict, long name) {
    return dev.taipan.vm.container.Dicts.getStr(ts, dict, name);
  }

  public static void setStr(ThreadState ts, long dict, long name, long value) {
    dev.taipan.vm.container.Dicts.putStr(ts, dict, name, value);
  }

  /** The value of a str key, which becomes {@code value} in the same step if it is not there. */
  public static long setDefaultStr(ThreadState ts, long dict, long name, long value) {
    return dev.taipan.vm.container.Dicts.setDefault(ts, dict, name, value);
  }

  public static long deleteStr(ThreadState ts, long dict, long name) {
    return dev.taipan.vm.container.Dicts.remove(ts, dict, name);
  }

  /** Sets the value of a key given as Java text. */
  public static void set(ThreadState ts, long dict, String name, long value) {
    setStr(ts, dict, ts.runtime().intern(ts, name), value);
  }

  /** What to do with an item. */
  @FunctionalInterface
  public interface Action {
    void take(long key, long value);
  }

  /** Runs an action for every item of one moment. */
  public static void forEach(ThreadState ts, long dict, Action action) {
    try (RootScope roots = ts.roots()) {
      long copy = roots.keep(copy(ts, dict));
      for (int i = nextPosition(copy, 0); i >= 0; i = nextPosition(copy, i + 1)) {
        action.take(keyAt(copy, i), valueAt(copy, i));
      }
    }
  }

  /**
   * The number of the first item at or after a position, -1 at the end; for iteration that survives
   * changes.
   */
  public static int nextPosition(long dict, int position) {
    return dev.taipan.vm.container.Dicts.nextEntry(DictLayout.keys(dict), position);
  }

  /** The key of an item by its number, EMPTY if it is gone. */
  public static long keyAt(long dict, int position) {
    long keys = DictLayout.keys(dict);
    return position < KeysLayout.entryCount(keys)
        ? KeysLayout.key(KeysLayout.entry(keys, position))
        : Word.EMPTY;
  }

  /** The value of an item by its number, EMPTY if it is gone. */
  public static long valueAt(long dict, int position) {
    long keys = DictLayout.keys(dict);
    return position < KeysLayout.entryCount(keys)
        ? KeysLayout.value(KeysLayout.entry(keys, position))
        : Word.EMPTY;
  }

  public static long copy(ThreadState ts, long dict) {
    return dev.taipan.vm.container.Dicts.copy(ts, dict);
  }

  /**
   * {@code target.update(source)} with a dict, or any object that has {@code keys} and {@code
   * __getitem__}.
   */
  public static void update(ThreadState ts, long target, long source) {
    int mark = ts.rootMark();
    try {
      ts.root(target);
      ts.root(source);
      if (isDict(ts, source) && !hasOwnIteration(ts, source)) {
        long items = copy(ts, source);
        ts.root(items);
        int first = dev.taipan.vm.container.Dicts.putAll(ts, target, items);
        for (int i = first; i >= 0; i = nextPosition(items, i + 1)) {
          set(ts, target, keyAt(items, i), valueAt(items, i));
        }
        return;
      }
      long keys = Calls.named(ts, source, "keys");
      ts.root(keys);
      Iteration.forEach(
          ts,
          keys,
          (thread, key) -> {
            int inner = thread.rootMark();
            long value = Subscript.get(thread, source, key);
            thread.root(value);
            set(thread, target, key, value);
            thread.rootRelease(inner);
            return true;
          });
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static boolean hasOwnIteration(ThreadState ts, long dict) {
    return ts.runtime().typeOf(dict).slot(ts, dev.taipan.vm.type.Slot.ITER)
        != ts.runtime().types().dict.slot(ts, dev.taipan.vm.type.Slot.ITER);
  }

  /**
   * Adds the items of a mapping to a dict that nobody else knows; answers the first key that was
   * already there (which stops it), EMPTY if none.
   */
  public static long merge(ThreadState ts, long target, long source) {
    int mark = ts.rootMark();
    try {
      ts.root(target);
      ts.root(source);
      if (isDict(ts, source) && !hasOwnIteration(ts, source)) {
        return mergeDict(ts, target, source);
      }
      long keys = Calls.named(ts, source, "keys");
      ts.root(keys);
      long[] twice = new long[1];
      Iteration.forEach(
          ts,
          keys,
          (thread, key) -> {
            if (get(thread, target, key) != Word.EMPTY) {
              twice[0] = key;
              return false;
            }
            int inner = thread.rootMark();
            long value = Subscript.get(thread, source, key);
            thread.root(value);
            set(thread, target, key, value);
            thread.rootRelease(inner);
            return true;
          });
      return twice[0];
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The same with the items that a dict has at one moment; the caller releases the root. */
  private static long mergeDict(ThreadState ts, long target, long source) {
    if (DictLayout.keys(target) == ts.heap.emptyKeys()) {
      dev.taipan.vm.container.Dicts.fill(ts, target, source);
      return Word.EMPTY;
    }
    long items = copy(ts, source);
    ts.root(items);
    for (int i = nextPosition(items, 0); i >= 0; i = nextPosition(items, i + 1)) {
      if (get(ts, target, keyAt(items, i)) != Word.EMPTY) {
        return keyAt(items, i);
      }
      set(ts, target, keyAt(items, i), valueAt(items, i));
    }
    return Word.EMPTY;
  }

  /** A list of the keys of one moment. */
  public static long keysList(ThreadState ts, long dict) {
    try (RootScope roots = ts.roots()) {
      long list = roots.keep(Lists.create(ts, size(ts, dict)));
      forEach(ts, dict, (key, value) -> Lists.append(ts, list, key));
      return list;
    }
  }
}
