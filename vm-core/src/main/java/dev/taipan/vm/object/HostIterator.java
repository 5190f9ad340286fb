package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;

/**
 * A host object that is an iterator. Its type's {@code __next__} does nothing but {@link #next}, so
 * that a loop over an instance of exactly that type asks the object itself: the way through the
 * method, its argument area and the check of self costs more than most steps do. A class, since
 * asking for an interface takes longer.
 */
public abstract class HostIterator extends HostObject {
  protected HostIterator() {}

  /** The next item, EMPTY at the end; the caller roots the iterator's cell. */
  public abstract long next(ThreadState ts);
}
