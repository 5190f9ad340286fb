package dev.taipan.vm.thread;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A Java lock of the runtime. Attached threads may wait for one, so nobody may poll, detach or run
 * Python code inside; polls assert that none is held.
 */
public final class VmLock {
  private final ReentrantLock lock = new ReentrantLock();

  public VmLock() {}

  public void lock(ThreadState ts) {
    lock.lock();
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
