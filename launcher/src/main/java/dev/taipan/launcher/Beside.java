package dev.taipan.launcher;

/**
 * What the process's first thread does while Python's main thread starts the runtime: it only waits
 * for that one. One task at most, given by Python's thread; all under this object's lock.
 */
final class Beside {
  private Runnable task;
  private boolean over;
  private boolean current;

  /** The build is no older than its sources, so what it does may be seen. */
  synchronized void checked() {
    current = true;
    notifyAll();
  }

  /** Before anything that a user could notice. */
  synchronized void awaitChecked() {
    boolean interrupted = false;
    while (!current) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has it run beside. */
  synchronized void give(Runnable work) {
    task = work;
    over = true;
    notifyAll();
  }

  /** There will be nothing (more) to do. */
  synchronized void end() {
    over = true;
    notifyAll();
  }

  /** Runs what is given, if anything is. */
  void work() throws InterruptedException {
    Runnable given;
    synchronized (this) {
      while (!over) {
        wait();
      }
      given = task;
    }
    if (given != null) {
      given.run();
    }
  }
}
