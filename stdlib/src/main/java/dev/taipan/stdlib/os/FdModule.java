package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StructSequence;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.Paths.Name;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code posix}: descriptors. */
@BuiltinModule("posix")
final class FdModule {
  static final StructSequence TERMINAL_SIZE =
      new StructSequence("os", "terminal_size", "columns", "lines");

  private static final int O_CLOEXEC = 0x80000;
  private static final int O_NONBLOCK = 0x800;
  private static final int F_GETFD = 1;
  private static final int F_SETFD = 2;
  private static final int F_GETFL = 3;
  private static final int F_SETFL = 4;
  private static final int F_DUPFD_CLOEXEC = 1030;
  private static final int TIOCGWINSZ = 0x5413;

  private FdModule() {}

  private static long offset(ThreadState ts, long word) {
    return Numbers.asJavaLong(ts, Numbers.index(ts, word));
  }

  @Builtin("open(path, flags, mode=511, *, dir_fd=None)")
  static int open(ThreadState ts, long path, int flags, int mode, long dirFd) {
    Name name = Paths.name(ts, path, "open", "path");
    try (Scratch text = Scratch.copy(name.bytes())) {
      int folder = Folders.fd(ts, dirFd);
      long all = flags | O_CLOEXEC;
      int fd = (int) Libc.blocking(ts, Fn.OPENAT, folder, text.address(), all, mode, 0, 0);
      if (fd < 0) {
        throw OsErrors.last(ts, name.word());
      }
      return fd;
    }
  }

  @Builtin("close(fd)")
  static void close(ThreadState ts, int fd) {
    OsErrors.check(ts, Libc.call(Fn.CLOSE, fd));
  }

  @Builtin("closerange(fd_low, fd_high, /)")
  static void closerange(int low, int high) {
    for (int fd = Math.max(0, low); fd < high; fd++) {
      Libc.call(Fn.CLOSE, fd);
    }
  }

  @Builtin("read(fd, length, /)")
  static long read(ThreadState ts, int fd, int length) {
    if (length < 0) {
      throw OsErrors.of(ts, 22);
    }
    try (Scratch buffer = Scratch.of(length)) {
      long count = Libc.blocking(ts, Fn.READ, fd, buffer.address(), length);
      OsErrors.check(ts, count);
      return ByteStrings.of(ts, buffer.bytes((int) count));
    }
  }

  @Builtin("write(fd, data, /)")
  static long write(ThreadState ts, int fd, long data) {
    byte[] bytes = Buffers.require(ts, data);
    try (Scratch buffer = Scratch.copy(bytes)) {
      long count = Libc.blocking(ts, Fn.WRITE, fd, buffer.address(), bytes.length);
      return Word.boxInt(OsErrors.check(ts, count));
    }
  }

  @Builtin("pread(fd, length, offset, /)")
  static long pread(ThreadState ts, int fd, int length, long offset) {
    if (length < 0) {
      throw OsErrors.of(ts, 22);
    }
    try (Scratch buffer = Scratch.of(length)) {
      long at = offset(ts, offset);
      long count = Libc.blocking(ts, Fn.PREAD, fd, buffer.address(), length, at, 0, 0);
      OsErrors.check(ts, count);
      return ByteStrings.of(ts, buffer.bytes((int) count));
    }
  }

  @Builtin("pwrite(fd, data, offset, /)")
  static long pwrite(ThreadState ts, int fd, long data, long offset) {
    byte[] bytes = Buffers.require(ts, data);
    try (Scratch buffer = Scratch.copy(bytes)) {
      long at = offset(ts, offset);
      long count = Libc.blocking(ts, Fn.PWRITE, fd, buffer.address(), bytes.length, at, 0, 0);
      return Word.boxInt(OsErrors.check(ts, count));
    }
  }

  @Builtin("lseek(fd, position, how, /)")
  static long lseek(ThreadState ts, int fd, long position, int how) {
    return Ints.of(ts, Fd.seek(ts, fd, offset(ts, position), how));
  }

  @Builtin("dup(fd, /)")
  static int dup(ThreadState ts, int fd) {
    return (int) OsErrors.check(ts, Libc.call(Fn.FCNTL, fd, F_DUPFD_CLOEXEC, 0));
  }

