package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.memory.Memory;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * Random bytes straight from the system, as CPython takes them: that needs no descriptor, and none
 * of what a SecureRandom reads first.
 */
public final class SystemRandom {
  /** More comes in several steps: the system may give less than is asked for. */
  private static final int CHUNK = 1 << 20;

  private static final int EINTR = 4;

  private SystemRandom() {}

  public static byte[] bytes(int count) {
    byte[] all = new byte[count];
    try (Scratch scratch = Scratch.of(Math.min(count, CHUNK))) {
      int done = 0;
      while (done < count) {
        int wanted = Math.min(count - done, CHUNK);
        long got = Fn.GETRANDOM.exists() ? Libc.call(Fn.GETRANDOM, scratch.address(), wanted) : 0;
        if (got > 0) {
          Memory.copyOut(scratch.address(), all, done, (int) got);
          done += (int) got;
        } else if (got == 0 || Libc.errno() != EINTR) {
          return instead(count);
        }
      }
    }
    return all;
  }

  /** Where the system has no such call. */
  private static byte[] instead(int count) {
    byte[] all = new byte[count];
    new SecureRandom().nextBytes(all);
    return all;
  }

  /** Some ints of as many random bits. */
  public static int[] ints(int count) {
    int[] all = new int[count];
    ByteBuffer.wrap(bytes(count * Integer.BYTES)).asIntBuffer().get(all);
    return all;
  }
}
