package dev.taipan.vm.object;

import dev.taipan.vm.layout.IntLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;

/**
 * Integer arithmetic on words that are ints: small ones, True and False, and INT cells (subclasses
 * included).
 *
 * <p>What fits 64 bits on the way is computed in a {@code long}; the rest goes through BigInteger,
 * which is never stored: the result is copied into native limbs at once.
 */
public final class Ints {
  private Ints() {}

  private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  /**
   * Shifts that would make a number of more bits than this raise MemoryError instead of exhausting
   * the machine.
   */
  private static final long MAX_BITS = 1L << 34;

  /** Whether the word is an int of any kind. */
  public static boolean isInt(ThreadState ts, long word) {
    return Word.isInt(word) || Word.isBool(word) || ts.runtime().kindOf(word) == Kind.INT;
  }

  /** Whether the int's value fits a Java long. */
  public static boolean fitsLong(long word) {
    return !Word.isCell(word) || IntLayout.fitsLong(word);
  }

  /** The value of an int that fits. */
  public static long toLong(long word) {
    if (Word.isInt(word)) {
      return Word.unboxInt(word);
    }
    return Word.isBool(word) ? (word == Word.TRUE ? 1 : 0) : IntLayout.toLong(word);
  }

  public static BigInteger toBig(long word) {
    if (!Word.isCell(word)) {
      return BigInteger.valueOf(toLong(word));
    }
    int limbs = IntLayout.limbCount(word);
    byte[] bytes = new byte[limbs * 8];
    for (int i = 0; i < limbs; i++) {
      long limb = IntLayout.limb(word, i);
      for (int b = 0; b < 8; b++) {
        bytes[bytes.length - 1 - 8 * i - b] = (byte) (limb >>> 8 * b);
      }
    }
    return new BigInteger(IntLayout.isNegative(word) ? -1 : 1, bytes);
  }

  public static long of(ThreadState ts, long value) {
    return Word.fitsInt(value) ? Word.boxInt(value) : IntLayout.ofLong(ts, value);
  }

  public static long of(ThreadState ts, BigInteger value) {
    if (value.bitLength() <= 63) {
      return of(ts, value.longValue());
    }
    return ofMagnitude(ts, value.abs().toByteArray(), value.signum() < 0);
  }

  /** An int cell of big-endian magnitude bytes. */
  private static long ofMagnitude(ThreadState ts, byte[] magnitude, boolean negative) {
    int limbs = (magnitude.length + 7) / 8;
    long cell = IntLayout.create(ts, limbs, negative);
    fill(cell, magnitude, limbs);
    int used = limbs;
    while (used > 1 && IntLayout.limb(cell, used - 1) == 0) {
      used--;
    }
    IntLayout.trim(cell, used, negative);
    return cell;
  }

  private static void fill(long cell, byte[] magnitude, int limbs) {
    for (int i = 0; i < limbs; i++) {
      long limb = 0;
      for (int b = 0; b < 8; b++) {
        int at = magnitude.length - 1 - 8 * i - b;
        if (at >= 0) {
          limb |= (magnitude[at] & 0xFFL) << 8 * b;
        }
      }
      IntLayout.setLimb(cell, i, limb);
    }
  }

  public static long add(ThreadState ts, long left, long right) {
    if (fitsLong(left) && fitsLong(right)) {
      long a = toLong(left);
      long b = toLong(right);
      long sum = a + b;
      if (((a ^ sum) & (b ^ sum)) >= 0) {
        return of(ts, sum);
      }
    }
    return of(ts, toBig(left).add(toBig(right)));
  }

  public static long subtract(ThreadState ts, long left, long right) {
    if (fitsLong(left) && fitsLong(right)) {
      long a = toLong(left);
      long b = toLong(right);
      long difference = a - b;
      if (((a ^ b) & (a ^ difference)) >= 0) {
        return of(ts, difference);
      }
    }
    return of(ts, toBig(left).subtract(toBig(right)));
  }

