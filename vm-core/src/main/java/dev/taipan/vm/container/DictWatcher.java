package dev.taipan.vm.container;

import dev.taipan.vm.thread.ThreadState;

/**
 * Somebody who holds values of dicts as constants. A dict's lock orders everything: a value is
 * noted under it, and a write asks under it whether the value is held.
 */
public interface DictWatcher {
  /** Notes that the value of an interned key is held; under the dict's lock. */
  void note(long dict, long key);

  /** Whether the value of a key (EMPTY: any key) is held; under the dict's lock. */
  boolean holds(long dict, long key);

  /** Gives the value up, everywhere at once: stops the world. No lock is held. */
  void release(ThreadState ts, long dict, long key);
}
