package dev.taipan.stdlib.net;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.stdlib.os.Polling;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The state of a socket. A socket with a time limit is non-blocking to the kernel; waiting is done
 * by polling, in steps, so that signals are seen.
 */
final class SocketObject extends HostObject {
  static final int EINPROGRESS = 115;
  private static final int F_GETFL = 3;
  private static final int F_SETFL = 4;
  private static final int NONBLOCK = 0x800;
  private static final int DONTWAIT = 0x40;

  final AtomicInteger fd = new AtomicInteger(-1);
  volatile int family;
  volatile int type;
  volatile int protocol;

  /** Nanoseconds; 0 never waits, a negative number has no limit. */
  volatile long timeout = -1;

  SocketObject() {}

  /** The kernel's word on a failed call is passed on by the call itself. */
  int descriptor() {
    return fd.get();
  }

  void setTimeout(ThreadState ts, long nanos) {
    timeout = nanos;
    long flags = OsErrors.check(ts, Libc.call(Fn.FCNTL, fd.get(), F_GETFL));
    long wanted = nanos < 0 ? flags & ~NONBLOCK : flags | NONBLOCK;
    OsErrors.check(ts, Libc.call(Fn.FCNTL, fd.get(), F_SETFL, wanted));
  }

  /** Until when a call may wait. */
  long deadline() {
    return System.nanoTime() + Math.max(0, timeout);
  }

  /** Waits until the socket is ready; TimeoutError. Does nothing if it must not wait. */
  void await(ThreadState ts, int events, long deadline) {
    if (fd.get() < 0) {
      // The kernel would pass over the number and wait for ever.
      throw OsErrors.of(ts, OsErrors.EBADF);
    }
    if (timeout == 0) {
      return;
    }
    long left = deadline - System.nanoTime();
    long millis = timeout < 0 ? -1 : Math.max(0, TimeUnit.NANOSECONDS.toMillis(left + 999_999));
    int[] happened = Polling.poll(ts, List.of(new Polling.Watch(fd.get(), events)), millis);
    if (happened[0] == 0) {
      throw NetErrors.timedOut(ts);
    }
  }

  /** A system call on the socket. */
  interface Call {
    long run();
  }

  /** As {@link #transfer}; with MSG_DONTWAIT a socket without a time limit does not wait. */
  long transfer(ThreadState ts, int events, long deadline, int flags, Call call) {
    if ((flags & DONTWAIT) == 0 || timeout >= 0) {
      return transfer(ts, events, deadline, call);
    }
    long result = call.run();
    if (result < 0) {
      throw OsErrors.last(ts);
    }
    return result;
  }

  /** Waits and calls, again where another thread was faster; the call's result, not negative. */
  long transfer(ThreadState ts, int events, long deadline, Call call) {
    while (true) {
      await(ts, events, deadline);
      long result = call.run();
      if (result >= 0) {
        return result;
      }
      if (Libc.errno() != OsErrors.EAGAIN || timeout == 0) {
        throw OsErrors.last(ts);
      }
    }
  }
}
