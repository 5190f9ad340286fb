package dev.taipan.stdlib.digest;

/**
 * SHAKE128 and SHAKE256 (FIPS 202): written here because the JDK's have a fixed length of output
 * and Python's any.
 */
final class Shake implements HashState {
  private static final long[] ROUND = roundConstants();
  private static final int[] ROTATION = {
    0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14
  };

  private final long[] lanes;
  private final int rate;
  private int filled;

  /** A sponge that takes {@code rate} bytes at a time. */
  Shake(int rate) {
    this(rate, new long[25], 0);
  }

  private Shake(int rate, long[] lanes, int filled) {
    this.rate = rate;
    this.lanes = lanes;
    this.filled = filled;
  }

  /** The constants come from the standard's shift register. */
  private static long[] roundConstants() {
    long[] constants = new long[24];
    int register = 1;
    for (int round = 0; round < 24; round++) {
      for (int j = 0; j < 7; j++) {
        if ((register & 1) != 0) {
          constants[round] |= 1L << (1 << j) - 1;
        }
        register = register << 1 ^ ((register & 0x80) != 0 ? 0x171 : 0);
      }
    }
    return constants;
  }

  private static void absorb(long[] lanes, int at, int value) {
    lanes[at >> 3] ^= (long) value << 8 * (at & 7);
  }

  @Override
  public void update(byte[] bytes) {
    for (byte b : bytes) {
      absorb(lanes, filled++, b & 0xFF);
      if (filled == rate) {
        permute(lanes);
        filled = 0;
      }
    }
  }

  @Override
  public byte[] digest(int length) {
    long[] copy = lanes.clone();
    absorb(copy, filled, 0x1F);
    absorb(copy, rate - 1, 0x80);
    byte[] out = new byte[length];
    for (int i = 0; i < length; i++) {
      int at = i % rate;
      if (at == 0) {
        permute(copy);
      }
      out[i] = (byte) (copy[at >> 3] >>> 8 * (at & 7));
    }
    return out;
  }

  @Override
  public HashState copy() {
    return new Shake(rate, lanes.clone(), filled);
  }

  private static void permute(long[] a) {
    long[] b = new long[25];
    for (long constant : ROUND) {
      theta(a);
      for (int x = 0; x < 5; x++) {
        for (int y = 0; y < 5; y++) {
          b[y + 5 * ((2 * x + 3 * y) % 5)] = Long.rotateLeft(a[x + 5 * y], ROTATION[x + 5 * y]);
        }
      }
      for (int i = 0; i < 25; i++) {
        int row = i / 5 * 5;
        a[i] = b[i] ^ ~b[row + (i + 1) % 5] & b[row + (i + 2) % 5];
      }
      a[0] ^= constant;
    }
  }

  private static void theta(long[] a) {
    long[] c = new long[5];
    for (int x = 0; x < 5; x++) {
      c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    }
    for (int i = 0; i < 25; i++) {
      int x = i % 5;
      a[i] ^= c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
    }
  }
}
