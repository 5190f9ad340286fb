package dev.taipan.launcher;

/**
 * What the process's first thread does while Python's main thread starts the runtime: it only waits
 * for that one. One task at most, given by Python's thread; all under this object's lock.
 */
final class Beside {
  private Runnable task;
  private boolean over;

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
