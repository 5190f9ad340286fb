package dev.taipan.vm.thread;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A Java lock under which objects are made that many may wait for. Attached threads wait for it, so
 * nobody may poll, detach or run Python code inside; polls assert that none is held. Other than
 * under a {@link VmLock}, containers may be written: the holder's own new ones, and such as are
 * nobody's ({@link ObjectLock#giveUp}). To take a cell away from its owner would be to wait for one
 * who may wait for this lock; that asserts as well.
 */
public final class MakerLock {
  private final ReentrantLock lock = new ReentrantLock();

  public MakerLock() {}

  public void lock(ThreadState ts) {
    assert ts.mayStop() : "made under a lock";
    lock.lock();
    assert ++ts.makerLocksHeld > 0;
  }

  public void unlock(ThreadState ts) {
    assert --ts.makerLocksHeld >= 0;
    lock.unlock();
  }

  public boolean isHeld() {
    return lock.isHeldByCurrentThread();
  }
}
