package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;

/**
 * An iterator whose items are new tuples of two. A loop that takes each apart at once asks for the
 * two words, and no tuple is made.
 */
public abstract class PairIterator extends HostIterator {
  private final boolean givesPairs;

  protected PairIterator(boolean givesPairs) {
    this.givesPairs = givesPairs;
  }

  /** Whether the items are pairs: it stays so for this iterator. */
  public final boolean givesPairs() {
    return givesPairs;
  }

  /**
   * Stores the next pair at {@code to}, the second word first, as unpacking leaves them on a stack;
   * false at the end. The caller roots the iterator's cell.
   */
  public abstract boolean nextPair(ThreadState ts, long to);
}