  public static long multiply(ThreadState ts, long left, long right) {
    if (fitsLong(left) && fitsLong(right)) {
      long a = toLong(left);
      long b = toLong(right);
      long low = a * b;
      if (Math.multiplyHigh(a, b) == low >> 63) {
        return of(ts, low);
      }
    }
    return of(ts, toBig(left).multiply(toBig(right)));
  }

  /** The quotient rounded towards minus infinity; the divisor has been checked. */
  public static long floorDivide(ThreadState ts, long left, long right) {
    if (fitsLong(left) && fitsLong(right)) {
      long a = toLong(left);
      long b = toLong(right);
      if (a != Long.MIN_VALUE || b != -1) {
        return of(ts, Math.floorDiv(a, b));
      }
    }
    return of(ts, floorDivide(toBig(left), toBig(right)));
  }

  public static BigInteger floorDivide(BigInteger left, BigInteger right) {
    BigInteger[] parts = left.divideAndRemainder(right);
    return parts[1].signum() != 0 && parts[1].signum() != right.signum()
        ? parts[0].subtract(BigInteger.ONE)
        : parts[0];
  }

  /** The remainder with the divisor's sign; the divisor has been checked. */
  public static long modulo(ThreadState ts, long left, long right) {
    if (fitsLong(left) && fitsLong(right)) {
      return of(ts, Math.floorMod(toLong(left), toLong(right)));
    }
    return of(ts, modulo(toBig(left), toBig(right)));
  }

  public static BigInteger modulo(BigInteger left, BigInteger right) {
    BigInteger rest = left.remainder(right);
    return rest.signum() != 0 && rest.signum() != right.signum() ? rest.add(right) : rest;
  }

  /** True division with one rounding, as for exact fractions. */
  public static double trueDivide(ThreadState ts, long left, long right) {
    if (isExactDouble(left) && isExactDouble(right)) {
      return (double) toLong(left) / (double) toLong(right);
    }
    return BigRatio.toDouble(ts, toBig(left), toBig(right));
  }

  private static boolean isExactDouble(long word) {
    return fitsLong(word) && Math.abs(toLong(word)) <= 1L << 53;
  }

  public static long and(ThreadState ts, long left, long right) {
    return fitsLong(left) && fitsLong(right)
        ? of(ts, toLong(left) & toLong(right))
        : of(ts, toBig(left).and(toBig(right)));
  }

  public static long or(ThreadState ts, long left, long right) {
    return fitsLong(left) && fitsLong(right)
        ? of(ts, toLong(left) | toLong(right))
        : of(ts, toBig(left).or(toBig(right)));
  }

  public static long xor(ThreadState ts, long left, long right) {
    return fitsLong(left) && fitsLong(right)
        ? of(ts, toLong(left) ^ toLong(right))
        : of(ts, toBig(left).xor(toBig(right)));
  }

  public static long shiftLeft(ThreadState ts, long left, long right) {
    if (signum(right) < 0) {
      throw Errors.valueError(ts, "negative shift count");
    }
    if (signum(left) == 0) {
      return Word.boxInt(0);
    }
    if (fitsLong(right) && toLong(right) < 64 && fitsLong(left)) {
      long a = toLong(left);
      int by = (int) toLong(right);
      if (by < 63 && a << by >> by == a) {
        return of(ts, a << by);
      }
    }
    if (!fitsLong(right) || toLong(right) > MAX_BITS) {
      throw Errors.raiseBare(ts, Exc.MemoryError);
    }
    if (toLong(right) >= Integer.MAX_VALUE - 64) {
      throw Errors.raiseBare(ts, Exc.MemoryError);
    }
    return of(ts, toBig(left).shiftLeft((int) toLong(right)));
  }

  public static long shiftRight(ThreadState ts, long left, long right) {
    if (signum(right) < 0) {
      throw Errors.valueError(ts, "negative shift count");
    }
    if (!fitsLong(right) || toLong(right) >= Integer.MAX_VALUE) {
      return Word.boxInt(signum(left) < 0 ? -1 : 0);
    }
    int by = (int) toLong(right);
    if (fitsLong(left)) {
      return of(ts, toLong(left) >> Math.min(by, 63));
    }
    return of(ts, toBig(left).shiftRight(by));
  }

