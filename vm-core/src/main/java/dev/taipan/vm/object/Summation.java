package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * {@code sum}, in up to three stretches that are not gone back to: ints as machine numbers, floats
 * with the error of each addition kept beside the total (Neumaier's method), everything else with
 * {@code +}. What a stretch cannot take is added with {@code +} and ends it.
 */
public final class Summation {
  private final Cursor items;

  /** Where the total is rooted while other code may run. */
  private final int total;

  private boolean ended;

  private Summation(ThreadState ts, Cursor items, long start) {
    this.items = items;
    this.total = ts.root(start);
  }

  public static long of(ThreadState ts, long iterable, long start) {
    int mark = ts.rootMark();
    try {
      Cursor items = Cursor.over(ts, iterable);
      refuse(ts, start);
      return new Summation(ts, items, start).run(ts);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void refuse(ThreadState ts, long start) {
    if (!Word.isCell(start)) {
      return;
    }
    if (Strs.isStr(ts, start)) {
      throw Errors.typeError(ts, "sum() can't sum strings [use ''.join(seq) instead]");
    }
    Kind kind = ts.runtime().kindOf(start);
    if (kind == Kind.BYTES) {
      throw Errors.typeError(ts, "sum() can't sum bytes [use b''.join(seq) instead]");
    }
    if (kind == Kind.BYTEARRAY) {
      throw Errors.typeError(ts, "sum() can't sum bytearray [use b''.join(seq) instead]");
    }
  }

  private long run(ThreadState ts) {
    if (Word.isInt(ts.rootAt(total))) {
      addInts(ts);
    }
    if (!ended && Word.isDouble(ts.rootAt(total))) {
      addFloats(ts);
    }
    while (!ended) {
      addAny(ts, items.next(ts));
    }
    return ts.rootAt(total);
  }

  private void addInts(ThreadState ts) {
    long sum = Word.unboxInt(ts.rootAt(total));
    while (true) {
      long item = items.next(ts);
      long value;
      if (Word.isInt(item)) {
        value = Word.unboxInt(item);
      } else if (Word.isBool(item)) {
        value = item == Word.TRUE ? 1 : 0;
      } else {
        leave(ts, Ints.of(ts, sum), item);
        return;
      }
      long next = sum + value;
      if (((sum ^ next) & (value ^ next)) < 0) {
        leave(ts, Ints.of(ts, sum), item);
        return;
      }
      sum = next;
    }
  }

  private void addFloats(ThreadState ts) {
    double sum = Word.unboxDouble(ts.rootAt(total));
    double error = 0.0;
    while (true) {
      long item = items.next(ts);
      if (Word.isDouble(item)) {
        double x = Word.unboxDouble(item);
        double t = sum + x;
        error += Math.abs(sum) >= Math.abs(x) ? sum - t + x : x - t + sum;
        sum = t;
      } else if (isMachineInt(ts, item)) {
        sum += (double) Ints.toLong(item);
      } else {
        // An infinite or undefined error says nothing about a total that overflowed.
        double whole = error != 0.0 && Double.isFinite(error) ? sum + error : sum;
        leave(ts, Word.boxDouble(whole), item);
        return;
      }
    }
  }

  /** An int, of a derived class too, of at most 64 bits. */
  private static boolean isMachineInt(ThreadState ts, long item) {
    return Word.isInt(item) || item != Word.EMPTY && Ints.isInt(ts, item) && Ints.fitsLong(item);
  }

  /** The end of a stretch: its total, and what it could not take. */
  private void leave(ThreadState ts, long sum, long item) {
    ts.setRoot(total, sum);
    addAny(ts, item);
  }

  private void addAny(ThreadState ts, long item) {
    if (item == Word.EMPTY) {
      ended = true;
      return;
    }
    ts.setRoot(total, Operators.binary(ts, Slot.ADD.ordinal(), ts.rootAt(total), item));
  }
}
