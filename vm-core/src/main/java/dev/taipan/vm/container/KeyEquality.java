package dev.taipan.vm.container;

import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;

/**
 * Hash and equality of keys that are not exact str or small ints; the object model provides it.
 * Both may poll and run Python code, are called with no lock held, and may throw {@link Raised}.
 */
public interface KeyEquality {
  /** Never -1. */
  long hash(ThreadState ts, long key);

  /** Whether a stored key equals the wanted one, which is not identical and has the same hash. */
  boolean equal(ThreadState ts, long stored, long key);
}
