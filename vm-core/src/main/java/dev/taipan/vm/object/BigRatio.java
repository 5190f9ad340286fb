package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import java.math.BigInteger;

/** The quotient of two big integers, rounded once to the nearest double (ties to even). */
final class BigRatio {
  /**
   * Bits of quotient computed before rounding: the significand, a rounding bit and a sticky bit.
   */
  private static final int BITS = 55;

  private BigRatio() {}

  static double toDouble(ThreadState ts, BigInteger numerator, BigInteger denominator) {
    if (numerator.signum() == 0) {
      return denominator.signum() < 0 ? -0.0 : 0.0;
    }
    boolean negative = numerator.signum() != denominator.signum();
    BigInteger a = numerator.abs();
    BigInteger b = denominator.abs();
    // Exponent of the quotient's last bit, not below that of the smallest subnormal's rounding bit.
    int shift = Math.max(a.bitLength() - b.bitLength() - BITS, -1076);
    BigInteger[] parts =
        shift >= 0
            ? a.divideAndRemainder(b.shiftLeft(shift))
            : a.shiftLeft(-shift).divideAndRemainder(b);
    BigInteger quotient = parts[0];
    if (parts[1].signum() != 0) {
      quotient = quotient.shiftLeft(1).or(BigInteger.ONE);
      shift--;
    }
    double value = scale(quotient, shift);
    if (Double.isInfinite(value)) {
      throw Errors.overflowError(ts, "integer division result too large for a float");
    }
    return negative ? -value : value;
  }

  /**
   * {@code quotient * 2^shift} rounded once: the sticky bit makes the decimal-free conversion
   * exact.
   */
  private static double scale(BigInteger quotient, int shift) {
    return new java.math.BigDecimal(quotient)
        .multiply(
            shift >= 0
                ? new java.math.BigDecimal(BigInteger.ONE.shiftLeft(shift))
                : java.math.BigDecimal.ONE.divide(
                    new java.math.BigDecimal(BigInteger.ONE.shiftLeft(-shift))))
        .doubleValue();
  }
}
