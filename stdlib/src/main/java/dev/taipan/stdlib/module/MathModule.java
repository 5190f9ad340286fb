package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.CMath;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.DoubleUnaryOperator;

/** {@code math}: floating-point functions, with the errors that C's raise. */
@BuiltinModule("math")
final class MathModule {
  private MathModule() {}

  private static Raised domain(ThreadState ts) {
    return Errors.valueError(ts, "math domain error");
  }

  private static Raised range(ThreadState ts) {
    return Errors.overflowError(ts, "math range error");
  }

  /** NaN out of a number is outside the domain; infinity out of a finite one is out of range. */
  private static double check(
      ThreadState ts, double x, boolean canOverflow, DoubleUnaryOperator function) {
    double result = function.applyAsDouble(x);
    if (Double.isNaN(result) && !Double.isNaN(x)) {
      throw domain(ts);
    }
    if (Double.isInfinite(result) && !Double.isInfinite(x) && !Double.isNaN(x)) {
      throw canOverflow ? range(ts) : domain(ts);
    }
    return result;
  }

  @Builtin("sqrt(x, /)")
  static double sqrt(ThreadState ts, double x) {
    return check(ts, x, false, Math::sqrt);
  }

  @Builtin("cbrt(x, /)")
  static double cbrt(double x) {
    return CMath.CBRT.of(x);
  }

  @Builtin("exp(x, /)")
  static double exp(ThreadState ts, double x) {
    return check(ts, x, true, CMath.EXP::of);
  }

  @Builtin("exp2(x, /)")
  static double exp2(ThreadState ts, double x) {
    return check(ts, x, true, CMath.EXP2::of);
  }

  @Builtin("expm1(x, /)")
  static double expm1(ThreadState ts, double x) {
    return check(ts, x, true, CMath.EXPM1::of);
  }

  @Builtin("sin(x, /)")
  static double sin(ThreadState ts, double x) {
    return check(ts, x, false, CMath.SIN::of);
  }

  @Builtin("cos(x, /)")
  static double cos(ThreadState ts, double x) {
    return check(ts, x, false, CMath.COS::of);
  }

  @Builtin("tan(x, /)")
  static double tan(ThreadState ts, double x) {
    return check(ts, x, false, CMath.TAN::of);
  }

  @Builtin("asin(x, /)")
  static double asin(ThreadState ts, double x) {
    return check(ts, x, false, CMath.ASIN::of);
  }

  @Builtin("acos(x, /)")
  static double acos(ThreadState ts, double x) {
    return check(ts, x, false, CMath.ACOS::of);
  }

  @Builtin("atan(x, /)")
  static double atan(double x) {
    return CMath.ATAN.of(x);
  }

  @Builtin("atan2(y, x, /)")
  static double atan2(double y, double x) {
    return CMath.ATAN2.of(y, x);
  }

  @Builtin("sinh(x, /)")
  static double sinh(ThreadState ts, double x) {
    return check(ts, x, true, CMath.SINH::of);
  }

  @Builtin("cosh(x, /)")
  static double cosh(ThreadState ts, double x) {
    return check(ts, x, true, CMath.COSH::of);
  }

  @Builtin("tanh(x, /)")
  static double tanh(double x) {
    return CMath.TANH.of(x);
  }

  @Builtin("asinh(x, /)")
  static double asinh(double x) {
    return CMath.ASINH.of(x);
  }

  @Builtin("acosh(x, /)")
  static double acosh(ThreadState ts, double x) {
    return check(ts, x, false, CMath.ACOSH::of);
  }

  @Builtin("atanh(x, /)")
  static double atanh(ThreadState ts, double x) {
    return check(ts, x, false, CMath.ATANH::of);
  }

  @Builtin("erf(x, /)")
  static double erf(double x) {
    return CMath.ERF.of(x);
  }

  @Builtin("erfc(x, /)")
  static double erfc(double x) {
    return CMath.ERFC.of(x);
  }

