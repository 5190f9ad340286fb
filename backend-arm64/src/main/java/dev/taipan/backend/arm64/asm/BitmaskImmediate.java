package dev.taipan.backend.arm64.asm;

import java.util.OptionalLong;

/**
 * The instruction set's logical immediates: an element of 2 to 64 bits, holding one rotated run of
 * ones, repeated to 64 bits. All ones and all zeros have no encoding. Encoding inverts the
 * definition instead of searching a table.
 */
final class BitmaskImmediate {
  private BitmaskImmediate() {}

  /** (N, immr, imms) as 13 bits, or -1. */
  static int encode(long value) {
    if (value == 0 || value == -1) {
      return -1;
    }
    int size = elementSize(value);
    long mask = size == 64 ? -1L : (1L << size) - 1;
    long element = value & mask;
    int ones = Long.bitCount(element);
    // A run that wraps around has a zero bit inside the element's low and high ones: rotate the
    // run's start to bit 0.
    int start =
        (element & 1) == 0
            ? Long.numberOfTrailingZeros(element)
            : (size - (ones - Long.numberOfTrailingZeros(~element))) % size;
    if (rotateRight(element, start, size, mask) != (1L << ones) - 1) {
      return -1;
    }
    int rotation = (size - start) % size;
    int n = size == 64 ? 1 : 0;
    int imms = ((-size << 1) | (ones - 1)) & 0x3f;
    return (n << 12) | (rotation << 6) | imms;
  }

  /** The 64-bit constant, or empty where the 13 bits are reserved. */
  static OptionalLong decode(int bits) {
    int n = (bits >> 12) & 1;
    int imms = bits & 0x3f;
    int length = 31 - Integer.numberOfLeadingZeros((n << 6) | (~imms & 0x3f));
    if (bits < 0 || bits >= 1 << 13 || length < 1) {
      return OptionalLong.empty();
    }
    int size = 1 << length;
    int ones = (imms & (size - 1)) + 1;
    int rotation = (bits >> 6) & (size - 1);
    if (ones == size) {
      return OptionalLong.empty();
    }
    long mask = size == 64 ? -1L : (1L << size) - 1;
    long element = rotateRight((1L << ones) - 1, rotation, size, mask);
    for (int width = size; width < 64; width *= 2) {
      element |= element << width;
    }
    return OptionalLong.of(element);
  }

  private static int elementSize(long value) {
    int size = 64;
    while (size > 2) {
      int half = size / 2;
      long mask = (1L << half) - 1;
      if ((value & mask) != ((value >>> half) & mask)) {
        break;
      }
      size = half;
    }
    return size;
  }

  private static long rotateRight(long element, int by, int size, long mask) {
    return by == 0 ? element : ((element >>> by) | (element << (size - by))) & mask;
  }
}
