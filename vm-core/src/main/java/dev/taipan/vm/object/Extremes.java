package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code min} and {@code max}: of equal items the first. */
public final class Extremes {
  private Extremes() {}

  public static long find(
      ThreadState ts, String name, Slot wins, long args, long key, long fallback) {
    int given = Tuples.length(args);
    if (given == 0) {
      throw Errors.typeError(ts, "%s expected at least 1 argument, got 0", name);
    }
    if (given > 1 && fallback != Word.EMPTY) {
      throw Errors.typeError(
          ts, "Cannot specify a default for %s() with multiple positional arguments", name);
    }
    long best = best(ts, wins, given == 1 ? Tuples.get(args, 0) : args, key);
    if (best != Word.EMPTY) {
      return best;
    }
    if (fallback == Word.EMPTY) {
      throw Errors.valueError(ts, "%s() iterable argument is empty", name);
    }
    return fallback;
  }

  private static long best(ThreadState ts, Slot wins, long iterable, long key) {
    int mark = ts.rootMark();
    try {
      // A root holds a value, so whether there is one yet is told apart.
      int item = ts.root(Word.NONE);
      int rank = ts.root(Word.NONE);
      boolean[] any = new boolean[1];
      Iteration.forEach(
          ts,
          iterable,
          (thread, candidate) -> {
            long own = key == Word.NONE ? candidate : Calls.call1(thread, key, candidate);
            thread.root(own);
            if (!any[0] || Comparison.isTrue(thread, wins, own, thread.rootAt(rank))) {
              thread.setRoot(item, candidate);
              thread.setRoot(rank, own);
              any[0] = true;
            }
            return true;
          });
      return any[0] ? ts.rootAt(item) : Word.EMPTY;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
