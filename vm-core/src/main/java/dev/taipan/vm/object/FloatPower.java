package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code float ** float}: the C library's results with Python's errors. */
final class FloatPower {
  /** The C library's ERANGE and its text, which CPython's error carries. */
  private static final long RANGE_NUMBER = Word.boxInt(34);

  private static final String RANGE_TEXT = "Numerical result out of range";

  private FloatPower() {}

  static long power(ThreadState ts, double base, double exponent) {
    if (exponent == 0.0 || base == 1.0) {
      return Word.boxDouble(1.0);
    }
    if (base == -1.0 && Double.isInfinite(exponent)) {
      return Word.boxDouble(1.0);
    }
    if (base == 0.0 && exponent < 0.0 && !Double.isInfinite(exponent)) {
      throw Errors.zeroDivision(ts, "0.0 cannot be raised to a negative power");
    }
    if (base < 0.0
        && !Double.isInfinite(base)
        && !Double.isInfinite(exponent)
        && !Double.isNaN(exponent)
        && exponent != Math.floor(exponent)) {
      return Complexes.power(ts, base, 0.0, exponent, 0.0);
    }
    double result = CMath.POW.of(base, exponent);
    if (Double.isInfinite(result) && !Double.isInfinite(base) && !Double.isInfinite(exponent)) {
      throw Errors.raiseArgs(ts, Exc.OverflowError, RANGE_NUMBER, Strs.of(ts, RANGE_TEXT));
    }
    return Word.boxDouble(result);
  }
}