  @Builtin("gamma(x, /)")
  static double gamma(ThreadState ts, double x) {
    if (x == 0 || x == Math.rint(x) && x < 0 || x == Double.NEGATIVE_INFINITY) {
      throw domain(ts);
    }
    return check(ts, x, true, MathSpecial::gamma);
  }

  @Builtin("lgamma(x, /)")
  static double lgamma(ThreadState ts, double x) {
    if (x <= 0 && x == Math.rint(x) && !Double.isInfinite(x)) {
      throw domain(ts);
    }
    return check(ts, x, true, MathSpecial::lgamma);
  }

  @Builtin("fabs(x, /)")
  static double fabs(double x) {
    return Math.abs(x);
  }

  @Builtin("copysign(x, y, /)")
  static double copysign(double x, double y) {
    return Math.copySign(x, y);
  }

  @Builtin("degrees(x, /)")
  static double degrees(double x) {
    return x * (180.0 / Math.PI);
  }

  @Builtin("radians(x, /)")
  static double radians(double x) {
    return x * (Math.PI / 180.0);
  }

  @Builtin("isnan(x, /)")
  static boolean isnan(double x) {
    return Double.isNaN(x);
  }

  @Builtin("isinf(x, /)")
  static boolean isinf(double x) {
    return Double.isInfinite(x);
  }

  @Builtin("isfinite(x, /)")
  static boolean isfinite(double x) {
    return Double.isFinite(x);
  }

