package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Lists as objects: what goes beyond one atomic operation of {@link dev.taipan.vm.container.Lists},
 * which does all work on the cells themselves.
 */
public final class Lists {
  private Lists() {}

  public static long create(ThreadState ts, int capacity) {
    return ListLayout.create(ts, capacity);
  }

  /** A list of the words that lie at an address. */
  public static long fromMemory(ThreadState ts, long words, int count) {
    return ListLayout.copyOf(ts, words, count);
  }

  public static boolean isList(ThreadState ts, long word) {
    return Word.isCell(word) && ts.runtime().kindOf(word) == Kind.LIST;
  }

  public static int length(long list) {
    return ListLayout.length(list);
  }

  /** The item at an index, EMPTY where there is none. */
  public static long get(ThreadState ts, long list, long index) {
    return dev.taipan.vm.container.Lists.get(ts, list, index);
  }

  public static void append(ThreadState ts, long list, long item) {
    dev.taipan.vm.container.Lists.append(ts, list, item);
  }

  /** Appends all items of an iterable; those of a list, tuple, dict, view or set at once. */
  public static void extend(ThreadState ts, long list, long source) {
    long iterable = Snapshots.of(ts, source);
    if (Word.isCell(iterable) && ts.runtime().typeOf(iterable) == ts.runtime().types().list) {
      dev.taipan.vm.container.Lists.extend(ts, list, iterable);
    } else if (Word.isCell(iterable)
        && ts.runtime().typeOf(iterable) == ts.runtime().types().tuple) {
      dev.taipan.vm.container.Lists.appendAll(
          ts, list, TupleLayout.items(iterable), TupleLayout.length(iterable));
    } else {
      try (RootScope roots = ts.roots()) {
        roots.keep(list);
        roots.keep(iterable);
        long iterator = roots.keep(Iteration.iter(ts, iterable));
        // The number is of no use here, but programs see that they are asked, and what is refused.
        Iteration.lengthHint(ts, iterable, 0);
        for (long item = Iteration.next(ts, iterator);
            item != Word.EMPTY;
            item = Iteration.next(ts, iterator)) {
          append(ts, list, item);
        }
      }
    }
  }

  /** A tuple of the items as they are at one moment. */
  public static long toTuple(ThreadState ts, long list) {
    return dev.taipan.vm.container.Lists.toTuple(ts, list, Tuples.empty(ts));
  }
}
