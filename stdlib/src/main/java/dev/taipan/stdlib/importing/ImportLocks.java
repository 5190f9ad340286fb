package dev.taipan.stdlib.importing;

import dev.taipan.vm.thread.ThreadState;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who imports what: a module is executed by one thread, others wait for it. A thread that would
 * wait in a circle does not wait and sees the module as far as it is, as Python's own locks do.
 *
 * <p>{@code lock} guards both maps; it is held for a few steps of pure Java and never while
 * waiting.
 */
final class ImportLocks {
  /**
   * An import under way. Who waits enters the queue before looking whether it is over, and the end
   * is told before the queue is read: so nobody is left parked.
   */
  static final class Loading {
    private final ThreadState owner;
    private final Queue<Thread> sleepers = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    Loading(ThreadState owner) {
      this.owner = owner;
    }

    boolean isOver() {
      return over;
    }

    private void finish() {
      over = true;
      sleepers.forEach(LockSupport::unpark);
    }

    /** Also comes back for a signal whose handler is this thread's to run. */
    private void waitUnlessSignalled(ThreadState ts) {
      Thread me = Thread.currentThread();
      sleepers.add(me);
      while (!over && !ts.isSignalled()) {
        LockSupport.park(this);
      }
      sleepers.remove(me);
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Loading> loading = new HashMap<>();
  private final Map<ThreadState, Loading> waiting = new HashMap<>();

  /** Begins an import; null if another one of that name is under way. */
  Loading begin(ThreadState ts, String name) {
    lock.lock();
    try {
      if (loading.containsKey(name)) {
        return null;
      }
      Loading mine = new Loading(ts);
      loading.put(name, mine);
      return mine;
    } finally {
      lock.unlock();
    }
  }

  /** Ends an import and lets those who wait go on. */
  void end(String name, Loading mine) {
    lock.lock();
    try {
      loading.remove(name, mine);
    } finally {
      lock.unlock();
    }
    mine.finish();
  }

  /**
   * Waits, detached, until nobody imports the module. True if waiting would be a circle: then the
   * caller sees the module as far as it is, or makes it itself. Handlers of signals run meanwhile;
   * what one raises ends the wait.
   */
  boolean await(ThreadState ts, String name) {
    Loading other = beginWaiting(ts, name);
    while (other != null) {
      try {
        waitDetached(ts, other);
      } finally {
        stopWaiting(ts);
      }
      // A handler may import and wait itself, so this wait begins anew behind it.
      ts.pollSignals();
      other = other.isOver() ? null : beginWaiting(ts, name);
    }
    return isCircle(ts, name);
  }

  private boolean isCircle(ThreadState ts, String name) {
    lock.lock();
    try {
      return leadsBack(loading.get(name), ts);
    } finally {
      lock.unlock();
    }
  }

  /** What to wait for; null if nobody imports the module, or waiting would be a circle. */
  private Loading beginWaiting(ThreadState ts, String name) {
    lock.lock();
    try {
      Loading other = loading.get(name);
      if (other == null || leadsBack(other, ts)) {
        return null;
      }
      waiting.put(ts, other);
      return other;
    } finally {
      lock.unlock();
    }
  }

  private static void waitDetached(ThreadState ts, Loading other) {
    ts.detach();
    try {
      other.waitUnlessSignalled(ts);
    } finally {
      ts.attach();
    }
  }

  private void stopWaiting(ThreadState ts) {
    lock.lock();
    try {
      waiting.remove(ts);
    } finally {
      lock.unlock();
    }
  }

  private boolean leadsBack(Loading first, ThreadState ts) {
    for (Loading at = first; at != null; at = waiting.get(at.owner)) {
      if (at.owner == ts) {
        return true;
      }
    }
    return false;
  }
}
