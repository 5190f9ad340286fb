package dev.taipan.vm.object;

import dev.taipan.vm.container.KeyEquality;
import dev.taipan.vm.thread.ThreadState;

/** Hash and equality of keys as Python defines them, for the containers. */
public final class ObjectKeys implements KeyEquality {
  public ObjectKeys() {}

  @Override
  public long hash(ThreadState ts, long key) {
    return Hashing.hash(ts, key);
  }

  @Override
  public boolean equal(ThreadState ts, long stored, long key) {
    return Comparison.equal(ts, stored, key);
  }
}
