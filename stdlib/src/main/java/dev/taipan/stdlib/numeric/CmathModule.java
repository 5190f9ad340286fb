package dev.taipan.stdlib.numeric;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.object.CMath;
import dev.taipan.vm.object.ComplexOps;
import dev.taipan.vm.object.ComplexOps.Value;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code cmath}: the functions of complex numbers. */
@BuiltinModule(value = "cmath", doc = "Mathematical functions for complex numbers.")
public final class CmathModule {
  private static final double LN_10 = CMath.LOG.of(10);

  private CmathModule() {}

  /** The constants. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "pi", Word.boxDouble(Math.PI));
    Dicts.set(ts, namespace, "e", Word.boxDouble(Math.E));
    Dicts.set(ts, namespace, "tau", Word.boxDouble(Math.TAU));
    Dicts.set(ts, namespace, "inf", Word.boxDouble(Double.POSITIVE_INFINITY));
    Dicts.set(ts, namespace, "nan", Word.boxDouble(Double.NaN));
    Dicts.set(ts, namespace, "infj", ComplexLayout.create(ts, 0.0, Double.POSITIVE_INFINITY));
    Dicts.set(ts, namespace, "nanj", ComplexLayout.create(ts, 0.0, Double.NaN));
  }

  private static Value of(ThreadState ts, long z) {
    return ComplexOps.argument(ts, z);
  }

  private static long box(ThreadState ts, Value value) {
    return ComplexLayout.create(ts, value.real(), value.imaginary());
  }

  @Builtin(value = "acos(z, /)", doc = "Return the arc cosine of z.")
  static long acos(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.acos(of(ts, z)));
  }

  @Builtin(value = "acosh(z, /)", doc = "Return the inverse hyperbolic cosine of z.")
  static long acosh(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.acosh(of(ts, z)));
  }

  @Builtin(value = "asin(z, /)", doc = "Return the arc sine of z.")
  static long asin(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.asin(of(ts, z)));
  }

  @Builtin(value = "asinh(z, /)", doc = "Return the inverse hyperbolic sine of z.")
  static long asinh(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.asinh(of(ts, z)));
  }

  @Builtin(value = "atan(z, /)", doc = "Return the arc tangent of z.")
  static long atan(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.atan(ts, of(ts, z)));
  }

  @Builtin(value = "atanh(z, /)", doc = "Return the inverse hyperbolic tangent of z.")
  static long atanh(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.atanh(ts, of(ts, z)));
  }

  @Builtin(value = "cos(z, /)", doc = "Return the cosine of z.")
  static long cos(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.cos(ts, of(ts, z)));
  }

  @Builtin(value = "cosh(z, /)", doc = "Return the hyperbolic cosine of z.")
  static long cosh(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.cosh(ts, of(ts, z)));
  }

  @Builtin(value = "exp(z, /)", doc = "Return the exponential value e**z.")
  static long exp(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.exp(ts, of(ts, z)));
  }

  @Builtin(value = "sin(z, /)", doc = "Return the sine of z.")
  static long sin(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.sin(ts, of(ts, z)));
  }

  @Builtin(value = "sinh(z, /)", doc = "Return the hyperbolic sine of z.")
  static long sinh(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.sinh(ts, of(ts, z)));
  }

  @Builtin(value = "sqrt(z, /)", doc = "Return the square root of z.")
  static long sqrt(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.sqrt(of(ts, z)));
  }

  @Builtin(value = "tan(z, /)", doc = "Return the tangent of z.")
  static long tan(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.tan(ts, of(ts, z)));
  }

  @Builtin(value = "tanh(z, /)", doc = "Return the hyperbolic tangent of z.")
  static long tanh(ThreadState ts, long z) {
    return box(ts, ComplexFunctions.tanh(ts, of(ts, z)));
  }

  @Builtin(
      value = "log(z, base=, /)",
      doc = "Return the logarithm of z to the base, the natural one if there is no base.")
  static long log(ThreadState ts, long z, long base) {
    Value top = ComplexFunctions.log(ts, of(ts, z));
    if (base == Word.EMPTY) {
      return box(ts, top);
    }
    Value bottom = ComplexFunctions.log(ts, of(ts, base));
    Value quotient = ComplexOps.quotient(top, bottom);
    if (quotient == null) {
      throw ComplexFunctions.domain(ts);
    }
    return box(ts, quotient);
  }

  @Builtin(value = "log10(z, /)", doc = "Return the logarithm of z to the base 10.")
  static long log10(ThreadState ts, long z) {
    Value natural = ComplexFunctions.log(ts, of(ts, z));
    return ComplexLayout.create(ts, natural.real() / LN_10, natural.imaginary() / LN_10);
  }

  @Builtin(value = "phase(z, /)", doc = "Return the angle of z, from -pi to pi.")
  static double phase(ThreadState ts, long z) {
    Value value = of(ts, z);
    return CMath.ATAN2.of(value.imaginary(), value.real());
  }

  @Builtin(value = "polar(z, /)", doc = "Return the distance of z from 0 and its angle.")
  static long polar(ThreadState ts, long z) {
    Value value = of(ts, z);
    double size = ComplexFunctions.abs(ts, value);
    double angle = CMath.ATAN2.of(value.imaginary(), value.real());
    return Tuples.of(ts, Word.boxDouble(size), Word.boxDouble(angle));
  }

  @Builtin(value = "rect(r, phi, /)", doc = "Return the number of that distance and angle.")
  static long rect(ThreadState ts, double r, double phi) {
    return box(ts, ComplexFunctions.rect(ts, r, phi));
  }

  @Builtin(value = "isfinite(z, /)", doc = "Return True if both parts are finite.")
  static boolean isfinite(ThreadState ts, long z) {
    return ComplexLimits.isFinite(of(ts, z));
  }

  @Builtin(value = "isnan(z, /)", doc = "Return True if a part is not a number.")
  static boolean isnan(ThreadState ts, long z) {
    Value value = of(ts, z);
    return Double.isNaN(value.real()) || Double.isNaN(value.imaginary());
  }

  @Builtin(value = "isinf(z, /)", doc = "Return True if a part is infinite.")
  static boolean isinf(ThreadState ts, long z) {
    return isInfinite(of(ts, z));
  }

  private static boolean isInfinite(Value value) {
    return Double.isInfinite(value.real()) || Double.isInfinite(value.imaginary());
  }

  @Builtin(
      value = "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
      doc = "Return whether two numbers are as close as the tolerances say.")
  static boolean isclose(ThreadState ts, long a, long b, double relative, double absolute) {
    Value left = of(ts, a);
    Value right = of(ts, b);
    if (relative < 0 || absolute < 0) {
      throw Errors.valueError(ts, "tolerances must be non-negative");
    }
    if (left.real() == right.real() && left.imaginary() == right.imaginary()) {
      return true;
    }
    if (isInfinite(left) || isInfinite(right)) {
      return false;
    }
    double difference =
        CMath.HYPOT.of(left.real() - right.real(), left.imaginary() - right.imaginary());
    return difference <= relative * CMath.HYPOT.of(right.real(), right.imaginary())
        || difference <= relative * CMath.HYPOT.of(left.real(), left.imaginary())
        || difference <= absolute;
  }
}
