package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A {@code _thread.lock}: any thread may release what another acquired. A waiting thread is
 * detached.
 */
public final class ThreadLock extends HostObject {
  private final Semaphore semaphore = new Semaphore(1);

  public ThreadLock() {}

  /** Acquires; a negative timeout waits for ever. False if the time ran out. */
  public boolean acquire(ThreadState ts, boolean blocking, double timeout) {
    if (semaphore.tryAcquire()) {
      return true;
    }
    if (!blocking) {
      return false;
    }
    ts.detach();
    try {
      return timeout < 0 ? waitLong() : waitFor((long) (timeout * 1e9));
    } finally {
      ts.attach();
    }
  }

  private boolean waitLong() {
    semaphore.acquireUninterruptibly();
    return true;
  }

  private boolean waitFor(long nanos) {
    long deadline = System.nanoTime() + nanos;
    long left = nanos;
    while (left > 0) {
      try {
        return semaphore.tryAcquire(left, TimeUnit.NANOSECONDS);
      } catch (InterruptedException retry) {
        left = deadline - System.nanoTime();
      }
    }
    return false;
  }

  public boolean isLocked() {
    return semaphore.availablePermits() == 0;
  }

  /** Releases; RuntimeError if nobody holds it. */
  public void release(ThreadState ts) {
    if (!isLocked()) {
      throw Errors.runtimeError(ts, "release unlocked lock");
    }
    semaphore.release();
  }
}
