package dev.taipan.stdlib.importing;

import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.locks.ReentrantLock;

/** The lock that {@code _imp} offers: waited for detached; its holder may run Python code. */
final class GlobalLock {
  private final ReentrantLock lock = new ReentrantLock();

  GlobalLock() {}

  void acquire(ThreadState ts) {
    if (!lock.tryLock()) {
      ts.detach();
      lock.lock();
      ts.attach();
    }
  }

  /** False if the thread does not hold it. */
  boolean release() {
    if (!lock.isHeldByCurrentThread()) {
      return false;
    }
    lock.unlock();
    return true;
  }

  boolean isHeld() {
    return lock.isLocked();
  }
}