  @Builtin("dup2(fd, fd2, inheritable=True)")
  static int dup2(ThreadState ts, int fd, int target, boolean inheritable) {
    long result =
        inheritable || fd == target
            ? Libc.call(Fn.DUP2, fd, target)
            : Libc.call(Fn.DUP3, fd, target, O_CLOEXEC);
    return (int) OsErrors.check(ts, result);
  }

  @Builtin("pipe()")
  static long pipe(ThreadState ts) {
    return pipe2(ts, O_CLOEXEC);
  }

  @Builtin("pipe2(flags, /)")
  static long pipe2(ThreadState ts, int flags) {
    try (Scratch pair = Scratch.of(8)) {
      OsErrors.check(ts, Libc.call(Fn.PIPE2, pair.address(), flags));
      long first = Word.boxInt(Memory.getInt(pair.address()));
      return Tuples.of(ts, first, Word.boxInt(Memory.getInt(pair.address() + 4)));
    }
  }

  @Builtin("isatty(fd, /)")
  static boolean isatty(int fd) {
    return fd >= 0 && (int) Libc.call(Fn.ISATTY, fd) == 1;
  }

  @Builtin("ttyname(fd, /)")
  static long ttyname(ThreadState ts, int fd) {
    try (Scratch buffer = Scratch.of(256)) {
      int error = (int) Libc.call(Fn.TTYNAME_R, fd, buffer.address(), 256);
      if (error != 0) {
        throw OsErrors.of(ts, error);
      }
      return Paths.text(ts, Libc.cBytes(buffer.address()));
    }
  }

  @Builtin("openpty()")
  static long openpty(ThreadState ts) {
    try (Scratch pair = Scratch.of(8)) {
      long at = pair.address();
      OsErrors.check(ts, Libc.call(Fn.OPENPTY, at, at + 4, 0, 0, 0, 0));
      setInheritable(ts, Memory.getInt(at), 0);
      setInheritable(ts, Memory.getInt(at + 4), 0);
      return Tuples.of(ts, Word.boxInt(Memory.getInt(at)), Word.boxInt(Memory.getInt(at + 4)));
    }
  }

  @Builtin("fsync(fd)")
  static void fsync(ThreadState ts, long fd) {
    OsErrors.check(ts, Libc.blocking(ts, Fn.FSYNC, Descriptors.of(ts, fd), 0, 0));
  }

  @Builtin("fdatasync(fd)")
  static void fdatasync(ThreadState ts, long fd) {
    OsErrors.check(ts, Libc.blocking(ts, Fn.FDATASYNC, Descriptors.of(ts, fd), 0, 0));
  }

  @Builtin("ftruncate(fd, length, /)")
  static void ftruncate(ThreadState ts, int fd, long length) {
    OsErrors.check(ts, Libc.blocking(ts, Fn.FTRUNCATE, fd, offset(ts, length), 0));
  }

  @Builtin("posix_fallocate(fd, offset, length, /)")
  static void fallocate(ThreadState ts, int fd, long offset, long length) {
    int error =
        (int) Libc.blocking(ts, Fn.POSIX_FALLOCATE, fd, offset(ts, offset), offset(ts, length));
    if (error != 0) {
      throw OsErrors.of(ts, error);
    }
  }

  @Builtin("posix_fadvise(fd, offset, length, advice, /)")
  static void fadvise(ThreadState ts, int fd, long offset, long length, int advice) {
    int error =
        (int) Libc.call(Fn.POSIX_FADVISE, fd, offset(ts, offset), offset(ts, length), advice);
    if (error != 0) {
      throw OsErrors.of(ts, error);
    }
  }

  @Builtin("lockf(fd, command, length, /)")
  static void lockf(ThreadState ts, int fd, int command, long length) {
    OsErrors.check(ts, Libc.blocking(ts, Fn.LOCKF, fd, command, offset(ts, length)));
  }

  @Builtin("get_inheritable(fd, /)")
  static boolean inheritable(ThreadState ts, int fd) {
    return (OsErrors.check(ts, Libc.call(Fn.FCNTL, fd, F_GETFD)) & 1) == 0;
  }

