package dev.taipan.stdlib.io;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lock of one file. It is a lock of Python's kind: its holder may run Python code (the methods
 * of what lies below) and may be detached; whoever waits for it does so detached. Entering it a
 * second time is an error of the program, not a wait for ever.
 */
final class IoLock {
  private final ReentrantLock lock = new ReentrantLock();

  void enter(ThreadState ts, long self) {
    if (lock.isHeldByCurrentThread()) {
      throw Errors.runtimeError(ts, "reentrant call inside %s", Representation.text(ts, self));
    }
    if (!lock.tryLock()) {
      ts.detach();
      lock.lock();
      ts.attach();
    }
  }

  void leave() {
    lock.unlock();
  }

  /** As {@link #enter}, but the holder may enter again. */
  void enterAgain(ThreadState ts) {
    if (!lock.tryLock()) {
      ts.detach();
      lock.lock();
      ts.attach();
    }
  }
}
