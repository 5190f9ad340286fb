package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * Reading and writing by descriptor. The three standard ones go through the JDK, so that a program
 * that only prints links nothing; where that fails, the C library says why.
 */
public final class Fd {
  /** The result where a descriptor that must not wait would have to. */
  public static final int WOULD_BLOCK = -1;

  private static final int CHUNK = 1 << 20;

  private Fd() {}

  /** At most so many bytes into the array; 0 at the end, or {@link #WOULD_BLOCK}. */
  public static int read(ThreadState ts, int fd, byte[] into, int start, int length) {
    // The JDK's read goes on after an interruption: what may wait is read by the C library.
    if (fd == 0 && isReady()) {
      int count = standardRead(ts, into, start, length);
      if (count >= 0) {
        return count;
      }
    }
    int wanted = Math.min(length, CHUNK);
    try (Scratch scratch = Scratch.of(wanted)) {
      long count = Libc.blocking(ts, Fn.READ, fd, scratch.address(), wanted);
      if (count < 0) {
        return failed(ts);
      }
      Memory.copyOut(scratch.address(), into, start, (int) count);
      return (int) count;
    }
  }

  private static int failed(ThreadState ts) {
    if (Libc.errno() == OsErrors.EAGAIN) {
      return WOULD_BLOCK;
    }
    throw OsErrors.last(ts);
  }

  /** Whether standard input has something to read, or is a file, which always has. */
  private static boolean isReady() {
    try {
      return new FileInputStream(FileDescriptor.in).available() > 0;
    } catch (IOException asksTheLibrary) {
      return false;
    }
  }

  private static int standardRead(ThreadState ts, byte[] into, int start, int length) {
    ts.detach();
    try {
      return Math.max(0, new FileInputStream(FileDescriptor.in).read(into, start, length));
    } catch (IOException asksTheLibrary) {
      return -1;
    } finally {
      ts.attach();
    }
  }

  /** Writes some of the bytes; how many, or {@link #WOULD_BLOCK}. */
  public static int write(ThreadState ts, int fd, byte[] from, int start, int length) {
    if ((fd == 1 || fd == 2) && standardWrite(ts, fd, from, start, length)) {
      return length;
    }
    int wanted = Math.min(length, CHUNK);
    try (Scratch scratch = Scratch.of(wanted)) {
      Memory.copyIn(from, start, scratch.address(), wanted);
      long count = Libc.blocking(ts, Fn.WRITE, fd, scratch.address(), wanted);
      return count < 0 ? failed(ts) : (int) count;
    }
  }

  private static boolean standardWrite(ThreadState ts, int fd, byte[] from, int start, int length) {
    ts.detach();
    try {
      FileDescriptor descriptor = fd == 1 ? FileDescriptor.out : FileDescriptor.err;
      new FileOutputStream(descriptor).write(from, start, length);
      return true;
    } catch (IOException asksTheLibrary) {
      return false;
    } finally {
      ts.attach();
    }
  }

  /** {@code lseek}; raises. */
  public static long seek(ThreadState ts, int fd, long offset, int whence) {
    long result = Libc.call(Fn.LSEEK, fd, offset, whence);
    if (result < 0) {
      throw OsErrors.last(ts);
    }
    return result;
  }

  /** Whether the descriptor leads to a terminal. */
  public static boolean isTerminal(int fd) {
    if (fd >= 0 && fd <= 2) {
      return standardIsTerminal(fd);
    }
    return (int) Libc.call(Fn.ISATTY, fd) == 1;
  }

  private static boolean standardIsTerminal(int fd) {
    try {
      java.nio.file.Path link = java.nio.file.Path.of("/proc/self/fd/" + fd);
      String target = java.nio.file.Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException closed) {
      return false;
    }
  }
}
