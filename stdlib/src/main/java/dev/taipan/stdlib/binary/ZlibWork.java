package dev.taipan.stdlib.binary;

import dev.taipan.stdlib.DetachedWork;
import dev.taipan.vm.thread.ThreadState;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Supplier;

/** Work on copied bytes, detached where it may take long. */
final class ZlibWork {
  private static final int LONG_WORK = 1 << 13;

  private ZlibWork() {}

  static <T> T detached(ThreadState ts, int size, Supplier<T> work) {
    return DetachedWork.run(ts, size >= LONG_WORK, work);
  }

  static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(first.length + second.length);
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  static byte[] from(byte[] bytes, int start) {
    return Arrays.copyOfRange(bytes, start, bytes.length);
  }
}
