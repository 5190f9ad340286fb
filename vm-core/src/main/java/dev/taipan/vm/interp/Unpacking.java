package dev.taipan.vm.interp;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Taking iterables apart; the first item ends up on top of the stack. No more is asked for than
 * tells whether the number fits: an iterator may be endless, or be used afterwards.
 */
final class Unpacking {
  private Unpacking() {}

  static void unpackSequence(ThreadState ts, long fp, long pc, long sequence, long to, int count) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    if (Cells.is(sequence, Kind.TUPLE) && unpackTuple(sequence, to, count)
        || Cells.is(sequence, Kind.LIST) && unpackList(sequence, to, count)) {
      return;
    }
    int mark = ts.rootMark();
    try {
      long iterator = iterator(ts, sequence);
      ts.root(iterator);
      long list = Lists.create(ts, count);
      ts.root(list);
      int found = take(ts, iterator, list, count);
      if (found < count) {
        throw Errors.valueError(
            ts, "not enough values to unpack (expected %d, got %d)", count, found);
      }
      if (Iteration.next(ts, iterator) != Word.EMPTY) {
        throw Errors.valueError(ts, "too many values to unpack (expected %d)", count);
      }
      reverse(ListLayout.items(list) + ListLayout.WORDS, to, count);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long iterator(ThreadState ts, long sequence) {
    if (!Iteration.isIterable(ts, sequence)) {
      throw Errors.typeError(
          ts, "cannot unpack non-iterable %s object", ts.runtime().typeOf(sequence).name());
    }
    return Iteration.iter(ts, sequence);
  }

  /** Appends so many items to a list; gives how many there were. */
  private static int take(ThreadState ts, long iterator, long list, int count) {
    for (int i = 0; i < count; i++) {
      long item = Iteration.next(ts, iterator);
      if (item == Word.EMPTY) {
        return i;
      }
      Lists.append(ts, list, item);
    }
    return count;
  }

  static boolean unpackTuple(long tuple, long to, int count) {
    if (TupleLayout.length(tuple) != count) {
      return false;
    }
    reverse(TupleLayout.items(tuple), to, count);
    return true;
  }

  /** Another thread may shorten the list meanwhile: an EMPTY slot means that it did. */
  static boolean unpackList(long list, long to, int count) {
    long items = ListLayout.items(list);
    if (ListLayout.length(list) != count || ListLayout.capacity(items) < count) {
      return false;
    }
    reverse(items + ListLayout.WORDS, to, count);
    for (int i = 0; i < count; i++) {
      if (Memory.getLong(to + 8L * i) == Word.EMPTY) {
        return false;
      }
    }
    return true;
  }

  private static void reverse(long from, long to, int count) {
    for (int i = 0; i < count; i++) {
      Memory.putLong(to + 8L * (count - 1 - i), Memory.getLongAcquire(from + 8L * i));
    }
  }

  /** With a star between: all that is left goes into a list, whose last items are taken off. */
  static void unpackEx(ThreadState ts, long sequence, long to, int before, int after) {
    int mark = ts.rootMark();
    try {
      long iterator = iterator(ts, sequence);
      ts.root(iterator);
      long first = Lists.create(ts, before);
      ts.root(first);
      int found = take(ts, iterator, first, before);
      long list = Lists.create(ts, 0);
      ts.root(list);
      if (found == before) {
        Lists.extend(ts, list, iterator);
        found += ListLayout.length(list);
      }
      if (found < before + after) {
        throw Errors.valueError(
            ts,
            "not enough values to unpack (expected at least %d, got %d)",
            before + after,
            found);
      }
      int middle = found - before - after;
      long items = ListLayout.items(list) + ListLayout.WORDS;
      long rest = after == 0 ? list : ListLayout.copyOf(ts, items, middle);
      reverse(items + 8L * middle, to, after);
      Memory.putLong(to + 8L * after, rest);
      reverse(ListLayout.items(first) + ListLayout.WORDS, to + 8L * (after + 1), before);
    } finally {
      ts.rootRelease(mark);
    }
  }
}
