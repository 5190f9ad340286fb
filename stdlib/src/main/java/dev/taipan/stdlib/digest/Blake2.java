package dev.taipan.stdlib.digest;

import java.util.Arrays;

/**
 * BLAKE2b and BLAKE2s (RFC 7693) with key, salt, person and tree parameters: the JDK has neither.
 * Both keep their words in longs; the small one masks them to 32 bits.
 */
final class Blake2 implements HashState {
  private static final byte[][] SIGMA = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
  };

  private static final long[] START = {
    0x6A09E667F3BCC908L, 0xBB67AE8584CAA73BL, 0x3C6EF372FE94F82BL, 0xA54FF53A5F1D36F1L,
    0x510E527FADE682D1L, 0x9B05688C2B3E6C1FL, 0x1F83D9ABFB41BD6BL, 0x5BE0CD19137E2179L,
  };

  /** The two sizes of the algorithm. */
  enum Size {
    BIG("blake2b", 8, 12, 32, 24, 16, 63),
    SMALL("blake2s", 4, 10, 16, 12, 8, 7);

    final String title;
    final int word;
    final int rounds;
    final int turn0;
    final int turn1;
    final int turn2;
    final int turn3;

    Size(String title, int word, int rounds, int turn0, int turn1, int turn2, int turn3) {
      this.title = title;
      this.word = word;
      this.rounds = rounds;
      this.turn0 = turn0;
      this.turn1 = turn1;
      this.turn2 = turn2;
      this.turn3 = turn3;
    }

    /** The longest digest and key. */
    int most() {
      return 8 * word;
    }

    int salt() {
      return 2 * word;
    }

    int block() {
      return 16 * word;
    }
  }

  private final Size size;
  private final long mask;
  private final long[] h;
  private final byte[] buffer;
  private final boolean lastNode;
  private int filled;
  private long count;

  /** Starts from a parameter block, as long as the digest can be, and a key. */
  Blake2(Size size, byte[] parameters, byte[] key, boolean lastNode) {
    this(size, new long[8], new byte[size.block()], lastNode, 0, 0);
    for (int i = 0; i < 8; i++) {
      h[i] = START[i] >>> 64 - 8 * size.word ^ word(parameters, i);
    }
    if (key.length > 0) {
      update(Arrays.copyOf(key, size.block()));
    }
  }

  /** Without a key, and with a parameter block that asks for the longest digest and no tree. */
  static Blake2 plain(Size size) {
    byte[] parameters = new byte[size.most()];
    parameters[0] = (byte) size.most();
    parameters[2] = 1;
    parameters[3] = 1;
    return new Blake2(size, parameters, new byte[0], false);
  }

  private Blake2(Size size, long[] h, byte[] buffer, boolean lastNode, int filled, long count) {
    this.size = size;
    this.mask = size == Size.BIG ? -1L : 0xFFFFFFFFL;
    this.h = h;
    this.buffer = buffer;
    this.lastNode = lastNode;
    this.filled = filled;
    this.count = count;
  }

  private long word(byte[] bytes, int index) {
    long word = 0;
    for (int i = size.word - 1; i >= 0; i--) {
      word = word << 8 | bytes[index * size.word + i] & 0xFF;
    }
    return word;
  }

  @Override
  public void update(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      if (filled == buffer.length) {
        count += filled;
        compress(false);
        filled = 0;
      }
      int part = Math.min(bytes.length - at, buffer.length - filled);
      System.arraycopy(bytes, at, buffer, filled, part);
      filled += part;
      at += part;
    }
  }

  @Override
  public byte[] digest(int length) {
    Blake2 end = (Blake2) copy();
    Arrays.fill(end.buffer, filled, buffer.length, (byte) 0);
    end.count += filled;
    end.compress(true);
    byte[] out = new byte[length];
    for (int i = 0; i < length; i++) {
      out[i] = (byte) (end.h[i / size.word] >>> 8 * (i % size.word));
    }
    return out;
  }

  @Override
  public HashState copy() {
    return new Blake2(size, h.clone(), buffer.clone(), lastNode, filled, count);
  }

  private void compress(boolean last) {
    long[] v = new long[16];
    long[] m = new long[16];
    for (int i = 0; i < 16; i++) {
      m[i] = word(buffer, i);
      v[i] = i < 8 ? h[i] : START[i - 8] >>> 64 - 8 * size.word;
    }
    v[12] ^= count & mask;
    v[13] ^= size == Size.BIG ? 0 : count >>> 32;
    v[14] ^= last ? mask : 0;
    v[15] ^= last && lastNode ? mask : 0;
    for (int round = 0; round < size.rounds; round++) {
      byte[] s = SIGMA[round % 10];
      for (int i = 0; i < 4; i++) {
        mix(v, i, i + 4, i + 8, i + 12, m[s[2 * i]], m[s[2 * i + 1]]);
      }
      for (int i = 0; i < 4; i++) {
        int b = 4 + (i + 1 & 3);
        int c = 8 + (i + 2 & 3);
        int d = 12 + (i + 3 & 3);
        mix(v, i, b, c, d, m[s[8 + 2 * i]], m[s[9 + 2 * i]]);
      }
    }
    for (int i = 0; i < 8; i++) {
      h[i] ^= v[i] ^ v[i + 8];
    }
  }

  private void mix(long[] v, int a, int b, int c, int d, long x, long y) {
    v[a] = v[a] + v[b] + x & mask;
    v[d] = turn(v[d] ^ v[a], size.turn0);
    v[c] = v[c] + v[d] & mask;
    v[b] = turn(v[b] ^ v[c], size.turn1);
    v[a] = v[a] + v[b] + y & mask;
    v[d] = turn(v[d] ^ v[a], size.turn2);
    v[c] = v[c] + v[d] & mask;
    v[b] = turn(v[b] ^ v[c], size.turn3);
  }

  private long turn(long value, int by) {
    return size == Size.BIG
        ? Long.rotateRight(value, by)
        : Integer.rotateRight((int) value, by) & mask;
  }
}
