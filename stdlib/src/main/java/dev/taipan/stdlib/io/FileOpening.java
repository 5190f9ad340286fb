package dev.taipan.stdlib.io;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.stdlib.os.Paths;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.stdlib.os.StatBuffer;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** From the arguments of {@code FileIO} to a descriptor. */
final class FileOpening {
  private static final int O_WRONLY = 1;
  private static final int O_RDWR = 2;
  private static final int O_CREAT = 0x40;
  private static final int O_EXCL = 0x80;
  private static final int O_TRUNC = 0x200;
  private static final int O_APPEND = 0x400;
  private static final int O_CLOEXEC = 0x80000;
  private static final int MODE = 0666;

  private FileOpening() {}

  static void open(
      ThreadState ts, RawFile raw, long file, String mode, boolean closefd, long opener) {
    int given = -1;
    if (Ints.isInt(ts, file) || Numbers.hasIndex(ts, file)) {
      given = Numbers.asJavaInt(ts, file);
      if (given < 0) {
        throw Errors.valueError(ts, "negative file descriptor");
      }
    }
    int flags = flags(ts, raw, mode);
    raw.closesFd = closefd;
    int fd = given;
    if (given < 0) {
      if (!closefd) {
        throw Errors.valueError(ts, "Cannot use closefd=False with file name");
      }
      fd = opener == Word.NONE ? plain(ts, file, flags) : byOpener(ts, file, flags, opener);
    }
    try {
      if (fd > 2 || given < 0) {
        refuseFolder(ts, fd, file);
      }
      raw.open(fd);
      if (raw.appending) {
        seekToEnd(ts, raw, given >= 0);
      }
    } catch (Raised signal) {
      raw.open(-1);
      if (given < 0) {
        Libc.call(Fn.CLOSE, fd);
      }
      throw signal;
    }
  }

  private static void seekToEnd(ThreadState ts, RawFile raw, boolean quiet) {
    long place = Libc.call(Fn.LSEEK, raw.orNegative(), 0, 2);
    if (place < 0 && !quiet && Libc.errno() != ESPIPE) {
      throw OsErrors.last(ts);
    }
  }

  private static final int ESPIPE = 29;

  private static int flags(ThreadState ts, RawFile raw, String mode) {
    raw.readable = false;
    raw.writable = false;
    raw.appending = false;
    raw.created = false;
    int kinds = 0;
    int pluses = 0;
    int flags = 0;
    for (int i = 0; i < mode.length(); i++) {
      char c = mode.charAt(i);
      switch (c) {
        case 'r' -> raw.readable = true;
        case 'w' -> {
          raw.writable = true;
          flags |= O_CREAT | O_TRUNC;
        }
        case 'x' -> {
          raw.writable = true;
          raw.created = true;
          flags |= O_CREAT | O_EXCL;
        }
        case 'a' -> {
          raw.writable = true;
          raw.appending = true;
          flags |= O_CREAT | O_APPEND;
        }
        case 'b' -> {}
        case '+' -> pluses++;
        default -> throw Errors.valueError(ts, "invalid mode: %s", mode);
      }
      kinds += c == 'b' || c == '+' ? 0 : 1;
    }
    if (kinds != 1 || pluses > 1) {
      throw Errors.valueError(
          ts, "Must have exactly one of create/read/write/append mode and at most one plus");
    }
    if (pluses == 1) {
      raw.readable = true;
      raw.writable = true;
    }
    int access = raw.readable ? raw.writable ? O_RDWR : 0 : O_WRONLY;
    return flags | access | O_CLOEXEC;
  }

  private static int plain(ThreadState ts, long file, int flags) {
    int mark = ts.rootMark();
    try {
      long path = Paths.fspath(ts, file);
      ts.root(path);
      try (Scratch name = Scratch.copy(Paths.bytes(ts, path))) {
        int fd = (int) Libc.blocking(ts, Fn.OPEN, name.address(), flags, MODE);
        if (fd < 0) {
          throw OsErrors.last(ts, file);
        }
        return fd;
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static int byOpener(ThreadState ts, long file, int flags, long opener) {
    long result = Calls.call2(ts, opener, file, Word.boxInt(flags));
    if (!Ints.isInt(ts, result)) {
      throw Errors.typeError(ts, "expected integer from opener");
    }
    int fd = Numbers.asJavaInt(ts, result);
    if (fd < 0) {
      throw Errors.valueError(ts, "opener returned %d", fd);
    }
    return fd;
  }

  private static void refuseFolder(ThreadState ts, int fd, long file) {
    try (StatBuffer stat = StatBuffer.ofDescriptor(fd)) {
      if (stat.failed() && Libc.errno() == OsErrors.EBADF) {
        throw OsErrors.last(ts, file);
      }
      if (!stat.failed() && stat.isFolder()) {
        throw OsErrors.of(ts, OsErrors.EISDIR, file);
      }
    }
  }
}
