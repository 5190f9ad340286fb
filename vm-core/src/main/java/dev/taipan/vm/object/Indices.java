package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;

/**
 * Words that say where in a sequence, or how many: conversions with the errors that go with them.
 */
public final class Indices {
  private Indices() {}

  /** A size or position argument; OverflowError where it does not fit. */
  public static long size(ThreadState ts, long word) {
    long index = Numbers.index(ts, word);
    if (!Ints.fitsLong(index)) {
      throw Errors.overflowError(ts, "Python int too large to convert to C ssize_t");
    }
    return Ints.toLong(index);
  }

  /** A bound as {@code list.index(x, start, stop)} takes it: clipped, never None. */
  public static long bound(ThreadState ts, long word) {
    if (!Numbers.hasIndex(ts, word)) {
      throw Errors.typeError(ts, "slice indices must be integers or have an __index__ method");
    }
    return Numbers.indexClipped(ts, word);
  }

  /** A bound counted from the end if negative, at least 0. */
  public static long fromEnd(long bound, long length) {
    return bound < 0 ? Math.max(0, bound + length) : bound;
  }

  /** A repetition count: negative means none; the product must be a possible length. */
  public static int repeated(ThreadState ts, long count, int length) {
    if (count <= 0 || length == 0) {
      return 0;
    }
    if (count > (Integer.MAX_VALUE - 64) / length) {
      throw Errors.raiseBare(ts, Exc.MemoryError);
    }
    return (int) count;
  }

  /** The argument of a sequence's {@code __mul__}. */
  public static long factor(ThreadState ts, long word) {
    return repetition(ts, Numbers.index(ts, word));
  }

  /** The right operand of a sequence's {@code *}. */
  public static long repetition(ThreadState ts, long word) {
    if (!Numbers.hasIndex(ts, word)) {
      throw Errors.typeError(
          ts, "can't multiply sequence by non-int of type '%s'", Classes.nameOf(ts, word));
    }
    long count = Numbers.index(ts, word);
    if (!Ints.fitsLong(count)) {
      throw Errors.overflowError(
          ts, "cannot fit '%s' into an index-sized integer", Classes.nameOf(ts, word));
    }
    return Ints.toLong(count);
  }
}
