package dev.taipan.stdlib.binary;

/** Doubles to 16 bits in one rounding; the JDK's conversion starts from float and rounds twice. */
final class HalfFloat {
  private HalfFloat() {}

  static short of(double value) {
    int sign = (int) (Double.doubleToRawLongBits(value) >>> 48) & 0x8000;
    double size = Math.abs(value);
    if (Double.isNaN(value)) {
      return (short) (sign | 0x7E00);
    }
    if (size >= 0x1.ffep15) {
      return (short) (sign | 0x7C00); // 65520 and more round to infinity
    }
    if (size < 0x1p-14) {
      return (short) (sign | (int) Math.rint(size * 0x1p24)); // units of the least subnormal
    }
    int exponent = Math.getExponent(size);
    int significand = (int) Math.rint(Math.scalb(size, 10 - exponent)); // 1024 .. 2048
    return (short) (sign | ((exponent + 15) << 10) + significand - 1024);
  }
}
