package dev.taipan.stdlib.digest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Keys from passwords: PBKDF2 (RFC 8018) and scrypt (RFC 7914). The JDK has no scrypt. */
final class KeyDerivation {
  private static final int SALSA_WORDS = 16;

  private KeyDerivation() {}

  static byte[] pbkdf2(HashKind kind, byte[] password, byte[] salt, long iterations, int length) {
    byte[] key = new byte[length];
    HmacState keyed = HmacState.start(kind, password);
    for (int block = 1, at = 0; at < length; block++, at += kind.size) {
      HashState first = keyed.copy();
      first.update(salt);
      first.update(ByteBuffer.allocate(Integer.BYTES).putInt(block).array());
      byte[] last = first.digest(kind.size);
      byte[] sum = last.clone();
      for (long i = 1; i < iterations; i++) {
        HashState next = keyed.copy();
        next.update(last);
        last = next.digest(kind.size);
        for (int j = 0; j < sum.length; j++) {
          sum[j] ^= last[j];
        }
      }
      System.arraycopy(sum, 0, key, at, Math.min(sum.length, length - at));
    }
    return key;
  }

  /**
   * scrypt with cost {@code n} (a power of two), block size {@code r} and parallelization {@code
   * p}.
   */
  static byte[] scrypt(byte[] password, byte[] salt, int n, int r, int p, int length) {
    byte[] blocks = pbkdf2(HashKind.SHA256, password, salt, 1, p * 128 * r);
    int words = 32 * r;
    int[] table = new int[n * words];
    ByteBuffer view = ByteBuffer.wrap(blocks).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < p; i++) {
      int[] block = new int[words];
      view.asIntBuffer().get(i * words, block);
      view.asIntBuffer().put(i * words, mix(block, table, n));
    }
    return pbkdf2(HashKind.SHA256, password, blocks, 1, length);
  }

  /** The memory-hard part: fills a table with the block's states, then walks it as they say. */
  private static int[] mix(int[] start, int[] table, int n) {
    int words = start.length;
    int[] block = start;
    int[] spare = new int[words];
    for (int i = 0; i < n; i++) {
      System.arraycopy(block, 0, table, i * words, words);
      shuffle(block, spare);
      int[] swap = block;
      block = spare;
      spare = swap;
    }
    for (int i = 0; i < n; i++) {
      int at = (block[words - SALSA_WORDS] & n - 1) * words;
      for (int j = 0; j < words; j++) {
        block[j] ^= table[at + j];
      }
      shuffle(block, spare);
      int[] swap = block;
      block = spare;
      spare = swap;
    }
    return block;
  }

  /** Chains Salsa20/8 through the block; even parts come first in the result, then odd ones. */
  private static void shuffle(int[] from, int[] to) {
    int parts = from.length / SALSA_WORDS;
    int[] x = new int[SALSA_WORDS];
    System.arraycopy(from, from.length - SALSA_WORDS, x, 0, SALSA_WORDS);
    for (int part = 0; part < parts; part++) {
      for (int j = 0; j < SALSA_WORDS; j++) {
        x[j] ^= from[part * SALSA_WORDS + j];
      }
      salsa(x);
      int place = part / 2 + (part % 2) * (parts / 2);
      System.arraycopy(x, 0, to, place * SALSA_WORDS, SALSA_WORDS);
    }
  }

  /** Salsa20 with eight rounds, in place. */
  private static void salsa(int[] block) {
    int[] x = block.clone();
    for (int round = 0; round < 4; round++) {
      quarter(x, 0, 4, 8, 12);
      quarter(x, 5, 9, 13, 1);
      quarter(x, 10, 14, 2, 6);
      quarter(x, 15, 3, 7, 11);
      quarter(x, 0, 1, 2, 3);
      quarter(x, 5, 6, 7, 4);
      quarter(x, 10, 11, 8, 9);
      quarter(x, 15, 12, 13, 14);
    }
    for (int i = 0; i < SALSA_WORDS; i++) {
      block[i] += x[i];
    }
  }

  private static void quarter(int[] x, int a, int b, int c, int d) {
    x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
    x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
    x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
    x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
  }
}
