package dev.taipan.stdlib.numeric;

/**
 * The generator MT19937 with seeding by arrays, as its authors define it: Python promises the same
 * numbers on every machine. Whoever uses one holds its lock.
 */
final class MersenneTwister {
  static final int WORDS = 624;
  private static final int SHIFT = 397;

  private final int[] state = new int[WORDS];
  private int index = WORDS;

  private void seed(int value) {
    state[0] = value;
    for (int i = 1; i < WORDS; i++) {
      int last = state[i - 1];
      state[i] = 1812433253 * (last ^ last >>> 30) + i;
    }
  }

  /** Starts anew from a key of 32-bit words, least first. */
  void seed(int[] key) {
    seed(19650218);
    int i = 1;
    int j = 0;
    for (int k = Math.max(WORDS, key.length); k > 0; k--) {
      int last = state[i - 1];
      state[i] = (state[i] ^ (last ^ last >>> 30) * 1664525) + key[j] + j;
      i++;
      j++;
      if (i >= WORDS) {
        state[0] = state[WORDS - 1];
        i = 1;
      }
      if (j >= key.length) {
        j = 0;
      }
    }
    for (int k = WORDS - 1; k > 0; k--) {
      int last = state[i - 1];
      state[i] = (state[i] ^ (last ^ last >>> 30) * 1566083941) - i;
      i++;
      if (i >= WORDS) {
        state[0] = state[WORDS - 1];
        i = 1;
      }
    }
    state[0] = 0x80000000;
    index = WORDS;
  }

  private static int twist(int high, int low) {
    int y = high & 0x80000000 | low & 0x7FFFFFFF;
    return y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
  }

  private void refill() {
    for (int i = 0; i < WORDS; i++) {
      int next = i + 1 == WORDS ? 0 : i + 1;
      int far = i + SHIFT < WORDS ? i + SHIFT : i + SHIFT - WORDS;
      state[i] = state[far] ^ twist(state[i], state[next]);
    }
    index = 0;
  }

  /** The next 32 random bits. */
  int next() {
    if (index >= WORDS) {
      refill();
    }
    int y = state[index++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9D2C5680;
    y ^= y << 15 & 0xEFC60000;
    return y ^ y >>> 18;
  }

  /** A double of 53 random bits in [0, 1). */
  double nextDouble() {
    int a = next() >>> 5;
    int b = next() >>> 6;
    return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
  }

  int[] words() {
    return state.clone();
  }

  int index() {
    return index;
  }

  void restore(int[] words, int position) {
    System.arraycopy(words, 0, state, 0, WORDS);
    index = position;
  }
}
