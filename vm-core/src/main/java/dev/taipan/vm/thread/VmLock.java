package dev.taipan.vm.thread;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A Java lock of the runtime. Attached threads may wait for one, so nobody may poll, detach or run
 * Python code inside; polls assert that none is held.
 */
public final class VmLock {
  private static final int TRIES = 200;

  private final ReentrantLock lock = new ReentrantLock();

  public VmLock() {}

  public void lock(ThreadState ts) {
    lock.lock();
    assert ++ts.locksHeld > 0;
  }

  /** For a lock that is held for a moment only: to be woken takes longer than to wait awake. */
  public void lockSoon(ThreadState ts) {
    for (int tries = 0; !lock.tryLock(); tries++) {
      if (tries == TRIES) {
        lock.lock();
        break;
      }
      Thread.onSpinWait();
    }
    assert ++ts.locksHeld > 0;
  }

  public void unlock(ThreadState ts) {
    assert --ts.locksHeld >= 0;
    lock.unlock();
  }

  public boolean isHeld() {
    return lock.isHeldByCurrentThread();
  }
}
