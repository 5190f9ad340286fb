package dev.taipan.stdlib.io;

import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The writing method, for the two types that have it, and what raw files must be able to do. */
final class BufferedWriting {
  private BufferedWriting() {}

  static long write(ThreadState ts, long self, long data) {
    BufferedFile file = BufferedType.of(ts, self);
    file.raw(ts);
    byte[] bytes = Buffers.require(ts, data);
    write(ts, self, bytes);
    return Word.boxInt(bytes.length);
  }

  static void write(ThreadState ts, long self, byte[] bytes) {
    BufferedFile file = BufferedType.of(ts, self);
    file.lock.enter(ts, self);
    try {
      file.checkOpen(ts, "write to closed file");
      file.write(ts, bytes);
    } finally {
      file.lock.leave();
    }
  }

  private static void check(ThreadState ts, long raw, String method, String what) {
    if (Calls.named(ts, raw, method) != Word.TRUE) {
      throw IoErrors.unsupported(ts, "File or stream is not " + what + ".");
    }
  }

  static void checkReadable(ThreadState ts, long raw) {
    check(ts, raw, "readable", "readable");
  }

  static void checkWritable(ThreadState ts, long raw) {
    check(ts, raw, "writable", "writable");
  }

  static void checkSeekable(ThreadState ts, long raw) {
    if (RawAccess.direct(ts, raw) == null || !RawAccess.direct(ts, raw).seekable(ts)) {
      check(ts, raw, "seekable", "seekable");
    }
  }
}