  /** A non-negative power. */
  public static long power(ThreadState ts, long base, long exponent) {
    if (fitsLong(base) && fitsLong(exponent)) {
      long quick = smallPower(ts, toLong(base), toLong(exponent));
      if (quick != 0L) {
        return quick;
      }
    }
    if (!fitsLong(exponent) || toLong(exponent) > Integer.MAX_VALUE) {
      throw Errors.raiseBare(ts, Exc.MemoryError);
    }
    return of(ts, toBig(base).pow((int) toLong(exponent)));
  }

  private static long smallPower(ThreadState ts, long base, long exponent) {
    if (base == 0 || base == 1 || base == -1) {
      return Word.boxInt(exponent == 0 ? 1 : base == -1 && (exponent & 1) == 0 ? 1 : base);
    }
    long result = 1;
    long square = base;
    for (long e = exponent; ; square *= square) {
      if ((e & 1) != 0) {
        if (Math.multiplyHigh(result, square) != result * square >> 63) {
          return 0L;
        }
        result *= square;
      }
      e >>>= 1;
      if (e == 0) {
        return of(ts, result);
      }
      if (Math.multiplyHigh(square, square) != square * square >> 63) {
        return 0L;
      }
    }
  }

  public static int signum(long word) {
    if (Word.isCell(word)) {
      return IntLayout.isNegative(word)
          ? -1
          : IntLayout.limbCount(word) == 0 || fitsLong(word) && toLong(word) == 0 ? 0 : 1;
    }
    return Long.signum(toLong(word));
  }

  public static int compare(long left, long right) {
    if (fitsLong(left) && fitsLong(right)) {
      return Long.compare(toLong(left), toLong(right));
    }
    return toBig(left).compareTo(toBig(right));
  }

  public static long negative(ThreadState ts, long operand) {
    if (fitsLong(operand) && toLong(operand) != Long.MIN_VALUE) {
      return of(ts, -toLong(operand));
    }
    return of(ts, toBig(operand).negate());
  }

  /** {@code +operand}: an int of exactly that type. */
  public static long positive(ThreadState ts, long operand) {
    if (fitsLong(operand)) {
      return of(ts, toLong(operand));
    }
    return ts.runtime().typeOf(operand) == ts.runtime().types().int_
        ? operand
        : of(ts, toBig(operand));
  }

  /** The value as an instance of a class that is int or derived from it. */
  public static long ofType(ThreadState ts, PyType type, long value) {
    if (type == ts.runtime().types().int_) {
      return positive(ts, value);
    }
    BigInteger big = toBig(value);
    Shape shape = type.shape();
    int limbs = (big.abs().bitLength() + 63) / 64;
    long cell = IntLayout.create(ts, shape.id(), limbs, big.signum() < 0, shape.attributeWords());
    fill(cell, big.abs().toByteArray(), limbs);
    dev.taipan.vm.memory.Memory.storeStoreFence();
    return cell;
  }

  public static long invert(ThreadState ts, long operand) {
    return fitsLong(operand) ? of(ts, ~toLong(operand)) : of(ts, toBig(operand).not());
  }

  /** The nearest double; infinite where the int is too large. */
  public static double toDouble(long word) {
    return fitsLong(word) ? (double) toLong(word) : toBig(word).doubleValue();
  }

  /** Whether a BigInteger fits a long; for callers that hold one anyway. */
  public static boolean fitsLong(BigInteger value) {
    return value.compareTo(MIN_LONG) >= 0 && value.compareTo(MAX_LONG) <= 0;
  }

  /** Exact comparison of an int with a double that is not NaN. */
  public static int compareToDouble(long word, double other) {
    if (Double.isInfinite(other)) {
      return other > 0 ? -1 : 1;
    }
    if (isExactDouble(word)) {
      return Double.compare((double) toLong(word), other == 0.0 ? 0.0 : other);
    }
    return new java.math.BigDecimal(toBig(word)).compareTo(new java.math.BigDecimal(other));
  }
}
