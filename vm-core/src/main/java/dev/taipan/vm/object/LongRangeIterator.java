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
      if (Ints.compare(Ints.of(ts, at), length) >= 0) {
        return Word.EMPTY;
      }
    } while (!index.compareAndSet(at, at + 1));
    return Ints.add(ts, start, Ints.multiply(ts, Ints.of(ts, at), step));
  }

  /** How many numbers are left, an int word. */
  public long left(ThreadState ts) {
    return Ints.subtract(ts, length, Ints.of(ts, index.get()));
  }

  /** Goes to a position, at most the end; an int word. */
  public void moveTo(long position) {
    long last = Ints.fitsLong(length) ? Ints.toLong(length) : Long.MAX_VALUE;
    long asked = Ints.fitsLong(position) ? Ints.toLong(position) : last;
    index.set(Math.clamp(asked, 0, last));
  }

  /** The range of what is left. */
  public long rest(ThreadState ts) {
    long from = Ints.add(ts, start, Ints.multiply(ts, Ints.of(ts, index.get()), step));
    long stop = Ints.add(ts, start, Ints.multiply(ts, length, step));
    return Ranges.create(ts, from, stop, step);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(start);
    visitor.visit(step);
    visitor.visit(length);
  }
}
