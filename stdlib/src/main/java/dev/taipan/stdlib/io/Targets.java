package dev.taipan.stdlib.io;

import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;

/** Objects whose bytes may be written: what {@code readinto} takes. */
final class Targets {
  private Targets() {}

  /** How many bytes fit; TypeError for what cannot be written. */
  static int size(ThreadState ts, long buffer) {
    if (!Buffers.isWritable(ts, buffer)) {
      throw Errors.typeError(
          ts,
          "readinto() argument must be read-write bytes-like object, not %s",
          ts.runtime().typeOf(buffer).name());
    }
    return Buffers.writableLength(ts, buffer);
  }

  /** Writes bytes at the start of the buffer. */
  static void put(ThreadState ts, long buffer, byte[] bytes, int count) {
    Buffers.write(ts, buffer, 0, count == bytes.length ? bytes : Arrays.copyOf(bytes, count));
  }
}
