package dev.taipan.launcher;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the process's first thread does while Python's main thread starts the runtime: it only waits
 * for that one. One task at most, given by Python's thread; all fields under the lock.
 */
final class Beside {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Runnable task;
  private boolean over;
  private boolean current;

  /** The build is no older than its sources, so what it does may be seen. */
  void checked() {
    change(() -> current = true);
  }

  /** Before anything that a user could notice. */
  void awaitChecked() {
    lock.lock();
    try {
      while (!current) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Has it run beside. */
  void give(Runnable work) {
    change(
        () -> {
          task = work;
          over = true;
        });
  }

  /** There will be nothing (more) to do. */
  void end() {
    change(() -> over = true);
  }

  private void change(Runnable step) {
    lock.lock();
    try {
      step.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Runs what is given, if anything is. */
  void work() {
    Runnable given;
    lock.lock();
    try {
      while (!over) {
        changed.awaitUninterruptibly();
      }
      given = task;
    } finally {
      lock.unlock();
    }
    if (given != null) {
      given.run();
    }
  }
}
