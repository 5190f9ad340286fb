package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicInteger;

/** Iterates bytes or a bytearray; threads that share one get each index once. */
public final class ByteIterator extends HostObject {
  private volatile long source;
  private final AtomicInteger index = new AtomicInteger();

  private ByteIterator(long source) {
    this.source = source;
  }

  public static long create(ThreadState ts, long source, String type) {
    return Hosts.create(ts, ts.runtime().types().named(type), new ByteIterator(source));
  }

  public long next(ThreadState ts) {
    long from = source;
    if (from == Word.EMPTY) {
      return Word.EMPTY;
    }
    int b = ByteMethods.byteAt(ts, from, index.getAndIncrement());
    if (b < 0) {
      source = Word.EMPTY;
      return Word.EMPTY;
    }
    return Word.boxInt(b);
  }

  public int remaining(ThreadState ts) {
    long from = source;
    return from == Word.EMPTY ? 0 : Math.max(0, ByteMethods.of(ts, from).length - index.get());
  }

  /** {@code __reduce__}: how to make the iterator again; at the end one over nothing. */
  public long reduce(ThreadState ts) {
    int mark = ts.rootMark();
    try {
      long iter = SequenceIterators.builtin(ts, "iter");
      ts.root(iter);
      long from = source;
      return from == Word.EMPTY
          ? Tuples.of(ts, iter, Tuples.of(ts, ts.runtime().emptyTuple()))
          : Tuples.of(ts, iter, Tuples.of(ts, from), Word.boxInt(index.get()));
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code __setstate__}. */
  public void setIndex(ThreadState ts, long state) {
    index.set((int) Math.clamp(Numbers.asJavaLong(ts, state), 0L, Integer.MAX_VALUE / 2));
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(source);
  }
}
