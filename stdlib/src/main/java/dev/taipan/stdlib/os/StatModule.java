package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StructSequence;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.Paths.Name;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;

/** {@code posix}: what is known about files. */
@BuiltinModule("posix")
final class StatModule {
  static final StructSequence STAT =
      new StructSequence(
          "os",
          "stat_result",
          new String[] {
            "st_atime",
            "st_mtime",
            "st_ctime",
            "st_atime_ns",
            "st_mtime_ns",
            "st_ctime_ns",
            "st_blksize",
            "st_blocks",
            "st_rdev"
          },
          "st_mode",
          "st_ino",
          "st_dev",
          "st_nlink",
          "st_uid",
          "st_gid",
          "st_size",
          "st_atime",
          "st_mtime",
          "st_ctime");

  static final StructSequence STATVFS =
      new StructSequence(
          "os",
          "statvfs_result",
          new String[] {"f_fsid"},
          "f_bsize",
          "f_frsize",
          "f_blocks",
          "f_bfree",
          "f_bavail",
          "f_files",
          "f_ffree",
          "f_favail",
          "f_flag",
          "f_namemax");

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);
  private static final int NOFOLLOW = 0x100;
  private static final int EFFECTIVE = 0x200;

  private StatModule() {}

  static long result(ThreadState ts, StatBuffer s) {
    int[] times = {StatBuffer.ATIME, StatBuffer.MTIME, StatBuffer.CTIME};
    long[] v = new long[19];
    v[0] = Word.boxInt(s.mode());
    v[1] = unsigned(ts, s.inode());
    v[2] = unsigned(ts, s.device());
    v[3] = Word.boxInt(s.links());
    v[4] = Word.boxInt(s.uid());
    v[5] = Word.boxInt(s.gid());
    v[6] = Ints.of(ts, s.size());
    for (int i = 0; i < times.length; i++) {
      long seconds = s.seconds(times[i]);
      long nanos = s.nanos(times[i]);
      v[7 + i] = Ints.of(ts, seconds);
      v[10 + i] = Word.boxDouble(seconds + 1e-9 * nanos);
      v[13 + i] =
          Ints.of(ts, BigInteger.valueOf(seconds).multiply(NANOS).add(BigInteger.valueOf(nanos)));
    }
    v[16] = Word.boxInt(s.blockSize());
    v[17] = Ints.of(ts, s.blocks());
    v[18] = unsigned(ts, s.specialDevice());
    return STAT.create(ts, v);
  }

  static long unsigned(ThreadState ts, long value) {
    return value >= 0
        ? Ints.of(ts, value)
        : Ints.of(ts, new BigInteger(Long.toUnsignedString(value)));
  }

  @Builtin("stat(path, *, dir_fd=None, follow_symlinks=True)")
  static long stat(ThreadState ts, long path, long dirFd, boolean follow) {
    Name name = Paths.parse(ts, path, "stat", "path", true, false);
    int folder = Folders.fd(ts, dirFd);
    if (name.fd() >= 0 && folder != Folders.CURRENT) {
      throw Errors.valueError(ts, "stat: can't specify dir_fd without matching path");
    }
    if (name.bytes() == null && !follow) {
      throw Errors.valueError(ts, "stat: cannot use fd and follow_symlinks together");
    }
    return stat(ts, name, folder, follow);
  }

  static long stat(ThreadState ts, Name name, int folder, boolean follow) {
    try (StatBuffer buffer =
        name.bytes() == null
            ? StatBuffer.ofDescriptor(name.fd())
            : StatBuffer.ofName(folder, name.bytes(), follow)) {
      if (buffer.failed()) {
        throw OsErrors.last(ts, name.bytes() == null ? Word.NONE : name.word());
      }
      return result(ts, buffer);
    }
  }

  @Builtin("lstat(path, *, dir_fd=None)")
  static long lstat(ThreadState ts, long path, long dirFd) {
    return stat(ts, Paths.name(ts, path, "lstat", "path"), Folders.fd(ts, dirFd), false);
  }

  @Builtin("fstat(fd)")
  static long fstat(ThreadState ts, int fd) {
    try (StatBuffer buffer = StatBuffer.ofDescriptor(fd)) {
      if (buffer.failed()) {
        throw OsErrors.last(ts);
      }
      return result(ts, buffer);
    }
  }

  @Builtin("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)")
  static boolean access(
      ThreadState ts, long path, int mode, long dirFd, boolean effective, boolean follow) {
    Name name = Paths.name(ts, path, "access", "path");
    int flags = (effective ? EFFECTIVE : 0) | (follow ? 0 : NOFOLLOW);
    try (Scratch text = Scratch.copy(name.bytes())) {
      return (int) Libc.call(Fn.FACCESSAT, Folders.fd(ts, dirFd), text.address(), mode, flags) == 0;
    }
  }

  @Builtin("statvfs(path)")
  static long statvfs(ThreadState ts, long path) {
    Name name = Paths.parse(ts, path, "statvfs", "path", true, false);
    try (Scratch buffer = Scratch.of(256)) {
      int result;
      if (name.bytes() == null) {
        result = (int) Libc.call(Fn.FSTATVFS, name.fd(), buffer.address());
      } else {
        try (Scratch text = Scratch.copy(name.bytes())) {
          result = (int) Libc.call(Fn.STATVFS, text.address(), buffer.address());
        }
      }
      if (result < 0) {
        throw OsErrors.last(ts, name.bytes() == null ? Word.NONE : name.word());
      }
      return volume(ts, buffer.address());
    }
  }

  @Builtin("fstatvfs(fd, /)")
  static long fstatvfs(ThreadState ts, int fd) {
    return statvfs(ts, Word.boxInt(fd));
  }

  /** {@code struct statvfs}: eleven 64-bit numbers, in another order at the end. */
  private static long volume(ThreadState ts, long at) {
    long[] v = new long[11];
    for (int i = 0; i < 8; i++) {
      v[i] = unsigned(ts, Memory.getLong(at + 8L * i));
    }
    v[8] = unsigned(ts, Memory.getLong(at + 72));
    v[9] = unsigned(ts, Memory.getLong(at + 80));
    v[10] = unsigned(ts, Memory.getLong(at + 64));
    return STATVFS.create(ts, v);
  }

  @Builtin("utime(path, times=None, *, ns=, dir_fd=None, follow_symlinks=True)")
  static void utime(ThreadState ts, long path, long times, long ns, long dirFd, boolean follow) {
    Name name = Paths.parse(ts, path, "utime", "path", true, false);
    if (times != Word.NONE && ns != Word.EMPTY) {
      throw Errors.valueError(ts, "utime: you may specify either 'times' or 'ns' but not both");
    }
    try (Scratch stamps = Scratch.of(32)) {
      long where = 0;
      if (times != Word.NONE || ns != Word.EMPTY) {
        long pair = times != Word.NONE ? times : ns;
        if (!Tuples.isTuple(ts, pair) || Tuples.length(pair) != 2) {
          throw Errors.typeError(
              ts,
              times != Word.NONE
                  ? "utime: 'times' must be either a tuple of two ints or None"
                  : "utime: 'ns' must be a tuple of two ints");
        }
        for (int i = 0; i < 2; i++) {
          put(ts, stamps.address() + 16L * i, Tuples.get(pair, i), ns != Word.EMPTY);
        }
        where = stamps.address();
      }
      setTimes(ts, name, Folders.fd(ts, dirFd), where, follow);
    }
  }

  private static void put(ThreadState ts, long at, long time, boolean nanos) {
    if (nanos) {
      BigInteger all = Ints.toBig(Numbers.index(ts, time));
      BigInteger[] parts = all.divideAndRemainder(NANOS);
      boolean below = parts[1].signum() < 0;
      Memory.putLong(at, parts[0].longValue() - (below ? 1 : 0));
      Memory.putLong(at + 8, parts[1].longValue() + (below ? NANOS.longValue() : 0));
    } else if (Floats.isFloat(ts, time)) {
      double value = Floats.value(ts, time);
      double whole = Math.floor(value);
      long rest = (long) Math.floor((value - whole) * 1e9);
      Memory.putLong(at, (long) whole);
      Memory.putLong(at + 8, Math.min(rest, NANOS.longValue() - 1));
    } else {
      Memory.putLong(at, Numbers.asJavaLong(ts, Numbers.index(ts, time)));
      Memory.putLong(at + 8, 0);
    }
  }

  private static void setTimes(ThreadState ts, Name name, int folder, long times, boolean follow) {
    int result;
    if (name.bytes() == null) {
      result = (int) Libc.call(Fn.FUTIMENS, name.fd(), times);
    } else {
      try (Scratch text = Scratch.copy(name.bytes())) {
        int flags = follow ? 0 : NOFOLLOW;
        result = (int) Libc.call(Fn.UTIMENSAT, folder, text.address(), times, flags);
      }
    }
    if (result < 0) {
      throw OsErrors.last(ts, name.bytes() == null ? Word.NONE : name.word());
    }
  }

  @Builtin("major(device, /)")
  static long major(ThreadState ts, long device) {
    return Word.boxInt(Devices.major(Uint64.unbox(ts, device)));
  }

  @Builtin("minor(device, /)")
  static long minor(ThreadState ts, long device) {
    return Word.boxInt(Devices.minor(Uint64.unbox(ts, device)));
  }

  @Builtin("makedev(major, minor, /)")
  static long makedev(ThreadState ts, long major, long minor) {
    return unsigned(ts, Devices.make(Numbers.asJavaLong(ts, major), Numbers.asJavaLong(ts, minor)));
  }
}
