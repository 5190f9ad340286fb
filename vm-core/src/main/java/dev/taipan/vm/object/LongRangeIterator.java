package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicLong;

/** An iterator over a range that needs big ints. Threads that share it get different numbers. */
public final class LongRangeIterator extends HostObject {
  private final long start;
  private final long step;
  private final long length;

  /** The position, any size, from which {@code index} counts. */
  private volatile long base = Word.boxInt(0);

  private final AtomicLong index = new AtomicLong();

  LongRangeIterator(long start, long step, long length) {
    this.start = start;
    this.step = step;
    this.length = length;
  }

  public long next(ThreadState ts) {
    long at;
    do {
      at = index.get();
      if (Ints.compare(position(ts, at), length) >= 0) {
        return Word.EMPTY;
      }
    } while (!index.compareAndSet(at, at + 1));
    return Ints.add(ts, start, Ints.multiply(ts, position(ts, at), step));
  }

  private long position(ThreadState ts, long at) {
    return Ints.add(ts, base, Ints.of(ts, at));
  }

  /** How many numbers are left, an int word. */
  public long left(ThreadState ts) {
    return Ints.subtract(ts, length, position(ts, index.get()));
  }

  /** Goes to a position, at most the end; an int word of any size. */
  public void moveTo(long position) {
    boolean before = Ints.signum(position) < 0;
    base = before ? Word.boxInt(0) : Ints.compare(position, length) > 0 ? length : position;
    index.set(0);
  }

  /** The range of what is left. */
  public long rest(ThreadState ts) {
    long from = Ints.add(ts, start, Ints.multiply(ts, position(ts, index.get()), step));
    long stop = Ints.add(ts, start, Ints.multiply(ts, length, step));
    return Ranges.create(ts, from, stop, step);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(base);
    visitor.visit(start);
    visitor.visit(step);
    visitor.visit(length);
  }
}
