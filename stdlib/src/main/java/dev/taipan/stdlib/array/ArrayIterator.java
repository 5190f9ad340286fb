package dev.taipan.stdlib.array;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicInteger;

/** Iterates an array; threads that share one get each index once. */
final class ArrayIterator extends HostObject {
  /** EMPTY once the end was seen. */
  private volatile long source;

  private final AtomicInteger index = new AtomicInteger();

  ArrayIterator(long source) {
    this.source = source;
  }

  long source() {
    return source;
  }

  int position() {
    return index.get();
  }

  void setPosition(int position) {
    index.set(position);
  }

  long next(ThreadState ts) {
    long from = source;
    if (from == Word.EMPTY) {
      return Word.EMPTY;
    }
    long item = Hosts.get(ts, from, ArrayObject.class).get(ts, index.getAndIncrement());
    if (item == Word.EMPTY) {
      source = Word.EMPTY;
    }
    return item;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(source);
  }
}
