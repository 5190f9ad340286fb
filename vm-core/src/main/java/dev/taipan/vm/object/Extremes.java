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
      boolean any = false;
      Cursor items = Cursor.over(ts, iterable);
      int inner = ts.rootMark();
      for (long candidate = items.next(ts); candidate != Word.EMPTY; candidate = items.next(ts)) {
        ts.root(candidate);
        long own = key == Word.NONE ? candidate : Calls.call1(ts, key, candidate);
        ts.root(own);
        if (!any || wins(ts, wins, own, ts.rootAt(rank))) {
          ts.setRoot(item, candidate);
          ts.setRoot(rank, own);
          any = true;
        }
        ts.rootRelease(inner);
      }
      return any ? ts.rootAt(item) : Word.EMPTY;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static boolean wins(ThreadState ts, Slot wins, long own, long best) {
    if (Word.areInts(own, best)) {
      long difference = Word.unboxInt(own) - Word.unboxInt(best);
      return wins == Slot.LT ? difference < 0 : difference > 0;
    }
    return Comparison.isTrue(ts, wins, own, best);
  }
}
