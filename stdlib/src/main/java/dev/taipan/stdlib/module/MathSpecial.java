package dev.taipan.stdlib.module;

import java.math.BigDecimal;
import java.math.MathContext;

/** Real functions that the JDK lacks. */
public final class MathSpecial {
  private static final double LN_2 = Math.log(2);

  /** Lanczos' approximation with g = 7 and nine terms. */
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private MathSpecial() {}

  static double log2(double x) {
    int exponent = Math.getExponent(x);
    if (x == Math.scalb(1.0, exponent)) {
      return exponent;
    }
    return Math.log(x) / LN_2;
  }

  public static double asinh(double x) {
    double a = Math.abs(x);
    if (!Double.isFinite(x) || a < 0x1p-28) {
      return x;
    }
    double result =
        a > 0x1p28
            ? StrictMath.log(a) + LN_2
            : StrictMath.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
    return Math.copySign(result, x);
  }

  static double acosh(double x) {
    if (x > 0x1p28) {
      return StrictMath.log(x) + LN_2;
    }
    double t = x - 1;
    return x < 1 ? Double.NaN : StrictMath.log1p(t + Math.sqrt(2 * t + t * t));
  }

  static double atanh(double x) {
    double a = Math.abs(x);
    if (a >= 1 || Double.isNaN(x)) {
      return Double.NaN;
    }
    return a < 0x1p-28 ? x : Math.copySign(0.5 * StrictMath.log1p(2 * a / (1 - a)), x);
  }

  static double norm(double[] all) {
    double largest = 0;
    boolean nan = false;
    for (double value : all) {
      if (Double.isInfinite(value)) {
        return Double.POSITIVE_INFINITY;
      }
      nan |= Double.isNaN(value);
      largest = Math.max(largest, Math.abs(value));
    }
    if (nan) {
      return Double.NaN;
    }
    if (largest == 0 || all.length == 1) {
      return largest;
    }
    // Exact squares: one rounding at the end.
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : all) {
      BigDecimal exact = new BigDecimal(value);
      sum = sum.add(exact.multiply(exact));
    }
    return sum.sqrt(new MathContext(40)).doubleValue();
  }

  static double gamma(double x) {
    if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
      return x;
    }
    if (x == Math.rint(x) && x <= 171) {
      double product = 1;
      for (int i = 2; i < x; i++) {
        product *= i;
      }
      return product;
    }
    if (x < 0.5) {
      return Math.PI / (StrictMath.sin(Math.PI * x) * gamma(1 - x));
    }
    double t = x - 1 + 7.5;
    double half = StrictMath.pow(t, (x - 0.5) / 2);
    return Math.sqrt(2 * Math.PI) * half * StrictMath.exp(-t) * series(x - 1) * half;
  }

  private static double series(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + i);
    }
    return sum;
  }

  static double lgamma(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (Double.isInfinite(x)) {
      return Double.POSITIVE_INFINITY;
    }
    if (x == 1 || x == 2) {
      return 0;
    }
    if (x < 0.5) {
      double sine = Math.abs(StrictMath.sin(Math.PI * x));
      return StrictMath.log(Math.PI / sine) - lgamma(1 - x);
    }
    double t = x - 1 + 7.5;
    return 0.5 * StrictMath.log(2 * Math.PI)
        + (x - 0.5) * StrictMath.log(t)
        - t
        + StrictMath.log(series(x - 1));
  }

  static double erf(double x) {
    double a = Math.abs(x);
    if (Double.isNaN(x)) {
      return x;
    }
    if (a >= 1.5) {
      return Math.copySign(1 - erfc(a), x);
    }
    // The power series, summed backwards from where it no longer counts.
    double square = x * x;
    double sum = 0;
    for (int k = 25; k >= 1; k--) {
      sum = 2.0 + square * sum / (k + 0.5);
    }
    return sum * x * StrictMath.exp(-square) / Math.sqrt(Math.PI);
  }

  static double erfc(double x) {
    double a = Math.abs(x);
    if (Double.isNaN(x)) {
      return x;
    }
    if (a < 1.5) {
      return 1 - erf(x);
    }
    if (a >= 30) {
      return x > 0 ? 0 : 2;
    }
    double square = x * x;
    double da = 0.5;
    double p = 1;
    double q = da + square;
    double pLast = 0;
    double qLast = 1;
    double term = 0;
    for (int i = 0; i < 50; i++) {
      term += da;
      da += 2;
      double b = da + square;
      double pNext = b * p - term * pLast;
      double qNext = b * q - term * qLast;
      pLast = p;
      p = pNext;
      qLast = q;
      q = qNext;
    }
    double result = p / q * a * StrictMath.exp(-square) / Math.sqrt(Math.PI);
    return x > 0 ? result : 2 - result;
  }
}
