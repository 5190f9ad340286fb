package dev.taipan.vm.object;

import dev.taipan.vm.thread.SpinWait;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A {@code _thread.lock}: any thread may release what another acquired. A waiting thread is
 * detached, and comes back for a signal whose handler is its to run.
 *
 * <p>Whoever comes first takes a free lock; one that has waited for over a millisecond gets it
 * handed over, so that nobody starves. A waiter that leaves without the lock while the lock is free
 * wakes the next one: the wake-up that it may have used up is not lost.
 */
public final class ThreadLock extends HostObject {
  private static final long HANDOVER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Pauses between looks at a held lock: doubled from the first to the last, then one parks. */
  private static final int FIRST_PAUSE = 8;

  private static final int LAST_PAUSE = 128;

  /** How a wait ended. */
  public enum Outcome {
    ACQUIRED,
    TIMED_OUT,
    SIGNALLED
  }

  /** A waiting thread. {@code status}: whoever takes it out of WAITING decides. */
  private static final class Waiter {
    static final int WAITING = 0;
    static final int OWNER = 1;
    static final int LEFT = 2;

    final Thread thread = Thread.currentThread();
    final long since = System.nanoTime();
    final AtomicInteger status = new AtomicInteger();
  }

  /** 1 while somebody holds it. */
  private final AtomicInteger held = new AtomicInteger();

  private final ConcurrentLinkedQueue<Waiter> waiters = new ConcurrentLinkedQueue<>();

  /**
   * Number of the thread that acquired it last, 0 while it is free; for reports only, so it is
   * written without a fence.
   */
  private final AtomicInteger owner = new AtomicInteger();

  /** The lock's own cell, by which reports name it; 0 for a lock inside something else. */
  private volatile long cell;

  public ThreadLock() {}

  /** Which cell stands for the lock, and what kind of lock that is. */
  public void setCell(long cell) {
    this.cell = cell;
  }

  public long cell() {
    return cell;
  }

  /**
   * Acquires; a negative timeout waits for ever. False if the time ran out. Runs the handlers of
   * signals that arrive meanwhile.
   */
  public boolean acquire(ThreadState ts, boolean blocking, double timeout) {
    long nanos = timeout < 0 ? -1 : (long) Math.ceil(timeout * 1e9);
    long deadline = System.nanoTime() + nanos;
    while (true) {
      long left = nanos < 0 ? Long.MAX_VALUE : deadline - System.nanoTime();
      switch (tryAcquire(ts, blocking ? left : 0)) {
        case ACQUIRED -> {
          return true;
        }
        case TIMED_OUT -> {
          return false;
        }
        case SIGNALLED -> ts.pollSignals();
      }
    }
  }

  /** Acquires and lets signals wait, for callers that may not stop half-way. */
  public void acquireUninterrupted(ThreadState ts) {
    if (take(ts)) {
      return;
    }
    ts.detach();
    try {
      await(ts, Long.MAX_VALUE, false);
    } finally {
      ts.attach();
    }
  }

  private Outcome tryAcquire(ThreadState ts, long nanos) {
    if (take(ts)) {
      return Outcome.ACQUIRED;
    }
    if (nanos <= 0) {
      return Outcome.TIMED_OUT;
    }
    ts.detach();
    try {
      return await(ts, nanos, true);
    } finally {
      ts.attach();
    }
  }

  private boolean take(ThreadState ts) {
    if (held.get() == 0 && held.compareAndSet(0, 1)) {
      owner.setRelease(ts.number);
      return true;
    }
    return false;
  }

  private Outcome await(ThreadState ts, long nanos, boolean interruptible) {
    for (int pause = FIRST_PAUSE; pause <= LAST_PAUSE; pause *= 2) {
      SpinWait.pause(pause);
      if (take(ts)) {
        return Outcome.ACQUIRED;
      }
    }
    Waiter waiter = new Waiter();
    waiters.add(waiter);
    ts.setWaitingFor(this);
    try {
      return park(ts, waiter, nanos, interruptible);
    } finally {
      ts.setWaitingFor(null);
    }
  }

  private Outcome park(ThreadState ts, Waiter waiter, long nanos, boolean interruptible) {
    while (true) {
      if (waiter.status.get() == Waiter.OWNER) {
        owner.setRelease(ts.number);
        return Outcome.ACQUIRED;
      }
      if (take(ts)) {
        return leave(waiter);
      }
      long left = nanos - (System.nanoTime() - waiter.since);
      if (left <= 0) {
        return leave(ts, waiter, Outcome.TIMED_OUT);
      }
      if (interruptible && ts.isSignalled()) {
        return leave(ts, waiter, Outcome.SIGNALLED);
      }
      LockSupport.parkNanos(this, left);
    }
  }

  /**
   * Leaves with the lock. Somebody may have released it since it was taken and have handed it to
   * this waiter again, who does not want it twice.
   */
  private Outcome leave(Waiter waiter) {
    if (!waiter.status.compareAndSet(Waiter.WAITING, Waiter.LEFT)) {
      release();
    }
    waiters.remove(waiter);
    return Outcome.ACQUIRED;
  }

  /** Leaves without the lock, unless it was handed over at this moment. */
  private Outcome leave(ThreadState ts, Waiter waiter, Outcome outcome) {
    if (!waiter.status.compareAndSet(Waiter.WAITING, Waiter.LEFT)) {
      owner.setRelease(ts.number);
      return Outcome.ACQUIRED;
    }
    waiters.remove(waiter);
    if (held.get() == 0) {
      wakeFirst();
    }
    return outcome;
  }

  private void wakeFirst() {
    Waiter first = waiters.peek();
    if (first != null) {
      LockSupport.unpark(first.thread);
    }
  }

  public boolean isLocked() {
    return held.get() != 0;
  }

  /** Number of the thread that acquired it last, 0 while it is free. */
  public int owner() {
    return owner.get();
  }

  /** Forgets who held it; for a lock that its user has made again. */
  public void reset() {
    owner.setRelease(0);
    held.set(0);
    wakeFirst();
  }

  /** Releases; RuntimeError if nobody holds it. */
  public void release(ThreadState ts) {
    if (!release()) {
      throw Errors.runtimeError(ts, "release unlocked lock");
    }
  }

  /** Releases; false if nobody held it. */
  public boolean release() {
    if (held.get() == 0) {
      return false;
    }
    Waiter first = waiters.peek();
    if (first != null && System.nanoTime() - first.since > HANDOVER_NANOS && handOver(first)) {
      return true;
    }
    owner.setRelease(0);
    if (!held.compareAndSet(1, 0)) {
      return false;
    }
    wakeFirst();
    return true;
  }

  private boolean handOver(Waiter waiter) {
    if (!waiter.status.compareAndSet(Waiter.WAITING, Waiter.OWNER)) {
      return false;
    }
    waiters.remove(waiter);
    LockSupport.unpark(waiter.thread);
    return true;
  }
}
