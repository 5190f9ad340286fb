package dev.taipan.stdlib.module;

import dev.taipan.vm.object.CMath;
import java.math.BigDecimal;
import java.math.MathContext;

/** Real functions that the JDK lacks. */
final class MathSpecial {
  /** Lanczos' approximation of thirteen terms as a quotient of polynomials, lowest power first. */
  private static final double LANCZOS_G = 6.02468004077673;

  private static final double G_MINUS_HALF = 5.52468004077673;

  private static final double[] LANCZOS_TOP = {
    23531376880.41076,
    42919803642.6491,
    35711959237.35567,
    17921034426.03721,
    6039542586.352028,
    1439720407.3117216,
    248874557.86205417,
    31426415.585400194,
    2876370.6289353725,
    186056.26539522348,
    8071.672002365816,
    210.82427775157936,
    2.5066282746310002
  };

  private static final double[] LANCZOS_BOTTOM = {
    0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925,
    66, 1
  };

  /** From here on the power is taken in two steps, since it overflows before the result does. */
  private static final double TWO_STEPS = 140;

  private MathSpecial() {}

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

  /** The sine of pi times x, exact about the multiples of a half. */
  private static double sinPi(double x) {
    double y = Math.abs(x) % 2;
    double r =
        switch ((int) Math.round(2 * y)) {
          case 0 -> CMath.SIN.of(Math.PI * y);
          case 1 -> CMath.COS.of(Math.PI * (y - 0.5));
          case 2 -> CMath.SIN.of(Math.PI * (1 - y));
          case 3 -> -CMath.COS.of(Math.PI * (y - 1.5));
          default -> CMath.SIN.of(Math.PI * (y - 2));
        };
    return Math.copySign(1, x) * r;
  }

  private static double lanczos(double x) {
    double top = 0;
    double bottom = 0;
    int last = LANCZOS_TOP.length - 1;
    for (int i = 0; i <= last; i++) { // large numbers by their reciprocal, against overflow
      int term = x < 5 ? last - i : i;
      top = (x < 5 ? top * x : top / x) + LANCZOS_TOP[term];
      bottom = (x < 5 ? bottom * x : bottom / x) + LANCZOS_BOTTOM[term];
    }
    return top / bottom;
  }

  /** Of what is in the domain: no zero, no negative whole number. */
  static double gamma(double x) {
    if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
      return x;
    }
    if (x == Math.rint(x) && x > 0 && x <= 23) {
      double product = 1;
      for (int i = 2; i < x; i++) {
        product *= i;
      }
      return product;
    }
    double a = Math.abs(x);
    if (a < 1e-20) {
      return 1 / x;
    }
    if (a > 200) {
      return x < 0 ? 0.0 / sinPi(x) : Double.POSITIVE_INFINITY;
    }
    double y = a + G_MINUS_HALF;
    double error = a > G_MINUS_HALF ? y - a - G_MINUS_HALF : y - G_MINUS_HALF - a;
    double z = error * LANCZOS_G / y;
    boolean twice = a >= TWO_STEPS;
    double power = CMath.POW.of(y, twice ? a / 2 - 0.25 : a - 0.5);
    if (x < 0) {
      double r = -Math.PI / sinPi(a) / a * CMath.EXP.of(y) / lanczos(a);
      r = (r - z * r) / power;
      return twice ? r / power : r;
    }
    double r = lanczos(a) / CMath.EXP.of(y);
    r = (r + z * r) * power;
    return twice ? r * power : r;
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
    double a = Math.abs(x);
    if (a < 1e-20) {
      return -CMath.LOG.of(a);
    }
    double r = CMath.LOG.of(lanczos(a)) - LANCZOS_G;
    r += (a - 0.5) * (CMath.LOG.of(a + LANCZOS_G - 0.5) - 1);
    return x > 0
        ? r
        : CMath.LOG.of(Math.PI) - CMath.LOG.of(Math.abs(sinPi(a))) - CMath.LOG.of(a) - r;
  }
}
