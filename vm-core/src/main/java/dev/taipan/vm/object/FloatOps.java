package dev.taipan.vm.object;

import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What {@code float}'s methods do with any argument. */
public final class FloatOps {
  /** Decimal places beyond which no double has digits. */
  private static final int MAX_PLACES = 323;

  /** Powers of ten beyond which every double rounds to zero. */
  private static final int MAX_POWER = 308;

  private FloatOps() {}

  private static boolean isReal(ThreadState ts, long value) {
    return Floats.isFloat(ts, value) || Ints.isInt(ts, value);
  }

  /** The double of a float or int. */
  private static double real(ThreadState ts, long value) {
    return Floats.isFloat(ts, value) ? Floats.value(ts, value) : Numbers.intToDouble(ts, value);
  }

  public static long binary(ThreadState ts, Slot op, long self, long value) {
    return isReal(ts, value)
        ? Numbers.floats(ts, op.ordinal(), real(ts, self), real(ts, value))
        : Word.NOT_IMPLEMENTED;
  }

  public static long reflected(ThreadState ts, Slot op, long self, long value) {
    return isReal(ts, value)
        ? Numbers.floats(ts, op.ordinal(), real(ts, value), real(ts, self))
        : Word.NOT_IMPLEMENTED;
  }

  public static long compare(ThreadState ts, int op, long self, long value) {
    double left = Floats.value(ts, self);
    if (Floats.isFloat(ts, value)) {
      return Word.boxBool(Numbers.holds(op, left, Floats.value(ts, value)));
    }
    if (!Ints.isInt(ts, value)) {
      return Word.NOT_IMPLEMENTED;
    }
    return Double.isNaN(left)
        ? Word.boxBool(op == 3)
        : Word.boxBool(Numbers.holds(op, -Ints.compareToDouble(value, left)));
  }

  public static long divmod(ThreadState ts, long left, long right) {
    if (!isReal(ts, left) || !isReal(ts, right)) {
      return Word.NOT_IMPLEMENTED;
    }
    double a = real(ts, left);
    double b = real(ts, right);
    if (b == 0.0) {
      throw Errors.zeroDivision(ts, "float divmod()");
    }
    return Tuples.of(
        ts, Word.boxDouble(Numbers.floorDivide(a, b)), Word.boxDouble(Numbers.modulo(a, b)));
  }

  public static long power(ThreadState ts, long base, long exponent, long modulus) {
    if (modulus != Word.NONE) {
      throw Errors.typeError(
          ts, "pow() 3rd argument not allowed unless all arguments are integers");
    }
    if (!isReal(ts, base) || !isReal(ts, exponent)) {
      return Word.NOT_IMPLEMENTED;
    }
    return FloatPower.power(ts, real(ts, base), real(ts, exponent));
  }

  /** {@code float(x)}; EMPTY for nothing given. */
  public static double construct(ThreadState ts, long x) {
    if (x == 0L) {
      return 0.0;
    }
    Runtime runtime = ts.runtime();
    PyType type = runtime.typeOf(x);
    if (Strs.isStr(ts, x) && type.slot(ts, Slot.FLOAT) == 0L) {
      return FloatText.parse(ts, Strs.toJava(x), x);
    }
    if (type.slot(ts, Slot.FLOAT) == 0L && type.slot(ts, Slot.INDEX) == 0L) {
      byte[] bytes = Buffers.orNull(ts, x);
      if (bytes != null) {
        // Of bytes only ASCII counts, blanks included.
        return FloatText.parse(ts, Buffers.latin1(bytes).replaceAll("[^\\x00-\\x7f]", "?"), x);
      }
      throw Errors.typeError(
          ts, "float() argument must be a string or a real number, not '%s'", type.name());
    }
    boolean derived = Floats.isFloat(ts, x) && type != runtime.types().float_;
    return derived ? Numbers.byFloatMethod(ts, x) : Numbers.asDouble(ts, x);
  }

  public static boolean isWhole(double value) {
    return !Double.isInfinite(value) && value == Math.rint(value);
  }

  /** The int of a double's whole part. */
  public static long truncate(ThreadState ts, double value) {
    if (Double.isNaN(value)) {
      throw Errors.valueError(ts, "cannot convert float NaN to integer");
    }
    if (Double.isInfinite(value)) {
      throw Errors.overflowError(ts, "cannot convert float infinity to integer");
    }
    return Math.abs(value) < 0x1p62
        ? Ints.of(ts, (long) value)
        : Ints.of(ts, new BigDecimal(value).toBigInteger());
  }

  /** {@code round(value, ndigits)}, correctly rounded, ties to even. */
  public static long round(ThreadState ts, double value, long ndigits) {
    if (ndigits == Word.NONE) {
      return truncate(ts, Math.rint(value));
    }
    long places = Numbers.indexClipped(ts, ndigits);
    if (Double.isNaN(value) || Double.isInfinite(value) || places > MAX_PLACES || value == 0) {
      return Word.boxDouble(value);
    }
    if (places < -MAX_POWER) {
      return Word.boxDouble(Math.copySign(0.0, value));
    }
    double rounded =
        new BigDecimal(value).setScale((int) places, RoundingMode.HALF_EVEN).doubleValue();
    if (Double.isInfinite(rounded)) {
      throw Errors.overflowError(ts, "rounded value too large to represent");
    }
    return Word.boxDouble(rounded == 0 ? Math.copySign(0.0, value) : rounded);
  }

  public static long integerRatio(ThreadState ts, double value) {
    if (Double.isNaN(value)) {
      throw Errors.valueError(ts, "cannot convert NaN to integer ratio");
    }
    if (Double.isInfinite(value)) {
      throw Errors.overflowError(ts, "cannot convert Infinity to integer ratio");
    }
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    BigInteger numerator = BigInteger.valueOf((long) Math.scalb(value, -exponent));
    int common = numerator.signum() == 0 ? 0 : numerator.getLowestSetBit();
    if (numerator.signum() == 0) {
      return Tuples.of(ts, Word.boxInt(0), Word.boxInt(1));
    }
    numerator = numerator.shiftRight(common);
    exponent += common;
    BigInteger denominator = BigInteger.ONE;
    if (exponent > 0) {
      numerator = numerator.shiftLeft(exponent);
    } else {
      denominator = denominator.shiftLeft(-exponent);
    }
    return Tuples.of(ts, Ints.of(ts, numerator), Ints.of(ts, denominator));
  }
}
