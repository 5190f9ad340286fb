package dev.taipan.stdlib.numeric;

import dev.taipan.vm.object.CMath;
import dev.taipan.vm.object.ComplexOps.Value;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;

/**
 * Complex functions for all arguments: formulas without cancellation near their zeros, scaled where
 * a square would overflow or vanish, continuous to the side of a branch cut that the signs of zeros
 * tell. The circular ones come from the hyperbolic ones by a quarter turn.
 */
final class ComplexFunctions {
  private static final double LARGE = Double.MAX_VALUE / 4;
  private static final double SQRT_LARGE = Math.sqrt(LARGE);
  private static final double LOG_LARGE = CMath.LOG.of(LARGE);
  private static final double SQRT_SMALL = Math.sqrt(Double.MIN_NORMAL);
  private static final double LN_2 = CMath.LOG.of(2);
  private static final int MANTISSA_BITS = 53;

  private ComplexFunctions() {}

  static Raised domain(ThreadState ts) {
    return Errors.valueError(ts, "math domain error");
  }

  static Raised range(ThreadState ts) {
    return Errors.overflowError(ts, "math range error");
  }

  private static Value checked(ThreadState ts, double real, double imaginary) {
    if (Double.isInfinite(real) || Double.isInfinite(imaginary)) {
      throw range(ts);
    }
    return new Value(real, imaginary);
  }

  /** i * z. */
  private static Value turned(Value z) {
    return new Value(-z.imaginary(), z.real());
  }

  /** z / i. */
  private static Value turnedBack(Value z) {
    return new Value(z.imaginary(), -z.real());
  }

