package dev.taipan.stdlib.io;

import dev.taipan.stdlib.os.Fd;
import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A descriptor with a mode: the state of {@code FileIO}. Whoever takes the descriptor out of the
 * object closes it, so it is closed once.
 */
final class RawFile extends HostObject {
  private static final int CHUNK = 1 << 16;

  private final AtomicInteger fd = new AtomicInteger(-1);
  volatile boolean readable;
  volatile boolean writable;
  volatile boolean appending;
  volatile boolean created;
  volatile boolean closesFd = true;

  /** 1 yes, 0 no, -1 not known yet. */
  private volatile int seekable = -1;

  volatile boolean finalizing;

  /** Whether a buffer closes it: then it must not close itself before that wrote its bytes. */
  volatile boolean wrapped;

  RawFile() {}

  void open(int descriptor) {
    fd.set(descriptor);
    seekable = -1;
  }

  boolean isClosed() {
    return fd.get() < 0;
  }

  int descriptor(ThreadState ts) {
    int known = fd.get();
    if (known < 0) {
      throw Errors.valueError(ts, "I/O operation on closed file");
    }
    return known;
  }

  int orNegative() {
    return fd.get();
  }

  String mode() {
    if (created) {
      return readable ? "xb+" : "xb";
    }
    if (appending) {
      return readable ? "ab+" : "ab";
    }
    return readable ? writable ? "rb+" : "rb" : "wb";
  }

  void close(ThreadState ts) {
    int descriptor = fd.getAndSet(-1);
    if (descriptor >= 0 && closesFd && (int) Libc.call(Fn.CLOSE, descriptor) < 0) {
      throw OsErrors.last(ts);
    }
  }

  boolean seekable(ThreadState ts) {
    int descriptor = descriptor(ts);
    if (seekable < 0) {
      seekable = Libc.call(Fn.LSEEK, descriptor, 0, 1) < 0 ? 0 : 1;
    }
    return seekable == 1;
  }

  void checkReadable(ThreadState ts) {
    descriptor(ts);
    if (!readable) {
      throw IoErrors.unsupported(ts, "File not open for reading");
    }
  }

  void checkWritable(ThreadState ts) {
    descriptor(ts);
    if (!writable) {
      throw IoErrors.unsupported(ts, "File not open for writing");
    }
  }

  int read(ThreadState ts, byte[] into, int start, int length) {
    checkReadable(ts);
    return length == 0 ? 0 : Fd.read(ts, descriptor(ts), into, start, length);
  }

  int write(ThreadState ts, byte[] from, int start, int length) {
    checkWritable(ts);
    return Fd.write(ts, descriptor(ts), from, start, length);
  }

  /** Everything up to the end; null where nothing can be read without waiting. */
  byte[] readAll(ThreadState ts) {
    checkReadable(ts);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    while (true) {
      int count = Fd.read(ts, descriptor(ts), chunk, 0, chunk.length);
      if (count <= 0) {
        return count < 0 && all.size() == 0 ? null : all.toByteArray();
      }
      if (all.size() == 0 && count < chunk.length) {
        int more = Fd.read(ts, descriptor(ts), chunk, count, chunk.length - count);
        if (more == 0) {
          return Arrays.copyOf(chunk, count);
        }
        all.write(chunk, 0, count + Math.max(0, more));
        if (more < 0) {
          return all.toByteArray();
        }
        continue;
      }
      all.write(chunk, 0, count);
    }
  }

  long seek(ThreadState ts, long offset, int whence) {
    return Fd.seek(ts, descriptor(ts), offset, whence);
  }

  void truncate(ThreadState ts, long size) {
    checkWritable(ts);
    OsErrors.check(ts, Libc.blocking(ts, Fn.FTRUNCATE, descriptor(ts), size, 0));
  }
}