  @Builtin("set_inheritable(fd, inheritable, /)")
  static void setInheritable(ThreadState ts, int fd, int inheritable) {
    long flags = OsErrors.check(ts, Libc.call(Fn.FCNTL, fd, F_GETFD));
    long wanted = inheritable != 0 ? flags & ~1 : flags | 1;
    OsErrors.check(ts, Libc.call(Fn.FCNTL, fd, F_SETFD, wanted));
  }

  @Builtin("get_blocking(fd, /)")
  static boolean blocking(ThreadState ts, int fd) {
    return (OsErrors.check(ts, Libc.call(Fn.FCNTL, fd, F_GETFL)) & O_NONBLOCK) == 0;
  }

  @Builtin("set_blocking(fd, blocking, /)")
  static void setBlocking(ThreadState ts, int fd, boolean blocking) {
    long flags = OsErrors.check(ts, Libc.call(Fn.FCNTL, fd, F_GETFL));
    long wanted = blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
    OsErrors.check(ts, Libc.call(Fn.FCNTL, fd, F_SETFL, wanted));
  }

  @Builtin("device_encoding(fd)")
  static long deviceEncoding(ThreadState ts, int fd) {
    return isatty(fd) ? Strs.of(ts, "UTF-8") : Word.NONE;
  }

  @Builtin("get_terminal_size(fd=1, /)")
  static long terminalSize(ThreadState ts, int fd) {
    try (Scratch size = Scratch.of(8)) {
      OsErrors.check(ts, Libc.call(Fn.IOCTL, fd, TIOCGWINSZ, size.address()));
      long lines = Word.boxInt(Memory.getShort(size.address()) & 0xFFFF);
      long columns = Word.boxInt(Memory.getShort(size.address() + 2) & 0xFFFF);
      return TERMINAL_SIZE.create(ts, columns, lines);
    }
  }

  @Builtin("sendfile(out_fd, in_fd, offset, count)")
  static long sendfile(ThreadState ts, int out, int in, long offset, long count) {
    try (Scratch place = Scratch.of(8)) {
      long at = 0;
      if (offset != Word.NONE) {
        Memory.putLong(place.address(), offset(ts, offset));
        at = place.address();
      }
      long size = offset(ts, count);
      long sent = Libc.blocking(ts, Fn.SENDFILE, out, in, at, size, 0, 0);
      return Word.boxInt(OsErrors.check(ts, sent));
    }
  }

  @Builtin("copy_file_range(src, dst, count, offset_src=None, offset_dst=None)")
  static long copyFileRange(ThreadState ts, int src, int dst, long count, long from, long to) {
    try (Scratch places = Scratch.of(16)) {
      long first = 0;
      long second = 0;
      if (from != Word.NONE) {
        Memory.putLong(places.address(), offset(ts, from));
        first = places.address();
      }
      if (to != Word.NONE) {
        Memory.putLong(places.address() + 8, offset(ts, to));
        second = places.address() + 8;
      }
      long size = offset(ts, count);
      if (size < 0) {
        throw Errors.valueError(ts, "negative value for 'count' not allowed");
      }
      long done = Libc.blocking(ts, Fn.COPY_FILE_RANGE, src, first, dst, second, size, 0);
      return Word.boxInt(OsErrors.check(ts, done));
    }
  }

  @Builtin("memfd_create(name, flags=1)")
  static int memfdCreate(ThreadState ts, long name, int flags) {
    try (Scratch text = Scratch.copy(Paths.bytes(ts, Paths.fspath(ts, name)))) {
      return (int) OsErrors.check(ts, Libc.call(Fn.MEMFD_CREATE, text.address(), flags));
    }
  }

  @Builtin("eventfd(initval, flags=524288)")
  static int eventfd(ThreadState ts, int value, int flags) {
    return (int) OsErrors.check(ts, Libc.call(Fn.EVENTFD, value, flags));
  }

  @Builtin("tcgetpgrp(fd, /)")
  static int tcgetpgrp(ThreadState ts, int fd) {
    return (int) OsErrors.check(ts, Libc.call(Fn.TCGETPGRP, fd));
  }

  @Builtin("tcsetpgrp(fd, pgid, /)")
  static void tcsetpgrp(ThreadState ts, int fd, int group) {
    OsErrors.check(ts, Libc.call(Fn.TCSETPGRP, fd, group));
  }
}
