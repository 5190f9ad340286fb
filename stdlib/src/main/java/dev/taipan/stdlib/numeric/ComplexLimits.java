package dev.taipan.stdlib.numeric;

import dev.taipan.vm.object.CMath;
import dev.taipan.vm.object.ComplexOps.Value;

/**
 * The values of complex functions where a part of the argument is infinite or no number, as the C
 * standard's annex on complex arithmetic gives them.
 */
final class ComplexLimits {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  private ComplexLimits() {}

  static boolean isFinite(Value z) {
    return Double.isFinite(z.real()) && Double.isFinite(z.imaginary());
  }

  private static double sign(double of, double size) {
    return Math.copySign(size, of);
  }

  /** The angle of a point with an infinite part, NaN if a part is no number. */
  private static double angle(double x, double y) {
    return CMath.ATAN2.of(y, x);
  }

  static Value sqrt(double x, double y) {
    if (Double.isInfinite(y)) {
      return new Value(INF, y);
    }
    if (x == -INF) {
      return Double.isNaN(y) ? new Value(NAN, INF) : new Value(0.0, sign(y, INF));
    }
    if (x == INF) {
      return Double.isNaN(y) ? new Value(INF, NAN) : new Value(INF, sign(y, 0.0));
    }
    return new Value(NAN, NAN);
  }

  static Value log(double x, double y) {
    boolean infinite = Double.isInfinite(x) || Double.isInfinite(y);
    return new Value(infinite ? INF : NAN, infinite ? angle(x, y) : NAN);
  }

  static Value acos(double x, double y) {
    if (Double.isInfinite(y)) {
      return new Value(angle(x, INF), -y);
    }
    if (Double.isInfinite(x)) {
      return Double.isNaN(y)
          ? new Value(NAN, INF)
          : new Value(x < 0 ? Math.PI : 0.0, sign(-sign(y, 1.0), INF));
    }
    return new Value(x == 0 ? Math.PI / 2 : NAN, NAN);
  }

  static Value acosh(double x, double y) {
    if (Double.isInfinite(x) || Double.isInfinite(y)) {
      return new Value(INF, angle(x, y));
    }
    return new Value(NAN, NAN);
  }

  static Value asinh(double x, double y) {
    if (Double.isInfinite(x)) {
      return new Value(x, Double.isNaN(y) ? NAN : sign(y, angle(INF, Math.abs(y))));
    }
    if (Double.isInfinite(y)) {
      return Double.isNaN(x) ? new Value(INF, NAN) : new Value(sign(x, INF), sign(y, Math.PI / 2));
    }
    return new Value(NAN, Double.isNaN(x) && y == 0 ? y : NAN);
  }

  static Value atanh(double x, double y) {
    if (Double.isInfinite(y)) {
      return new Value(Double.isNaN(x) ? 0.0 : sign(x, 0.0), sign(y, Math.PI / 2));
    }
    if (Double.isInfinite(x)) {
      return new Value(sign(x, 0.0), Double.isNaN(y) ? NAN : sign(y, Math.PI / 2));
    }
    return new Value(x == 0 ? x : NAN, NAN);
  }

  static Value exp(double x, double y) {
    if (Double.isInfinite(x) && Double.isFinite(y)) {
      double size = x > 0 ? INF : 0.0;
      return new Value(sign(CMath.COS.of(y), size), y == 0 ? y : sign(CMath.SIN.of(y), size));
    }
    if (x == -INF) {
      return new Value(0.0, 0.0);
    }
    return new Value(x == INF ? INF : NAN, Double.isNaN(x) && y == 0 ? y : NAN);
  }

  static Value cosh(double x, double y) {
    if (Double.isInfinite(x)) {
      if (!Double.isFinite(y)) {
        return new Value(INF, NAN);
      }
      double im = y == 0 ? y : sign(CMath.SIN.of(y), INF);
      return new Value(sign(CMath.COS.of(y), INF), x > 0 ? im : -im);
    }
    if (x == 0) {
      return new Value(NAN, 0.0);
    }
    return new Value(NAN, Double.isNaN(x) && y == 0 ? 0.0 : NAN);
  }

  static Value sinh(double x, double y) {
    if (Double.isInfinite(x)) {
      if (!Double.isFinite(y)) {
        return new Value(INF, NAN);
      }
      double re = sign(CMath.COS.of(y), INF);
      return new Value(x > 0 ? re : -re, y == 0 ? y : sign(CMath.SIN.of(y), INF));
    }
    if (x == 0) {
      return new Value(0.0, NAN);
    }
    return new Value(NAN, Double.isNaN(x) && y == 0 ? y : NAN);
  }

  static Value tanh(double x, double y) {
    if (Double.isInfinite(x)) {
      double im = Double.isFinite(y) && y != 0 ? CMath.SIN.of(y) * CMath.COS.of(y) : y;
      return new Value(sign(x, 1.0), Double.isFinite(y) ? sign(im, 0.0) : 0.0);
    }
    return new Value(NAN, Double.isNaN(x) && y == 0 ? y : NAN);
  }

  static Value rect(double r, double phi) {
    if (Double.isInfinite(r)) {
      if (!Double.isFinite(phi)) {
        return new Value(INF, NAN);
      }
      double re = sign(CMath.COS.of(phi), INF);
      double im = phi == 0 ? phi : sign(CMath.SIN.of(phi), INF);
      return r > 0 ? new Value(re, im) : new Value(-re, -im);
    }
    if (r == 0) {
      return new Value(0.0, 0.0);
    }
    return new Value(NAN, Double.isNaN(r) && phi == 0 ? 0.0 : NAN);
  }
}
