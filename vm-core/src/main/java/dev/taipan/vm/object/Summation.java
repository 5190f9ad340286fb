package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * {@code sum}: floats are added with the error of each addition kept beside the total (Neumaier's
 * method), everything else with {@code +}.
 */
public final class Summation {
  private final int total;
  private boolean floats;
  private double sum;
  private double error;

  private Summation(ThreadState ts, long start) {
    total = ts.root(start);
    take(start);
  }

  public static long of(ThreadState ts, long iterable, long start) {
    refuse(ts, start);
    int mark = ts.rootMark();
    try {
      Summation summation = new Summation(ts, start);
      Iteration.forEach(
          ts,
          iterable,
          (thread, item) -> {
            summation.add(thread, item);
            return true;
          });
      return summation.result(ts);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void refuse(ThreadState ts, long start) {
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

  private void take(long value) {
    floats = Word.isDouble(value);
    sum = floats ? Word.unboxDouble(value) : 0.0;
    error = 0.0;
  }

  private void add(ThreadState ts, long item) {
    if (floats && Word.isDouble(item)) {
      addDouble(Word.unboxDouble(item));
    } else if (floats && Word.isInt(item)) {
      sum += (double) Word.unboxInt(item);
    } else {
      long next = Operators.binary(ts, Slot.ADD.ordinal(), result(ts), item);
      ts.setRoot(total, next);
      take(next);
    }
  }

  private void addDouble(double x) {
    double t = sum + x;
    error += Math.abs(sum) >= Math.abs(x) ? sum - t + x : x - t + sum;
    sum = t;
  }

  private long result(ThreadState ts) {
    if (!floats) {
      return ts.rootAt(total);
    }
    // An infinite or undefined error says nothing about a total that overflowed.
    return Word.boxDouble(error != 0.0 && Double.isFinite(error) ? sum + error : sum);
  }
}
