package dev.taipan.stdlib.iter;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One item that the branches of a tee share, and the way to the next. A node without a value is the
 * end of what has been read; whoever gets there reads on, one thread at a time.
 */
final class TeeNode {
  /** The iterator behind all branches. {@code busy} is held while it is asked. */
  static final class Source {
    private final long iterator;
    private final AtomicBoolean busy = new AtomicBoolean();

    Source(long iterator) {
      this.iterator = iterator;
    }
  }

  private final Source source;
  private volatile long value = Word.EMPTY;

  /** Set before the value is. */
  private volatile TeeNode next;

  TeeNode(Source source) {
    this.source = source;
  }

  /** Visits everything from here on. */
  void trace(Visitor visitor) {
    visitor.visit(source.iterator);
    for (TeeNode node = this; node != null; node = node.next) {
      visitor.visit(node.value);
    }
  }

  TeeNode next() {
    return next;
  }

  /** The item, EMPTY at the end of the iterator. */
  long value(ThreadState ts) {
    if (value != Word.EMPTY) {
      return value;
    }
    if (!source.busy.compareAndSet(false, true)) {
      throw Errors.runtimeError(ts, "cannot re-enter the tee iterator");
    }
    try {
      if (value == Word.EMPTY) {
        long item = Iteration.next(ts, source.iterator);
        if (item != Word.EMPTY) {
          next = new TeeNode(source);
          value = item;
        }
      }
      return value;
    } finally {
      source.busy.set(false);
    }
  }
}
