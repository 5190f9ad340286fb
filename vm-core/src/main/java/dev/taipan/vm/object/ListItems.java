package dev.taipan.vm.object;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Subscripts of lists. What counts from the end is counted under the list's lock, by the
 * container's operations; only extended slices are computed against a length that may be old when
 * they are used, and are clipped then.
 */
public final class ListItems {
  private static final int MAX_SEARCHES = 1000;

  private ListItems() {}

  public static long get(ThreadState ts, long list, long key) {
    if (Slices.isSlice(ts, key)) {
      return slice(ts, list, Slices.parts(ts, key));
    }
    long index = index(ts, key);
    long item = index < 0 ? Lists.getFromEnd(ts, list, index) : Lists.get(ts, list, index);
    if (item == Word.EMPTY) {
      throw Errors.indexError(ts, "list index out of range");
    }
    return item;
  }

  /** A number that may be negative. */
  private static long index(ThreadState ts, long key) {
    if (!Numbers.hasIndex(ts, key)) {
      throw Errors.typeError(
          ts, "list indices must be integers or slices, not %s", Classes.nameOf(ts, key));
    }
    return Numbers.indexOrError(ts, key);
  }

  private static long slice(ThreadState ts, long list, Slices.Parts parts) {
    if (parts.step() == 1) {
      return Lists.slice(ts, list, parts.start(), parts.stop());
    }
    long all = Lists.copy(ts, list);
    Slices.Range range = parts.of(ListLayout.length(all));
    int count = (int) range.count();
    long result = ListLayout.create(ts, count);
    long from = ListLayout.items(all);
    long to = ListLayout.items(result);
    for (int i = 0; i < count; i++) {
      long word = Memory.getLong(ListLayout.slot(from, range.start() + i * range.step()));
      Memory.putLong(ListLayout.slot(to, i), word);
    }
    ListLayout.setLength(result, count);
    return result;
  }

  public static void set(ThreadState ts, long list, long key, long value) {
    if (Slices.isSlice(ts, key)) {
      setSlice(ts, list, Slices.parts(ts, key), value);
    } else if (!Lists.set(ts, list, index(ts, key), value)) {
      throw Errors.indexError(ts, "list assignment index out of range");
    }
  }

  private static void setSlice(ThreadState ts, long list, Slices.Parts parts, long value) {
    String refusal =
        parts.step() == 1
            ? "can only assign an iterable"
            : "must assign iterable to extended slice";
    try (RootScope roots = ts.roots()) {
      assign(ts, list, parts, roots.keep(Sequences.fast(ts, value, refusal)));
    }
  }

  private static void assign(ThreadState ts, long list, Slices.Parts parts, long source) {
    int count = Sequences.length(ts, source);
    long words = Sequences.items(ts, source);
    if (parts.step() == 1) {
      Lists.replaceRange(ts, list, parts.start(), parts.stop(), words, count);
      return;
    }
    Slices.Range range = parts.of(ListLayout.length(list));
    if (count != range.count()) {
      throw Errors.valueError(
          ts,
          "attempt to assign sequence of size %d to extended slice of size %d",
          count,
          range.count());
    }
    for (int i = 0; i < count; i++) {
      Lists.set(ts, list, range.start() + i * range.step(), Memory.getLong(words + 8L * i));
    }
  }

  public static void delete(ThreadState ts, long list, long key) {
    if (!Slices.isSlice(ts, key)) {
      if (Lists.pop(ts, list, index(ts, key)) == Word.EMPTY) {
        throw Errors.indexError(ts, "list assignment index out of range");
      }
      return;
    }
    Slices.Parts parts = Slices.parts(ts, key);
    if (parts.step() == 1) {
      Lists.deleteRange(ts, list, parts.start(), parts.stop());
      return;
    }
    Slices.Range range = parts.of(ListLayout.length(list));
    if (range.count() > 0) {
      boolean backward = range.step() < 0;
      long first = backward ? range.start() + (range.count() - 1) * range.step() : range.start();
      Lists.deleteEvery(ts, list, (int) first, Math.abs(range.step()), (int) range.count());
    }
  }

  /**
   * Removes the first item that is equal; false if there is none. The one that was compared is the
   * one that goes: where others have moved it meanwhile, the search begins again, unless that
   * happens each time, as when the comparison itself moves it. Others may also have moved it past
   * the search, so a list that others may write is searched as it is at one moment.
   */
  public static boolean remove(ThreadState ts, long list, long value) {
    int mark = ts.rootMark();
    try {
      for (int searches = 1; ; searches++) {
        long searched = ObjectLock.isOwn(ts, list) ? list : Lists.copy(ts, list);
        ts.root(searched);
        int found = Sequences.find(ts, searched, value, 0, Integer.MAX_VALUE);
        long item = found < 0 ? Word.EMPTY : Lists.get(ts, searched, found);
        boolean others = searched == list && !ObjectLock.isOwn(ts, list);
        if (item == Word.EMPTY && !others) {
          return false;
        }
        if (searches == MAX_SEARCHES) {
          return Lists.pop(ts, list, found) != Word.EMPTY;
        }
        if (item != Word.EMPTY && Lists.removeAt(ts, list, found, item)) {
          return true;
        }
        ts.rootRelease(mark);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** A new list of this one's items several times over. */
  public static long repeated(ThreadState ts, long list, long count) {
    long once = Lists.copy(ts, list);
    int length = ListLayout.length(once);
    int times = Indices.repeated(ts, count, length);
    long result = ListLayout.create(ts, times * length);
    long from = ListLayout.slot(ListLayout.items(once), 0);
    Sequences.repeat(from, length, ListLayout.slot(ListLayout.items(result), 0), times);
    ListLayout.setLength(result, (long) times * length);
    return result;
  }

  /** A new list of the items of both. */
  public static long joined(ThreadState ts, long left, long right) {
    long result = Lists.copy(ts, left);
    Lists.extend(ts, result, right);
    return result;
  }
}