  @Builtin("fmod(x, y, /)")
  static double fmod(ThreadState ts, double x, double y) {
    double result = x % y;
    if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
      throw domain(ts);
    }
    return result;
  }

  @Builtin("remainder(x, y, /)")
  static double remainder(ThreadState ts, double x, double y) {
    double result = Math.IEEEremainder(x, y);
    if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
      throw domain(ts);
    }
    return result;
  }

  @Builtin("pow(x, y, /)")
  static double pow(ThreadState ts, double x, double y) {
    if (x == 1.0 || y == 0.0) {
      return 1.0;
    }
    if (x == -1.0 && Double.isInfinite(y)) {
      return 1.0;
    }
    double result = CMath.POW.of(x, y);
    if (Double.isFinite(x) && Double.isFinite(y)) {
      if (Double.isNaN(result) || x == 0 && Double.isInfinite(result)) {
        throw domain(ts);
      }
      if (Double.isInfinite(result)) {
        throw range(ts);
      }
    }
    return result;
  }

  @Builtin("ldexp(x, i, /)")
  static double ldexp(ThreadState ts, double x, long i) {
    if (!Ints.isInt(ts, i)) {
      throw Errors.typeError(ts, "Expected an int as second argument to ldexp.");
    }
    long by = Ints.fitsLong(i) ? Ints.toLong(i) : Ints.signum(i) * 100000L;
    double result = Math.scalb(x, Math.clamp(by, -100000, 100000));
    if (Double.isInfinite(result) && Double.isFinite(x)) {
      throw range(ts);
    }
    return result;
  }

  @Builtin("frexp(x, /)")
  static long frexp(ThreadState ts, double x) {
    if (x == 0 || !Double.isFinite(x)) {
      return Tuples.of(ts, Word.boxDouble(x), Word.boxInt(0));
    }
    double scaled = Math.abs(x) < Double.MIN_NORMAL ? x * 0x1p54 : x;
    int exponent = Math.getExponent(scaled) + 1;
    double mantissa = Math.scalb(scaled, -exponent);
    int shift = scaled == x ? 0 : 54;
    return Tuples.of(ts, Word.boxDouble(mantissa), Word.boxInt(exponent - shift));
  }

  @Builtin("modf(x, /)")
  static long modf(ThreadState ts, double x) {
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    double part = Double.isInfinite(x) ? 0.0 : x - whole;
    return Tuples.of(ts, Word.boxDouble(Math.copySign(part, x)), Word.boxDouble(whole));
  }

  @Builtin("ulp(x, /)")
  static double ulp(double x) {
    return Math.ulp(x);
  }

  @Builtin("nextafter(x, y, /, *, steps=None)")
  static double nextafter(ThreadState ts, double x, double y, long steps) {
    if (steps == Word.NONE) {
      return x == y ? y : Math.nextAfter(x, y);
    }
    long given = Numbers.index(ts, steps);
    if (Ints.signum(given) < 0) {
      throw Errors.valueError(ts, "steps must be a non-negative integer");
    }
    long count = Ints.fitsLong(given) ? Ints.toLong(given) : -1L; // as many as a word can say
    return stepped(x, y, count);
  }

  /** So many steps, unsigned, from x to y: doubles in their order are like signed numbers. */
  private static double stepped(double x, double y, long count) {
    if (count == 0 || Double.isNaN(x)) {
      return x;
    }
    if (Double.isNaN(y)) {
      return y;
    }
    long from = inOrder(x);
    long to = inOrder(y);
    if (Long.compareUnsigned(Math.max(from, to) - Math.min(from, to), count) <= 0) {
      return y;
    }
    long at = from < to ? from + count : from - count;
    double size = Double.longBitsToDouble(Math.abs(at));
    return at == 0 ? Math.copySign(0.0, x) : at < 0 ? -size : size;
  }

  private static long inOrder(double x) {
    long bits = Double.doubleToRawLongBits(x);
    return bits < 0 ? -(bits & Long.MAX_VALUE) : bits;
  }

  @Builtin("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")
  static boolean isclose(ThreadState ts, double a, double b, double relative, double absolute) {
    if (relative < 0 || absolute < 0) {
      throw Errors.valueError(ts, "tolerances must be non-negative");
    }
    if (a == b) {
      return true;
    }
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return false;
    }
    double difference = Math.abs(b - a);
    return difference <= Math.abs(relative * b)
        || difference <= Math.abs(relative * a)
        || difference <= absolute;
  }

  private static long rounding(
      ThreadState ts, long x, String method, DoubleUnaryOperator function) {
    if (!Word.isDouble(x)) {
      long found = ts.runtime().typeOf(x).lookup(ts, ts.runtime().intern(ts, method));
      if (found != 0L) {
        return Calls.method0(ts, found, x);
      }
    }
    double value = function.applyAsDouble(Numbers.asDouble(ts, x));
    return toInt(ts, value);
  }

  private static long toInt(ThreadState ts, double value) {
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

  @Builtin("floor(x, /)")
  static long floor(ThreadState ts, long x) {
    return rounding(ts, x, "__floor__", Math::floor);
  }

  @Builtin("ceil(x, /)")
  static long ceil(ThreadState ts, long x) {
    return rounding(ts, x, "__ceil__", Math::ceil);
  }

  @Builtin("trunc(x, /)")
  static long trunc(ThreadState ts, long x) {
    if (Word.isDouble(x)) {
      return toInt(ts, Word.unboxDouble(x));
    }
    long found = ts.runtime().typeOf(x).lookup(ts, ts.runtime().intern(ts, "__trunc__"));
    if (found == 0L) {
      throw Errors.typeError(
          ts, "type %s doesn't define __trunc__ method", ts.runtime().typeOf(x).name());
    }
    return Calls.method0(ts, found, x);
  }

  private static double logOf(ThreadState ts, long x, DoubleUnaryOperator log) {
    if (Ints.isInt(ts, x) && !Ints.fitsLong(x)) {
      BigInteger big = Ints.toBig(x);
      if (big.signum() < 0) {
        throw domain(ts);
      }
      int shift = Math.max(0, big.bitLength() - 64);
      return log.applyAsDouble(big.shiftRight(shift).doubleValue())
          + shift * log.applyAsDouble(2.0);
    }
    double value = Numbers.asDouble(ts, x);
    if (value <= 0) {
      throw domain(ts);
    }
    return log.applyAsDouble(value);
  }

  @Builtin("log(x, base=, /)")
  static double log(ThreadState ts, long x, long base) {
    double top = logOf(ts, x, CMath.LOG::of);
    if (base == Word.EMPTY) {
      return top;
    }
    double bottom = logOf(ts, base, CMath.LOG::of);
    if (bottom == 0) {
      throw Errors.zeroDivision(ts, "division by zero");
    }
    return top / bottom;
  }

  @Builtin("log2(x, /)")
  static double log2(ThreadState ts, long x) {
    return logOf(ts, x, CMath.LOG2::of);
  }

  @Builtin("log10(x, /)")
  static double log10(ThreadState ts, long x) {
    return logOf(ts, x, CMath.LOG10::of);
  }

  @Builtin("log1p(x, /)")
  static double log1p(ThreadState ts, double x) {
    return check(ts, x, false, CMath.LOG1P::of);
  }

  @Builtin("hypot(*coordinates)")
  static double hypot(ThreadState ts, long coordinates) {
    double[] all = new double[Tuples.length(coordinates)];
    for (int i = 0; i < all.length; i++) {
      all[i] = Numbers.asDouble(ts, Tuples.get(coordinates, i));
    }
    return MathSpecial.norm(all);
  }

  @Builtin("dist(p, q, /)")
  static double dist(ThreadState ts, long p, long q) {
    int mark = ts.rootMark();
    try {
      long a = ts.rootAt(ts.root(Iteration.toTuple(ts, p)));
      long b = ts.rootAt(ts.root(Iteration.toTuple(ts, q)));
      if (Tuples.length(a) != Tuples.length(b)) {
        throw Errors.valueError(ts, "both points must have the same number of dimensions");
      }
      double[] all = new double[Tuples.length(a)];
      for (int i = 0; i < all.length; i++) {
        all[i] = Numbers.asDouble(ts, Tuples.get(a, i)) - Numbers.asDouble(ts, Tuples.get(b, i));
      }
      return MathSpecial.norm(all);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("fsum(seq, /)")
  static double fsum(ThreadState ts, long items) {
    BigDecimal[] sum = {BigDecimal.ZERO};
    double[] special = {0.0};
    boolean[] negativeZero = {true};
    Iteration.forEach(
        ts,
        items,
        (thread, item) -> {
          double value = Numbers.asDouble(thread, item);
          negativeZero[0] &= value == 0 && 1 / value < 0;
          if (Double.isFinite(value)) {
            sum[0] = sum[0].add(new BigDecimal(value));
          } else {
            if (Double.isNaN(special[0] + value)
                && !Double.isNaN(value)
                && !Double.isNaN(special[0])) {
              throw Errors.valueError(thread, "-inf + inf in fsum");
            }
            special[0] += value;
          }
          return true;
        });
    if (special[0] != 0 || Double.isNaN(special[0])) {
      return special[0];
    }
    double result = sum[0].doubleValue();
    if (Double.isInfinite(result)) {
      throw Errors.overflowError(ts, "intermediate overflow in fsum");
    }
    return result;
  }

  @Builtin("prod(iterable, /, *, start=1)")
  static long prod(ThreadState ts, long iterable, long start) {
    int mark = ts.rootMark();
    try {
      int total = ts.root(start);
      Iteration.forEach(
          ts,
          iterable,
          (thread, item) -> {
            long product = Operators.binary(thread, Slot.MUL.ordinal(), thread.rootAt(total), item);
            thread.setRoot(total, product);
            return true;
          });
      return ts.rootAt(total);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("sumprod(p, q, /)")
  static long sumprod(ThreadState ts, long p, long q) {
    int mark = ts.rootMark();
    try {
      long a = ts.rootAt(ts.root(Iteration.toList(ts, p)));
      long b = ts.rootAt(ts.root(Iteration.toList(ts, q)));
      if (Lists.length(a) != Lists.length(b)) {
        throw Errors.valueError(ts, "Inputs are not the same length");
      }
      int total = ts.root(Word.boxInt(0));
      for (int i = 0; i < Lists.length(a); i++) {
        long product =
            Operators.binary(ts, Slot.MUL.ordinal(), Lists.get(ts, a, i), Lists.get(ts, b, i));
        ts.setRoot(total, Operators.binary(ts, Slot.ADD.ordinal(), ts.rootAt(total), product));
      }
      return ts.rootAt(total);
    } finally {
      ts.rootRelease(mark);
    }
  }
}
