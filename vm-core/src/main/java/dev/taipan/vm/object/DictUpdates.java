package dev.taipan.vm.object;

import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Filling dicts: from mappings, sequences of pairs and keywords. */
public final class DictUpdates {
  private DictUpdates() {}

  /** The arguments of {@code dict(...)} and {@code update(...)}; the receiver comes first. */
  public static void apply(
      ThreadState ts, String function, long dict, long args, int nargs, long kwnames) {
    if (nargs > 2) {
      throw Errors.typeError(ts, "%s expected at most 1 argument, got %d", function, nargs - 1);
    }
    if (nargs == 2) {
      update(ts, dict, Memory.getLong(args + 8));
    }
    int keywords = kwnames == Word.EMPTY ? 0 : TupleLayout.length(kwnames);
    for (int i = 0; i < keywords; i++) {
      long value = Memory.getLong(args + 8L * (nargs + i));
      Dicts.setStr(ts, dict, TupleLayout.get(kwnames, i), value);
    }
  }

  /** {@code dict.update(source)}: a mapping if it has {@code keys}, else pairs. */
  public static void update(ThreadState ts, long dict, long source) {
    boolean mapping =
        Dicts.isDict(ts, source)
            || Attributes.findQuietly(ts, source, ts.runtime().intern(ts, "keys")) != 0L;
    if (mapping) {
      Dicts.update(ts, dict, source);
      return;
    }
    int[] position = new int[1];
    int mark = ts.rootMark();
    try {
      long pairs = Snapshots.of(ts, source);
      ts.root(pairs);
      Iteration.forEach(
          ts,
          pairs,
          (thread, pair) -> {
            addPair(thread, dict, pair, position[0]++);
            return true;
          });
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void addPair(ThreadState ts, long dict, long pair, int position) {
    long items;
    try {
      items = Sequences.fast(ts, pair, "");
    } catch (Raised signal) {
      if (Iteration.isIterable(ts, pair)) {
        throw signal;
      }
      Errors.swallow(ts, signal, Exc.TypeError);
      throw Errors.typeError(
          ts, "cannot convert dictionary update sequence element #%d to a sequence", position);
    }
    int length = Sequences.length(ts, items);
    if (length != 2) {
      throw Errors.valueError(
          ts,
          "dictionary update sequence element #%d has length %d; 2 is required",
          position,
          length);
    }
    int mark = ts.rootMark();
    ts.root(items);
    Dicts.set(ts, dict, Sequences.at(ts, items, 0), Sequences.at(ts, items, 1));
    ts.rootRelease(mark);
  }

  /** A new dict with the items of one and then the other. */
  public static long merged(ThreadState ts, long left, long right) {
    int mark = ts.rootMark();
    try {
      long result = Dicts.copy(ts, left);
      ts.root(result);
      Dicts.update(ts, result, right);
      return result;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code cls.fromkeys(iterable, value)}: an exact new dict is filled directly. */
  public static long fromKeys(ThreadState ts, long cls, long iterable, long value) {
    int mark = ts.rootMark();
    try {
      long dict = Calls.call0(ts, cls);
      ts.root(dict);
      boolean exact = Dicts.isExact(ts, dict);
      long keys = exact ? Snapshots.of(ts, iterable) : iterable;
      ts.root(keys);
      Cursor cursor = Cursor.over(ts, keys);
      for (long key = cursor.next(ts); key != Word.EMPTY; key = cursor.next(ts)) {
        if (exact) {
          Dicts.set(ts, dict, key, value);
        } else {
          Subscript.set(ts, dict, key, value);
        }
      }
      return dict;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Equality of two dicts: as many items, and every one is in the other. */
  public static boolean equal(ThreadState ts, long left, long right) {
    if (Dicts.size(ts, left) != Dicts.size(ts, right)) {
      return false;
    }
    int mark = ts.rootMark();
    try {
      long items = Dicts.copy(ts, left);
      ts.root(items);
      for (int i = Dicts.nextPosition(items, 0); i >= 0; i = Dicts.nextPosition(items, i + 1)) {
        long other = Dicts.get(ts, right, Dicts.keyAt(items, i));
        if (other == Word.EMPTY) {
          return false;
        }
        int inner = ts.rootMark();
        ts.root(other);
        boolean same = Comparison.equal(ts, Dicts.valueAt(items, i), other);
        ts.rootRelease(inner);
        if (!same) {
          return false;
        }
      }
      return true;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code {key: value, ...}} of one moment. */
  public static String show(ThreadState ts, long dict) {
    int mark = ts.rootMark();
    try {
      long items = Dicts.copy(ts, dict);
      ts.root(items);
      StringBuilder out = new StringBuilder("{");
      for (int i = Dicts.nextPosition(items, 0); i >= 0; i = Dicts.nextPosition(items, i + 1)) {
        if (out.length() > 1) {
          out.append(", ");
        }
        out.append(Representation.text(ts, Dicts.keyAt(items, i))).append(": ");
        out.append(Representation.text(ts, Dicts.valueAt(items, i)));
      }
      return out.append('}').toString();
    } finally {
      ts.rootRelease(mark);
    }
  }
}
