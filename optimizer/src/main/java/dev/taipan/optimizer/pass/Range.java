package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.vm.value.Word;

/**
 * The ints from low to high. An empty range (low above high) stands for code that is never reached;
 * whatever is said of it is true.
 */
record Range(long low, long high) {
  static final Range ANY = new Range(Long.MIN_VALUE, Long.MAX_VALUE);
  static final Range SMALL_INT = new Range(Word.MIN_INT, Word.MAX_INT);
  static final Range U32 = new Range(0, 0xFFFF_FFFFL);
  static final Range ZERO = new Range(0, 0);

  boolean contains(long value) {
    return low <= value && value <= high;
  }

  boolean containsAll(Range other) {
    return low <= other.low && other.high <= high;
  }

  Range union(Range other) {
    return new Range(Math.min(low, other.low), Math.max(high, other.high));
  }

  Range within(Range other) {
    return new Range(Math.max(low, other.low), Math.min(high, other.high));
  }

  /** What wrapping arithmetic gives; ANY as soon as it can wrap. */
  static Range of(IrOp op, Range a, Range b) {
    try {
      return switch (op) {
        case ADD_WRAP -> new Range(Math.addExact(a.low, b.low), Math.addExact(a.high, b.high));
        case SUB_WRAP ->
            new Range(Math.subtractExact(a.low, b.high), Math.subtractExact(a.high, b.low));
        case MUL_WRAP -> product(a, b);
        default -> ANY;
      };
    } catch (ArithmeticException wraps) {
      return ANY;
    }
  }

  private static Range product(Range a, Range b) {
    long p = Math.multiplyExact(a.low, b.low);
    long q = Math.multiplyExact(a.low, b.high);
    long r = Math.multiplyExact(a.high, b.low);
    long s = Math.multiplyExact(a.high, b.high);
    return new Range(
        Math.min(Math.min(p, q), Math.min(r, s)), Math.max(Math.max(p, q), Math.max(r, s)));
  }

  /** A mask that is not negative bounds the result from both sides. */
  static Range and(Range a, Range b) {
    long high = Long.MAX_VALUE;
    if (a.low >= 0) {
      high = a.high;
    }
    if (b.low >= 0) {
      high = Math.min(high, b.high);
    }
    return a.low >= 0 || b.low >= 0 ? new Range(0, high) : ANY;
  }

  /** A flooring remainder has the divisor's sign. */
  static Range mod(Range divisor) {
    return divisor.low > 0 ? new Range(0, divisor.high - 1) : SMALL_INT;
  }

  static Range shiftRight(Range a, Range count) {
    boolean constant = count.low == count.high && count.contains(count.low & 63);
    return constant ? new Range(a.low >> count.low, a.high >> count.low) : a.within(ANY).signed();
  }

  /** A shift to the right brings a number nearer to 0 or -1. */
  private Range signed() {
    return new Range(Math.min(low, -1), Math.max(high, 0));
  }

  /** Whether (a cond b) holds for every a of this range and every b of the other. */
  boolean always(Cond cond, Range b) {
    return switch (cond) {
      case EQ -> low == high && b.low == b.high && low == b.low;
      case NE -> high < b.low || b.high < low;
      case LT -> high < b.low;
      case LE -> high <= b.low;
      case GT -> low > b.high;
      case GE -> low >= b.high;
    };
  }

  /** What is left of this range if (a cond b) holds for some b of the other. */
  Range when(Cond cond, Range b) {
    return switch (cond) {
      case EQ -> within(b);
      case NE -> this;
      case LT -> b.high == Long.MIN_VALUE ? this : new Range(low, Math.min(high, b.high - 1));
      case LE -> new Range(low, Math.min(high, b.high));
      case GT -> b.low == Long.MAX_VALUE ? this : new Range(Math.max(low, b.low + 1), high);
      case GE -> new Range(Math.max(low, b.low), high);
    };
  }
}
