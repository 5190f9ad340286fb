package dev.taipan.stdlib.process;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.lang.ref.Cleaner;

/**
 * A semaphore of the system's, known to all processes by its name. It is closed by the cleaner
 * after its owner has died; the name is taken back by who made it.
 */
final class NamedSemaphore {
  private static final int CREATE_NEW = 0x40 | 0x80;
  private static final int OWNER_ONLY = 0600;
  private static final int ETIMEDOUT = 110;
  private static final long NANOS = 1_000_000_000L;

  /** A wait that is longer than the machine lasts; the sum with the time of day stays an int64. */
  private static final double MOST_SECONDS = 1e15;

  private static final class Holder {
    static final Cleaner CLEANER = Cleaner.create();
  }

  final long handle;

  private NamedSemaphore(long handle) {
    this.handle = handle;
    Holder.CLEANER.register(this, () -> Libc.call(Fn.SEM_CLOSE, handle));
  }

  /** Makes one whose name nobody has. */
  static NamedSemaphore create(ThreadState ts, byte[] name, int value) {
    try (Scratch text = Scratch.copy(name)) {
      return of(ts, Libc.call(Fn.SEM_OPEN, text.address(), CREATE_NEW, OWNER_ONLY, value));
    }
  }

  /** One that another process made. */
  static NamedSemaphore open(ThreadState ts, byte[] name) {
    try (Scratch text = Scratch.copy(name)) {
      return of(ts, Libc.call(Fn.SEM_OPEN, text.address(), 0, 0));
    }
  }

  private static NamedSemaphore of(ThreadState ts, long handle) {
    if (handle == 0) {
      throw OsErrors.last(ts);
    }
    return new NamedSemaphore(handle);
  }

  static void unlink(ThreadState ts, byte[] name) {
    try (Scratch text = Scratch.copy(name)) {
      OsErrors.check(ts, Libc.call(Fn.SEM_UNLINK, text.address()));
    }
  }

  /** Takes one if there is any. */
  boolean tryAcquire(ThreadState ts) {
    if ((int) Libc.call(Fn.SEM_TRYWAIT, handle) == 0) {
      return true;
    }
    return isOver(ts, OsErrors.EAGAIN);
  }

  /** Waits for one, detached; the handlers of signals run meanwhile. */
  void acquire(ThreadState ts) {
    OsErrors.check(ts, Libc.blocking(ts, Fn.SEM_WAIT, handle, 0, 0));
  }

  /** The same for so many seconds at most. */
  boolean acquire(ThreadState ts, double seconds) {
    java.time.Instant now = java.time.Instant.now();
    double whole = Math.min(Math.floor(seconds), MOST_SECONDS);
    long nanos = now.getNano() + (long) (Math.min(seconds - whole, 1) * NANOS);
    try (Scratch deadline = Scratch.of(2 * Long.BYTES)) {
      long end = now.getEpochSecond() + (long) whole + nanos / NANOS;
      Memory.putLong(deadline.address(), end);
      Memory.putLong(deadline.address() + Long.BYTES, nanos % NANOS);
      if ((int) Libc.blocking(ts, Fn.SEM_TIMEDWAIT, handle, deadline.address(), 0) == 0) {
        return true;
      }
    }
    return isOver(ts, ETIMEDOUT);
  }

  /** That none was had is no error for this reason; answers false. */
  private static boolean isOver(ThreadState ts, int reason) {
    if (Libc.errno() != reason) {
      throw OsErrors.last(ts);
    }
    return false;
  }

  void release(ThreadState ts) {
    OsErrors.check(ts, Libc.call(Fn.SEM_POST, handle));
  }

  int value(ThreadState ts) {
    try (Scratch value = Scratch.of(Integer.BYTES)) {
      OsErrors.check(ts, Libc.call(Fn.SEM_GETVALUE, handle, value.address()));
      return Memory.getInt(value.address());
    }
  }
}
