package dev.taipan.vm.type;

import dev.taipan.vm.thread.ThreadState;

/**
 * Something that relies on a class being as it is: an inline cache's record, a trace. Told once, in
 * a stop of the world and without a lock, after the class or one that it derives from has changed.
 */
public interface ClassWatcher {
  void changed(ThreadState ts);

  /**
   * A plain value under this name was overwritten by another: no stop, the version stays. Under the
   * type lock.
   */
  default void overwritten(ThreadState ts, long name) {}

  /** From now on it is told: what it knew may have been overwritten before. Under the type lock. */
  default void watching(ThreadState ts) {}
}
