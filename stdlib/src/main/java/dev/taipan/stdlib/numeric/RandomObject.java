package dev.taipan.stdlib.numeric;

import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import java.math.BigInteger;

/** A {@code Random}: a generator and the lock that each use of it takes. */
final class RandomObject extends HostObject {
  private final MersenneTwister twister = new MersenneTwister();
  private final VmLock lock = new VmLock();

  void seed(ThreadState ts, int[] key) {
    lock.lock(ts);
    try {
      twister.seed(key);
    } finally {
      lock.unlock(ts);
    }
  }

  double random(ThreadState ts) {
    lock.lock(ts);
    try {
      return twister.nextDouble();
    } finally {
      lock.unlock(ts);
    }
  }

  /** At most 64 random bits. */
  long bits(ThreadState ts, int count) {
    lock.lock(ts);
    try {
      if (count <= 32) {
        return (twister.next() & 0xFFFFFFFFL) >>> 32 - count;
      }
      long low = twister.next() & 0xFFFFFFFFL;
      return (twister.next() & 0xFFFFFFFFL) >>> 64 - count << 32 | low;
    } finally {
      lock.unlock(ts);
    }
  }

  /** Any number of random bits: the first words are the least. */
  BigInteger manyBits(ThreadState ts, int count) {
    int words = (count + 31) / 32;
    byte[] magnitude = new byte[4 * words];
    lock.lock(ts);
    try {
      for (int i = 0; i < words; i++) {
        int word = twister.next();
        if (i == words - 1 && (count & 31) != 0) {
          word >>>= 32 - (count & 31);
        }
        int at = magnitude.length - 4 * (i + 1);
        magnitude[at] = (byte) (word >>> 24);
        magnitude[at + 1] = (byte) (word >>> 16);
        magnitude[at + 2] = (byte) (word >>> 8);
        magnitude[at + 3] = (byte) word;
      }
    } finally {
      lock.unlock(ts);
    }
    return new BigInteger(1, magnitude);
  }

  /** The generator's words, and its position as the last item. */
  int[] state(ThreadState ts) {
    lock.lock(ts);
    try {
      int[] state = java.util.Arrays.copyOf(twister.words(), MersenneTwister.WORDS + 1);
      state[MersenneTwister.WORDS] = twister.index();
      return state;
    } finally {
      lock.unlock(ts);
    }
  }

  void restore(ThreadState ts, int[] state) {
    lock.lock(ts);
    try {
      twister.restore(state, state[MersenneTwister.WORDS]);
    } finally {
      lock.unlock(ts);
    }
  }
}
