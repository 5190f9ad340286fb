package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Making and reading tuples. */
public final class Tuples {
  private Tuples() {}

  public static long empty(ThreadState ts) {
    return ts.runtime().emptyTuple();
  }

  public static long of(ThreadState ts, long item) {
    long tuple = TupleLayout.create(ts, 1);
    TupleLayout.set(tuple, 0, item);
    Memory.storeStoreFence();
    return tuple;
  }

  public static long of(ThreadState ts, long first, long second) {
    return TupleLayout.of(ts, first, second);
  }

  public static long of(ThreadState ts, long... items) {
    return items.length == 0 ? empty(ts) : TupleLayout.of(ts, items);
  }

  /** A tuple of the words that lie at an address. */
  public static long fromMemory(ThreadState ts, long words, int count) {
    return count == 0 ? empty(ts) : TupleLayout.copyOf(ts, words, count);
  }

  public static boolean isTuple(ThreadState ts, long word) {
    return Word.isCell(word) && ts.runtime().kindOf(word) == Kind.TUPLE;
  }

  public static int length(long tuple) {
    return TupleLayout.length(tuple);
  }

  public static long get(long tuple, int index) {
    return TupleLayout.get(tuple, index);
  }
}
