package dev.taipan.vm.heap;

import dev.taipan.vm.memory.Memory;

/**
 * SipHash-1-3 over raw memory with a secret of 128 bits, the hash of str and bytes. With the secret
 * that a fixed seed gives, hashes are those of CPython on a little-endian machine, and so is the
 * order in which sets of strings iterate.
 */
public final class SipHash {
  private final long key0;
  private final long key1;

  public SipHash(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** The secret of a fixed seed: zero for 0, else from a linear congruential generator. */
  public static SipHash ofSeed(long seed) {
    if (seed == 0) {
      return new SipHash(0, 0);
    }
    int x = (int) seed;
    long[] keys = new long[2];
    for (int i = 0; i < 16; i++) {
      x = x * 214013 + 2531011;
      keys[i >> 3] |= (long) ((x >>> 16) & 0xFF) << ((i & 7) * 8);
    }
    return new SipHash(keys[0], keys[1]);
  }

  /** Never -1, which means "error" in Python; 0 for no bytes. */
  public long hash(long address, long bytes) {
    if (bytes == 0) {
      return 0;
    }
    long v0 = key0 ^ 0x736f6d6570736575L;
    long v1 = key1 ^ 0x646f72616e646f6dL;
    long v2 = key0 ^ 0x6c7967656e657261L;
    long v3 = key1 ^ 0x7465646279746573L;
    long end = address + (bytes & ~7L);
    // Shifts in place of calls: a start hashes most of its strs before this is compiled.
    // One compression round for each word and three at the end; the last word has the length.
    for (long p = address; ; p += 8) {
      long word = p < end ? Memory.getLong(p) : tail(p, (int) (bytes & 7)) | bytes << 56;
      int rounds = p < end ? 1 : 4;
      v3 ^= word;
      for (int round = 0; round < rounds; round++) {
        v0 += v1;
        v2 += v3;
        v1 = (v1 << 13 | v1 >>> 51) ^ v0;
        v3 = (v3 << 16 | v3 >>> 48) ^ v2;
        v0 = (v0 << 32 | v0 >>> 32);
        v2 += v1;
        v0 += v3;
        v1 = (v1 << 17 | v1 >>> 47) ^ v2;
        v3 = (v3 << 21 | v3 >>> 43) ^ v0;
        v2 = (v2 << 32 | v2 >>> 32);
        if (round == 0) {
          v0 ^= word;
          v2 ^= rounds == 1 ? 0 : 0xFF;
        }
      }
      if (rounds != 1) {
        long hash = v0 ^ v1 ^ v2 ^ v3;
        return hash == -1 ? -2 : hash;
      }
    }
  }

  /** The last bytes, fewer than a word. An aligned word ends in no other page than it begins in. */
  private static long tail(long address, int bytes) {
    if ((address & 7) == 0) {
      return bytes == 0 ? 0 : Memory.getLong(address) & (1L << (bytes * 8)) - 1;
    }
    long word = 0;
    for (int i = 0; i < bytes; i++) {
      word |= (long) (Memory.getByte(address + i) & 0xFF) << (i * 8);
    }
    return word;
  }
}
