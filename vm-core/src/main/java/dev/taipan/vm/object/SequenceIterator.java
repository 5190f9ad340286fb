package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Iterates an object that has only {@code __getitem__}. Two threads that share one get each index
 * at most once: the index is advanced by compare-and-set, the sequence is dropped at the end by an
 * opaque store.
 */
public final class SequenceIterator extends HostObject {
  private static final VarHandle INDEX;

  static {
    try {
      INDEX = MethodHandles.lookup().findVarHandle(SequenceIterator.class, "index", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile long sequence;

  @SuppressWarnings("UnusedVariable") // reached through INDEX
  private volatile long index;

  SequenceIterator(long sequence) {
    this.sequence = sequence;
  }

  /** The next item, or EMPTY for good after the first IndexError or StopIteration. */
  public long next(ThreadState ts) {
    long from = sequence;
    if (from == 0L) {
      return Word.EMPTY;
    }
    long at = (long) INDEX.getAndAdd(this, 1L);
    try (RootScope roots = ts.roots()) {
      return Subscript.get(ts, from, roots.keep(Ints.of(ts, at)));
    } catch (Raised signal) {
      if (!Errors.pendingIs(ts, Exc.StopIteration)) {
        Errors.swallow(ts, signal, Exc.IndexError);
      } else {
        ts.clearPending();
      }
      sequence = 0L;
      return Word.EMPTY;
    }
  }

  /** What is iterated, EMPTY at the end. */
  public long sequence() {
    return sequence;
  }

  public long index() {
    return (long) INDEX.getVolatile(this);
  }

  public void setIndex(long at) {
    INDEX.setVolatile(this, Math.max(at, 0L));
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(sequence);
  }
}
