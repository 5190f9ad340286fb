package dev.taipan.vm.object;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * One walk over an iterable by Java code. Exact lists and tuples are read by index, as their
 * iterators would (so a list that grows or shrinks meanwhile is followed in the same way), without
 * an iterator; everything else is asked through the protocol.
 *
 * <p>{@link #next} may poll: over a long list it does so now and then, because nothing else in such
 * a loop would.
 */
final class Cursor {
  /** Steps between two polls, a power of two. */
  private static final int POLLED = 4096;

  private final Kind kind;

  /** The list or tuple, or the iterator. */
  private final long source;

  private long index;

  private Cursor(Kind kind, long source) {
    this.kind = kind;
    this.source = source;
  }

  /** What is walked over is rooted here; the caller releases it. */
  static Cursor over(ThreadState ts, long iterable) {
    Kind kind =
        Cells.is(iterable, Kind.LIST)
            ? Kind.LIST
            : Cells.is(iterable, Kind.TUPLE) ? Kind.TUPLE : Kind.INSTANCE;
    long source = kind == Kind.INSTANCE ? Iteration.iter(ts, iterable) : iterable;
    ts.root(source);
    return new Cursor(kind, source);
  }

  /** The next item, EMPTY at the end; not to be asked again behind that. */
  long next(ThreadState ts) {
    if (kind == Kind.INSTANCE) {
      return Iteration.next(ts, source);
    }
    long at = index++;
    if ((at & POLLED - 1) == POLLED - 1) {
      ts.pollQuietly();
    }
    if (kind == Kind.LIST) {
      return Lists.get(ts, source, at);
    }
    return at < TupleLayout.length(source) ? TupleLayout.get(source, (int) at) : Word.EMPTY;
  }
}
