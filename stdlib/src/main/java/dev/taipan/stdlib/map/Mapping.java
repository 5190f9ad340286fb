package dev.taipan.stdlib.map;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.ByteTarget;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;

/**
 * A memory map: pages, a position, and a lock. Every access to the pages is one step under the
 * lock, so that no thread reads what another has just given back; buffers of it are copies.
 */
final class Mapping extends HostObject implements ByteTarget {
  static final int DEFAULT = 0;
  static final int READ = 1;
  static final int WRITE = 2;
  static final int COPY = 3;
  private static final int MAY_MOVE = 1;
  private static final int SYNC = 4;

  private final VmLock lock = new VmLock();
  private final Region region;
  private final java.lang.ref.Cleaner.Cleanable cleanable;
  private long position;
  final int access;
  final long offset;

  Mapping(long address, long length, int fd, int access, long offset) {
    this.region = new Region(address, length, fd);
    this.access = access;
    this.offset = offset;
    this.cleanable = region.watch(this);
  }

  /** What is done with the pages: a result, or an exception that is raised outside the lock. */
  interface Step<T> {
    T run(Region pages);
  }

  /** Runs a step with the pages there. */
  <T> T with(ThreadState ts, Step<T> step) {
    T result;
    lock.lock(ts);
    try {
      result = region.address == 0 ? null : step.run(region);
    } finally {
      lock.unlock(ts);
    }
    if (result == null) {
      throw Errors.valueError(ts, "mmap closed or invalid");
    }
    return result;
  }

  boolean isClosed(ThreadState ts) {
    lock.lock(ts);
    try {
      return region.address == 0;
    } finally {
      lock.unlock(ts);
    }
  }

  void close(ThreadState ts) {
    lock.lock(ts);
    try {
      cleanable.clean();
    } finally {
      lock.unlock(ts);
    }
  }

  void checkWritable(ThreadState ts) {
    if (access == READ) {
      throw Errors.typeError(ts, "mmap can't modify a readonly memory map.");
    }
  }

  long length(ThreadState ts) {
    return with(ts, pages -> pages.length);
  }

  int descriptor(ThreadState ts) {
    return with(ts, pages -> pages.fd);
  }

  /** A part of the bytes, clipped to what is there. */
  byte[] copy(ThreadState ts, long from, long count) {
    return with(ts, pages -> part(pages, from, count));
  }

  private static byte[] part(Region pages, long from, long count) {
    int size = Math.clamp(Math.min(count, pages.length - from), 0, Integer.MAX_VALUE - 64);
    byte[] bytes = new byte[size];
    if (size > 0) {
      Memory.copyOut(pages.address + from, bytes, 0, size);
    }
    return bytes;
  }

  /** Overwrites bytes; false if they do not lie inside. */
  boolean put(ThreadState ts, long at, byte[] bytes) {
    return with(ts, pages -> store(pages, at, bytes));
  }

  private static boolean store(Region pages, long at, byte[] bytes) {
    if (at < 0 || bytes.length > pages.length - at) {
      return false;
    }
    Memory.copyIn(bytes, 0, pages.address + at, bytes.length);
    return true;
  }

  // ---- as a file

  long tell(ThreadState ts) {
    return with(ts, _ -> position);
  }

  /** Moves the position; false if it would lie outside. */
  boolean seek(ThreadState ts, long distance, int how) {
    return with(
        ts,
        pages -> {
          long base = how == 0 ? 0 : how == 1 ? position : pages.length;
          long target = base + distance;
          boolean inside = target >= 0 && target <= pages.length;
          position = inside ? target : position;
          return inside;
        });
  }

  /** The next bytes; all that are left for a negative count. */
  byte[] read(ThreadState ts, long count) {
    return with(
        ts,
        pages -> {
          byte[] bytes = part(pages, position, count < 0 ? Long.MAX_VALUE : count);
          position += bytes.length;
          return bytes;
        });
  }

  byte[] readLine(ThreadState ts) {
    return with(
        ts,
        pages -> {
          long end = position;
          while (end < pages.length && Memory.getByte(pages.address + end) != '\n') {
            end++;
          }
          byte[] bytes = part(pages, position, end + 1 - position);
          position += bytes.length;
          return bytes;
        });
  }

