package dev.taipan.stdlib.binary;

/**
 * CRC-32 that goes on from an earlier value: the JDK's always starts at zero, so the two are
 * combined by multiplying with x^(8 * length) modulo the polynomial.
 */
final class Crc32Shift {
  private static final int POLYNOMIAL = 0xEDB88320;

  private Crc32Shift() {}

  /** The checksum of two pieces, by theirs and the second one's length. */
  static long combine(long first, long second, long length) {
    int power = 1 << 31; // x^0
    int square = 1 << 23; // x^8: eight places below
    for (long n = length; n > 0; n >>= 1) {
      if ((n & 1) != 0) {
        power = multiply(square, power);
      }
      square = multiply(square, square);
    }
    return (multiply(power, (int) first) ^ (int) second) & 0xFFFFFFFFL;
  }

  private static int multiply(int a, int b) {
    int product = 0;
    int factor = b;
    for (int mask = 1 << 31; mask != 0; mask >>>= 1) {
      if ((a & mask) != 0) {
        product ^= factor;
      }
      factor = factor >>> 1 ^ ((factor & 1) != 0 ? POLYNOMIAL : 0);
    }
    return product;
  }
}
