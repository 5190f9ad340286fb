package dev.taipan.stdlib.io;

import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The reading methods, for the two types that have them. */
final class BufferedReading {
  private BufferedReading() {}

  private static long bytesOrNone(ThreadState ts, byte[] bytes) {
    return bytes == null ? Word.NONE : ByteStrings.of(ts, bytes);
  }

  static long read(ThreadState ts, long self, long size) {
    BufferedFile file = BufferedType.of(ts, self);
    file.raw(ts);
    long count = IoErrors.size(ts, size);
    if (count < -1) {
      throw Errors.valueError(ts, "read length must be non-negative or -1");
    }
    file.checkOpen(ts, "read of closed file");
    file.lock.enter(ts, self);
    try {
      return bytesOrNone(ts, count < 0 ? file.readAll(ts) : file.read(ts, count, false));
    } finally {
      file.lock.leave();
    }
  }

  /** {@code read1}, as an array; null where it would have to wait. */
  static byte[] read1(ThreadState ts, long self, long size) {
    BufferedFile file = BufferedType.of(ts, self);
    file.raw(ts);
    long count = size < 0 ? file.size() : size;
    file.checkOpen(ts, "read of closed file");
    if (count == 0) {
      return new byte[0];
    }
    file.lock.enter(ts, self);
    try {
      return file.read(ts, count, true);
    } finally {
      file.lock.leave();
    }
  }

  static long read1Bytes(ThreadState ts, long self, long size) {
    byte[] bytes = read1(ts, self, size(ts, size));
    return ByteStrings.of(ts, bytes == null ? new byte[0] : bytes);
  }

  static long into(ThreadState ts, long self, long buffer, boolean once) {
    BufferedFile file = BufferedType.of(ts, self);
    file.checkOpen(ts, "readinto of closed file");
    byte[] bytes = new byte[Targets.size(ts, buffer)];
    int got;
    file.lock.enter(ts, self);
    try {
      got = bytes.length == 0 ? 0 : read(ts, file, bytes, once);
    } finally {
      file.lock.leave();
    }
    if (got < 0) {
      return Word.NONE;
    }
    Targets.put(ts, buffer, bytes, got);
    return Word.boxInt(got);
  }

  /** What was read ahead does not stop {@code readinto1} from one read of more than a buffer. */
  private static int read(ThreadState ts, BufferedFile file, byte[] bytes, boolean once) {
    int ahead = file.ahead();
    int got = file.read(ts, bytes, 0, bytes.length, once);
    int left = bytes.length - got;
    boolean more = once && ahead > 0 && got == ahead && left > file.size();
    return more ? got + Math.max(0, file.read(ts, bytes, got, left, true)) : got;
  }

  static long peek(ThreadState ts, long self) {
    BufferedFile file = BufferedType.of(ts, self);
    file.checkOpen(ts, "peek of closed file");
    file.lock.enter(ts, self);
    try {
      return ByteStrings.of(ts, file.peek(ts));
    } finally {
      file.lock.leave();
    }
  }

  static long readline(ThreadState ts, long self, long size) {
    BufferedFile file = BufferedType.of(ts, self);
    file.raw(ts);
    long most = IoErrors.size(ts, size);
    file.checkOpen(ts, "readline of closed file");
    file.lock.enter(ts, self);
    try {
      return ByteStrings.of(ts, file.readLine(ts, most));
    } finally {
      file.lock.leave();
    }
  }

  static long size(ThreadState ts, long word) {
    return word == Word.NONE ? -1 : Numbers.asJavaLong(ts, Numbers.index(ts, word));
  }
}
