package dev.taipan.vm.object;

import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;

/**
 * The seeded hash of characters and bytes. Never 0 (which stands for "not computed") and never -1.
 *
 * <p>A multiply-and-fold over 8-byte pieces: the seed enters first, so equal texts of different runs land differently.
 */
public final class StrHash {
  private static final long K0 = 0x9E37_79B9_7F4A_7C15L;
  private static final long K1 = 0xD6E8_FEB8_6659_FD93L;

  private StrHash() {}

  static long of(long str, long seed) {
    int width = StrLayout.width(str);
    return ofMemory(StrLayout.chars(str), (long) StrLayout.length(str) * width, seed);
  }

  /** The hash of raw bytes. */
  public static long ofMemory(long address, long bytes, long seed) {
    long h = seed ^ bytes * K0;
    long i = 0;
    for (; i + 8 <= bytes; i += 8) {
      h = fold(h ^ Memory.getLong(address + i), K0);
    }
    long tail = 0;
    for (int shift = 0; i < bytes; i++, shift += 8) {
      tail |= (Memory.getByte(address + i) & 0xFFL) << shift;
    }
    h = fold(h ^ tail, K1);
    h ^= h >>> 32;
    return h == 0 || h == -1 ? K1 >> 2 : h;
  }

  private static long fold(long a, long b) {
    return a * b ^ Math.unsignedMultiplyHigh(a, b);
  }
}