  static Value sqrt(Value z) {
    double x = z.real();
    double y = z.imaginary();
    if (!ComplexLimits.isFinite(z)) {
      return ComplexLimits.sqrt(x, y);
    }
    if (x == 0 && y == 0) {
      return new Value(0.0, y);
    }
    double ax = Math.abs(x);
    double ay = Math.abs(y);
    double s;
    if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
      ax = Math.scalb(ax, MANTISSA_BITS);
      s = Math.sqrt(ax + CMath.HYPOT.of(ax, Math.scalb(ay, MANTISSA_BITS)));
      s = Math.scalb(s, -(MANTISSA_BITS + 1) / 2);
    } else {
      ax /= 8;
      s = 2 * Math.sqrt(ax + CMath.HYPOT.of(ax, ay / 8));
    }
    double d = ay / (2 * s);
    return x >= 0 ? new Value(s, Math.copySign(d, y)) : new Value(d, Math.copySign(s, y));
  }

  static Value log(ThreadState ts, Value z) {
    double x = z.real();
    double y = z.imaginary();
    if (!ComplexLimits.isFinite(z)) {
      return ComplexLimits.log(x, y);
    }
    double ax = Math.abs(x);
    double ay = Math.abs(y);
    if (ax == 0 && ay == 0) {
      throw domain(ts);
    }
    double size;
    if (ax > LARGE || ay > LARGE) {
      size = CMath.LOG.of(CMath.HYPOT.of(ax / 2, ay / 2)) + LN_2;
    } else if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
      double scaled = CMath.HYPOT.of(Math.scalb(ax, MANTISSA_BITS), Math.scalb(ay, MANTISSA_BITS));
      size = CMath.LOG.of(scaled) - MANTISSA_BITS * LN_2;
    } else {
      double h = CMath.HYPOT.of(ax, ay);
      double more = Math.max(ax, ay);
      double less = Math.min(ax, ay);
      size =
          0.71 <= h && h <= 1.73
              ? CMath.LOG1P.of((more - 1) * (more + 1) + less * less) / 2
              : CMath.LOG.of(h);
    }
    return new Value(size, CMath.ATAN2.of(y, x));
  }

  /** log of |z| for a large z, scaled; twice that of its half. */
  private static double largeLog(double x, double y) {
    return CMath.LOG.of(CMath.HYPOT.of(x / 2, y / 2)) + LN_2 * 2;
  }

  private static boolean isLarge(Value z) {
    return Math.abs(z.real()) > LARGE || Math.abs(z.imaginary()) > LARGE;
  }

  static Value acos(Value z) {
    double x = z.real();
    double y = z.imaginary();
    if (!ComplexLimits.isFinite(z)) {
      return ComplexLimits.acos(x, y);
    }
    if (isLarge(z)) {
      double im = Math.copySign(largeLog(x, y), y);
      return new Value(CMath.ATAN2.of(Math.abs(y), x), -im);
    }
    Value a = sqrt(new Value(1 - x, -y));
    Value b = sqrt(new Value(1 + x, y));
    return new Value(
        2 * CMath.ATAN2.of(a.real(), b.real()),
        CMath.ASINH.of(b.real() * a.imaginary() - b.imaginary() * a.real()));
  }

  static Value acosh(Value z) {
    double x = z.real();
    double y = z.imaginary();
    if (!ComplexLimits.isFinite(z)) {
      return ComplexLimits.acosh(x, y);
    }
    if (isLarge(z)) {
      return new Value(largeLog(x, y), CMath.ATAN2.of(y, x));
    }
    Value a = sqrt(new Value(x - 1, y));
    Value b = sqrt(new Value(x + 1, y));
    return new Value(
        CMath.ASINH.of(a.real() * b.real() + a.imaginary() * b.imaginary()),
        2 * CMath.ATAN2.of(a.imaginary(), b.real()));
  }

  static Value asinh(Value z) {
    double x = z.real();
    double y = z.imaginary();
    if (!ComplexLimits.isFinite(z)) {
      return ComplexLimits.asinh(x, y);
    }
    if (isLarge(z)) {
      return new Value(Math.copySign(largeLog(x, y), x), CMath.ATAN2.of(y, Math.abs(x)));
    }
    Value a = sqrt(new Value(1 + y, -x));
    Value b = sqrt(new Value(1 - y, x));
    return new Value(
        CMath.ASINH.of(a.real() * b.imaginary() - b.real() * a.imaginary()),
        CMath.ATAN2.of(y, a.real() * b.real() - a.imaginary() * b.imaginary()));
  }

  static Value asin(Value z) {
    return turnedBack(asinh(turned(z)));
  }

  static Value atan(ThreadState ts, Value z) {
    return turnedBack(atanh(ts, turned(z)));
  }

  /** Odd: computed in the right half plane. */
  static Value atanh(ThreadState ts, Value z) {
    double x = z.real();
    double y = z.imaginary();
    if (!ComplexLimits.isFinite(z)) {
      return ComplexLimits.atanh(x, y);
    }
    if (Math.copySign(1, x) < 0) {
      Value opposite = atanh(ts, new Value(-x, -y));
      return new Value(-opposite.real(), -opposite.imaginary());
    }
    double ay = Math.abs(y);
    if (x > SQRT_LARGE || ay > SQRT_LARGE) { // about 1/z, and a quarter turn
      double h = CMath.HYPOT.of(x / 2, y / 2);
      return new Value(x / 4 / h / h, Math.copySign(Math.PI / 2, y));
    }
    if (x == 1 && ay < SQRT_SMALL) {
      if (ay == 0) {
        throw domain(ts);
      }
      return new Value(
          -CMath.LOG.of(Math.sqrt(ay) / Math.sqrt(CMath.HYPOT.of(ay, 2))),
          Math.copySign(CMath.ATAN2.of(2, -ay) / 2, y));
    }
    return new Value(
        CMath.LOG1P.of(4 * x / ((1 - x) * (1 - x) + ay * ay)) / 4,
        -CMath.ATAN2.of(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2);
  }

  static Value exp(ThreadState ts, Value z) {
    double x = z.real();
    double y = z.imaginary();
    if (!ComplexLimits.isFinite(z)) {
      if (Double.isInfinite(y) && (Double.isFinite(x) || x > 0)) {
        throw domain(ts);
      }
      return ComplexLimits.exp(x, y);
    }
    boolean large = x > LOG_LARGE; // the parts may be finite where e to the x is not
    double size = CMath.EXP.of(large ? x - 1 : x);
    double factor = large ? Math.E : 1;
    return checked(ts, size * CMath.COS.of(y) * factor, size * CMath.SIN.of(y) * factor);
  }

  /** cosh and sinh of a number, a factor apart where they may be infinite and a product is not. */
  private record Hyperbola(double cosh, double sinh, double factor) {
    static Hyperbola of(double x) {
      boolean large = Math.abs(x) > LOG_LARGE;
      double at = large ? x - Math.copySign(1, x) : x;
      return new Hyperbola(CMath.COSH.of(at), CMath.SINH.of(at), large ? Math.E : 1);
    }

    double scaled(double of, double part) {
      return of * part * factor;
    }
  }

  static Value cosh(ThreadState ts, Value z) {
    double x = z.real();
    double y = z.imaginary();
    if (!ComplexLimits.isFinite(z)) {
      checkAngle(ts, x, y);
      return ComplexLimits.cosh(x, y);
    }
    Hyperbola at = Hyperbola.of(x);
    return checked(ts, at.scaled(CMath.COS.of(y), at.cosh), at.scaled(CMath.SIN.of(y), at.sinh));
  }

  static Value sinh(ThreadState ts, Value z) {
    double x = z.real();
    double y = z.imaginary();
    if (!ComplexLimits.isFinite(z)) {
      checkAngle(ts, x, y);
      return ComplexLimits.sinh(x, y);
    }
    Hyperbola at = Hyperbola.of(x);
    return checked(ts, at.scaled(CMath.COS.of(y), at.sinh), at.scaled(CMath.SIN.of(y), at.cosh));
  }

  private static void checkAngle(ThreadState ts, double x, double y) {
    if (Double.isInfinite(y) && !Double.isNaN(x)) {
      throw domain(ts);
    }
  }

  static Value tanh(ThreadState ts, Value z) {
    double x = z.real();
    double y = z.imaginary();
    if (!ComplexLimits.isFinite(z)) {
      if (Double.isInfinite(y) && Double.isFinite(x)) {
        throw domain(ts);
      }
      return ComplexLimits.tanh(x, y);
    }
    if (Math.abs(x) > LOG_LARGE) {
      double im = 4 * CMath.SIN.of(y) * CMath.COS.of(y) * CMath.EXP.of(-2 * Math.abs(x));
      return new Value(Math.copySign(1, x), im);
    }
    double tx = CMath.TANH.of(x);
    double ty = CMath.TAN.of(y);
    double cx = 1 / CMath.COSH.of(x);
    double product = tx * ty;
    double divisor = 1 + product * product;
    return new Value(tx * (1 + ty * ty) / divisor, ty / divisor * cx * cx);
  }

  static Value cos(ThreadState ts, Value z) {
    return cosh(ts, turned(z));
  }

  static Value sin(ThreadState ts, Value z) {
    return turnedBack(sinh(ts, turned(z)));
  }

  static Value tan(ThreadState ts, Value z) {
    return turnedBack(tanh(ts, turned(z)));
  }

  static double abs(ThreadState ts, Value z) {
    double size = CMath.HYPOT.of(z.real(), z.imaginary());
    if (Double.isInfinite(size) && ComplexLimits.isFinite(z)) {
      throw range(ts);
    }
    return size;
  }

  static Value rect(ThreadState ts, double r, double phi) {
    if (!Double.isFinite(r) || !Double.isFinite(phi)) {
      if (r != 0 && !Double.isNaN(r) && Double.isInfinite(phi)) {
        throw domain(ts);
      }
      return ComplexLimits.rect(r, phi);
    }
    return phi == 0
        ? new Value(r, r * phi)
        : new Value(r * CMath.COS.of(phi), r * CMath.SIN.of(phi));
  }
}
