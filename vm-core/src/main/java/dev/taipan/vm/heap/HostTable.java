package dev.taipan.vm.heap;

import dev.taipan.vm.gc.Disposable;
import dev.taipan.vm.gc.Liveness;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Java objects that cells refer to by index. Each entry belongs to one cell and ends with it.
 *
 * <p>Readers take no lock: an index was published with its cell after the entry was written, chunks
 * never move, and the directories of chunks are replaced as a whole (volatile). A thread takes free
 * indexes under {@code lock}, some at a time, and fills their entries without it: nobody else
 * touches an entry without owner and object. All other writers hold the lock. Index 0 is nobody's.
 */
public final class HostTable {
  private static final int CHUNK_BITS = 10;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final long DEFAULT_BYTES = 64;

  /** How many indexes a thread takes at a time. */
  private static final int TAKEN = 32;

  /** How many bytes of Java objects a thread counts before it tells the heap: that is atomic. */
  private static final long REPORTED = 2048;

  /** The indexes that a thread has taken and not used; its own, emptied when it ends. */
  static final class Taken {
    private final int[] indexes = new int[TAKEN];
    private int count;

    /** Bytes of Java objects that the heap has not been told of. */
    private long bytes;
  }

  private final Heap heap;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Object[][] chunks = {new Object[CHUNK]};
  private volatile long[][] owners = {new long[CHUNK]};
  private int[] free = new int[64];
  private int freeCount;
  private int next = 1;

  HostTable(Heap heap) {
    this.heap = heap;
  }

  /** Adds an object that lives as long as the owning cell; gives its index. */
  public long add(ThreadState ts, Object object, long owner) {
    Taken taken = ts.local.hosts;
    if (taken.count == 0) {
      take(taken);
    }
    int index = taken.indexes[--taken.count];
    chunks[index >>> CHUNK_BITS][index & (CHUNK - 1)] = object;
    owners[index >>> CHUNK_BITS][index & (CHUNK - 1)] = owner;
    taken.bytes += object instanceof Traced traced ? traced.javaBytes() : DEFAULT_BYTES;
    if (taken.bytes >= REPORTED) {
      heap.noteAllocated(ts, taken.bytes);
      taken.bytes = 0;
    }
    return index;
  }

  private void take(Taken taken) {
    lock.lock();
    try {
      while (taken.count < TAKEN) {
        taken.indexes[taken.count++] = freeCount > 0 ? free[--freeCount] : fresh();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The thread ends: what it had not used is free again. */
  void giveBack(Taken taken) {
    lock.lock();
    try {
      while (taken.count > 0) {
        release(taken.indexes[--taken.count]);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Adds an object that lives as long as the heap, or until {@link #remove}. */
  public long addPermanent(ThreadState ts, Object object) {
    return add(ts, object, 0);
  }

  /** Ends an entry that {@link #addPermanent} made. */
  public void remove(long index) {
    lock.lock();
    try {
      end((int) index);
    } finally {
      lock.unlock();
    }
  }

  private int fresh() {
    int index = next++;
    int chunk = index >>> CHUNK_BITS;
    if (chunk == chunks.length) {
      Object[][] grown = Arrays.copyOf(chunks, chunk + 1);
      grown[chunk] = new Object[CHUNK];
      owners = Arrays.copyOf(owners, chunk + 1);
      owners[chunk] = new long[CHUNK];
      chunks = grown;
    }
    return index;
  }

  /** The object of an index that a live cell holds; null for 0. */
  public Object get(long index) {
    return chunks[(int) index >>> CHUNK_BITS][(int) index & (CHUNK - 1)];
  }

  /** Replaces the object of an index; readers see the old or the new one. */
  public void set(long index, Object object) {
    lock.lock();
    try {
      chunks[(int) index >>> CHUNK_BITS][(int) index & (CHUNK - 1)] = object;
    } finally {
      lock.unlock();
    }
  }

  /** Number of indexes in use, those included that threads have taken and not used. */
  public int size() {
    lock.lock();
    try {
      return next - 1 - freeCount;
    } finally {
      lock.unlock();
    }
  }

  /** In the stop, after marking: ends the entries of dead cells. */
  void sweep(Liveness liveness) {
    lock.lock();
    try {
      for (int index = 1; index < next; index++) {
        long[] owned = owners[index >>> CHUNK_BITS];
        long owner = owned[index & (CHUNK - 1)];
        if (owner != 0 && !liveness.isLive(owner)) {
          owned[index & (CHUNK - 1)] = 0;
          end(index);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void end(int index) {
    Object[] chunk = chunks[index >>> CHUNK_BITS];
    Object object = chunk[index & (CHUNK - 1)];
    chunk[index & (CHUNK - 1)] = null;
    if (object instanceof Disposable disposable) {
      disposable.dispose();
    }
    release(index);
  }

  private void release(int index) {
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = index;
  }
}
