package dev.taipan.stdlib.importing;

import dev.taipan.vm.thread.ThreadState;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who imports what: a module is executed by one thread, others wait for it. A thread that would
 * wait in a circle does not wait and sees the module as far as it is, as Python's own locks do.
 *
 * <p>{@code lock} guards both maps; it is held for a few steps of pure Java and never while
 * waiting.
 */
final class ImportLocks {
  /** An import under way. */
  static final class Loading {
    final ThreadState owner;
    final CountDownLatch done = new CountDownLatch(1);

    Loading(ThreadState owner) {
      this.owner = owner;
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
    mine.done.countDown();
  }

  /**
   * Waits, detached, until nobody imports the module, or returns where waiting would be a circle.
   */
  void await(ThreadState ts, String name) {
    Loading other;
    lock.lock();
    try {
      other = loading.get(name);
      if (other == null || leadsBack(other, ts)) {
        return;
      }
      waiting.put(ts, other);
    } finally {
      lock.unlock();
    }
    ts.detach();
    try {
      awaitQuietly(other);
    } finally {
      ts.attach();
      stopWaiting(ts);
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

  private static void awaitQuietly(Loading other) {
    while (true) {
      try {
        other.done.await();
        return;
      } catch (InterruptedException wakeup) {
        // Interrupting a Python thread has no meaning here: the wait goes on.
      }
    }
  }
}