  /** Writes at the position and moves it; false if there is no room. */
  boolean write(ThreadState ts, byte[] bytes) {
    return with(
        ts,
        pages -> {
          boolean room = position <= pages.length && store(pages, position, bytes);
          position += room ? bytes.length : 0;
          return room;
        });
  }

  // ---- as memory

  /** Moves bytes within the map; false if either place does not lie inside. */
  boolean move(ThreadState ts, long to, long from, long count) {
    return with(
        ts,
        pages -> {
          long size = pages.length;
          if (to < 0 || from < 0 || count < 0 || size - to < count || size - from < count) {
            return false;
          }
          Memory.copy(pages.address + from, pages.address + to, count);
          return true;
        });
  }

  /** Where a pattern starts, -1 if nowhere between the bounds, which count from the end if < 0. */
  long find(ThreadState ts, byte[] pattern, Long from, Long to, boolean last) {
    return with(
        ts,
        pages -> {
          long start = clip(from == null ? position : from, pages.length);
          long end = clip(to == null ? pages.length : to, pages.length) - pattern.length;
          long step = last ? -1 : 1;
          for (long at = last ? end : start; at >= start && at <= end; at += step) {
            if (matches(pages.address + at, pattern)) {
              return at;
            }
          }
          return -1L;
        });
  }

  private static long clip(long bound, long length) {
    return Math.clamp(bound < 0 ? bound + length : bound, 0, length);
  }

  private static boolean matches(long at, byte[] pattern) {
    for (int i = 0; i < pattern.length; i++) {
      if (Memory.getByte(at + i) != pattern[i]) {
        return false;
      }
    }
    return true;
  }

  /** Writes a part out; false if it does not lie inside. */
  boolean flush(ThreadState ts, long from, Long count) {
    int error =
        with(
            ts,
            pages -> {
              long size = count == null ? pages.length - from : count;
              if (from < 0 || size < 0 || size > pages.length - from) {
                return -1;
              }
              boolean shared = access != READ && access != COPY;
              long failed = shared ? Libc.call(Fn.MSYNC, pages.address + from, size, SYNC) : 0;
              return (int) failed < 0 ? Libc.errno() : 0;
            });
    if (error > 0) {
      throw OsErrors.of(ts, error);
    }
    return error == 0;
  }

  void advise(ThreadState ts, int advice, long from, long count) {
    int error =
        with(
            ts,
            pages -> {
              long size = Math.min(count, pages.length - from);
              long failed = Libc.call(Fn.MADVISE, pages.address + from, size, advice);
              return (int) failed < 0 ? Libc.errno() : 0;
            });
    if (error != 0) {
      throw OsErrors.of(ts, error);
    }
  }

  /** Gives the map, and the file behind it, another length. */
  void resize(ThreadState ts, long size) {
    int error =
        with(
            ts,
            pages -> {
              if (pages.fd >= 0 && (int) Libc.call(Fn.FTRUNCATE, pages.fd, offset + size) < 0) {
                return Libc.errno();
              }
              long moved = Libc.call(Fn.MREMAP, pages.address, pages.length, size, MAY_MOVE);
              if (moved == -1) {
                return Libc.errno();
              }
              pages.address = moved;
              pages.length = size;
              return 0;
            });
    if (error != 0) {
      throw OsErrors.of(ts, error);
    }
  }

  // ---- the buffer protocol

  @Override
  public boolean isWritable(ThreadState ts) {
    return access != READ;
  }

  @Override
  public int byteLength(ThreadState ts) {
    return (int) Math.min(length(ts), Integer.MAX_VALUE - 64);
  }

  @Override
  public byte[] toByteArray(ThreadState ts) {
    return copy(ts, 0, Long.MAX_VALUE);
  }

  @Override
  public void writeBytes(ThreadState ts, int at, byte[] bytes) {
    with(
        ts,
        pages -> {
          int room = Math.clamp(pages.length - at, 0, bytes.length);
          Memory.copyIn(bytes, 0, pages.address + at, room);
          return true;
        });
  }
}
