package dev.taipan.stdlib.collections;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostIterator;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A walk over a deque, forward or backward; it fails once the deque has changed. Threads that share
 * one get different items.
 */
abstract class DequeIterator extends HostIterator {
  private final long deque;
  private final Deque host;
  private final boolean backward;
  private final long seen;
  private final int size;
  private final AtomicInteger taken;
  private volatile boolean broken;

  DequeIterator(ThreadState ts, long deque, boolean backward, int taken) {
    this.deque = deque;
    this.host = Hosts.get(ts, deque, Deque.class);
    this.backward = backward;
    this.seen = host.changes();
    this.size = host.size();
    this.taken = new AtomicInteger(taken);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(deque);
  }

  @Override
  public final long next(ThreadState ts) {
    if (broken) {
      return Word.EMPTY;
    }
    if (host.changes() != seen) {
      broken = true;
      throw Errors.runtimeError(ts, "deque mutated during iteration");
    }
    if (taken.get() >= size) {
      return Word.EMPTY;
    }
    int index = taken.getAndIncrement();
    return index < size ? host.get(ts, backward ? size - 1 - index : index) : Word.EMPTY;
  }

  final int left() {
    return broken ? 0 : Math.max(0, size - taken.get());
  }

  final long reduced(ThreadState ts, long self) {
    long args = Tuples.of(ts, deque, Ints.of(ts, size - left()));
    return Tuples.of(ts, ts.runtime().typeOf(self).cell(), args);
  }
}
