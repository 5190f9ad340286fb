package dev.taipan.stdlib.map;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.stdlib.os.StatBuffer;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;

/** Making a map: what the arguments mean together, and what the file allows. */
final class MapOpening {
  private static final int SHARED = 1;
  private static final int PRIVATE = 2;
  private static final int ANONYMOUS = 32;
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int PROT_BOTH = 3;
  private static final int F_DUPFD_CLOEXEC = 1030;

  private MapOpening() {}

  /** How pages may be used: what the kernel wants to know. */
  private record Mode(int flags, int prot, int access) {}

  private static Mode mode(ThreadState ts, int flags, int prot, int access) {
    if (access != Mapping.DEFAULT && (flags != SHARED || prot != PROT_BOTH)) {
      throw Errors.valueError(ts, "mmap can't specify both access and flags, prot.");
    }
    return switch (access) {
      case Mapping.READ -> new Mode(SHARED, PROT_READ, access);
      case Mapping.WRITE -> new Mode(SHARED, PROT_BOTH, access);
      case Mapping.COPY -> new Mode(PRIVATE, PROT_BOTH, access);
      case Mapping.DEFAULT -> {
        boolean both = (prot & PROT_BOTH) == PROT_BOTH;
        int derived = (prot & PROT_WRITE) != 0 ? Mapping.WRITE : Mapping.READ;
        yield new Mode(flags, prot, both ? Mapping.DEFAULT : derived);
      }
      default -> throw Errors.valueError(ts, "mmap invalid access parameter.");
    };
  }

  static Mapping open(
      ThreadState ts, int fd, long length, int flags, int prot, int access, long offset) {
    if (length < 0) {
      throw Errors.overflowError(ts, "memory mapped length must be positive");
    }
    if (offset < 0) {
      throw Errors.overflowError(ts, "memory mapped offset must be positive");
    }
    Mode mode = mode(ts, flags, prot, access);
    long size = fd == -1 ? length : sizeWithin(ts, fd, length, offset);
    int own = -1;
    int bits = mode.flags();
    if (fd == -1) {
      bits |= ANONYMOUS;
    } else {
      own = (int) OsErrors.check(ts, Libc.call(Fn.FCNTL, fd, F_DUPFD_CLOEXEC, 0));
    }
    long at = Libc.call(Fn.MMAP, 0, size, mode.prot(), bits, own, offset);
    if (at == -1) {
      int error = Libc.errno();
      if (own >= 0) {
        Libc.call(Fn.CLOSE, own);
      }
      throw OsErrors.of(ts, error);
    }
    return new Mapping(at, size, own, mode.access(), offset);
  }

  /** The length of the map, for a length of 0 the rest of the file. */
  private static long sizeWithin(ThreadState ts, int fd, long length, long offset) {
    try (StatBuffer stat = StatBuffer.ofDescriptor(fd)) {
      if (stat.failed()) {
        throw OsErrors.last(ts);
      }
      if (!stat.isRegular()) {
        return length;
      }
      long size = stat.size();
      if (length == 0) {
        if (size == 0) {
          throw Errors.valueError(ts, "cannot mmap an empty file");
        }
        if (offset >= size) {
          throw Errors.valueError(ts, "mmap offset is greater than file size");
        }
        return size - offset;
      }
      if (offset > size || size - offset < length) {
        throw Errors.valueError(ts, "mmap length is greater than file size");
      }
      return length;
    }
  }

  static long fileSize(ThreadState ts, int fd) {
    try (StatBuffer stat = StatBuffer.ofDescriptor(fd)) {
      if (stat.failed()) {
        throw OsErrors.last(ts);
      }
      return stat.size();
    }
  }
}
