package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.heap.HeapFull;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import dev.taipan.vm.value.Word;

/**
 * A full heap as Python sees it. The thread may use the heap's reserve from then on until a
 * collection leaves room, and one is due at its next poll: the exception, its traceback and the
 * first steps of a handler must come from somewhere. One exception is kept for the case that even
 * the reserve is used up.
 */
public final class MemoryErrors {
  private final VmLock lock = new VmLock();

  /** Made with the first one; read and written under the lock, and in stops. */
  private long spare = Word.EMPTY;

  /** One for each runtime. */
  public MemoryErrors() {}

  /** Makes a MemoryError pending; the signal is for who has a full heap at hand and no loop. */
  public static Raised raise(ThreadState ts) {
    ts.heap.openReserve(ts);
    return ts.raise(ts.runtime().memoryErrors().exception(ts));
  }

  private long exception(ThreadState ts) {
    lock.lock(ts);
    try {
      if (spare == Word.EMPTY) {
        spare = create(ts);
      }
      return create(ts);
    } catch (HeapFull full) {
      if (spare == Word.EMPTY) {
        throw full;
      }
      return spare;
    } finally {
      lock.unlock(ts);
    }
  }

  private static long create(ThreadState ts) {
    return Errors.create(ts, ts.runtime().types().exception(Exc.MemoryError), Tuples.empty(ts));
  }

  /** In a stop. */
  public void trace(Visitor visitor) {
    visitor.visit(spare);
  }
}
