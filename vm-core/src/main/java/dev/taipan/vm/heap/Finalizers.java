package dev.taipan.vm.heap;

import dev.taipan.vm.gc.Liveness;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.gc.WeakHolder;
import dev.taipan.vm.value.Word;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Cells with a finalizer, and what a collection left to be run: cells to finalize, weak references
 * whose callback is due. A cell is registered when it is created and leaves when it is queued; the
 * set of those that were queued and live on keeps a finalizer from running twice, however often its
 * cell was registered. Guarded by {@code lock}.
 */
public final class Finalizers implements Traced, WeakHolder {
  private final ReentrantLock lock = new ReentrantLock();
  private final WordQueue registered = new WordQueue();
  private final WordQueue due = new WordQueue();
  private final WordQueue callbacks = new WordQueue();

  /** Cells that were queued once and have not died since. */
  private final Set<Long> finalized = new HashSet<>();

  Finalizers() {}

  /** Words in order of arrival. */
  private static final class WordQueue {
    private long[] words = new long[16];
    private int first;
    private int end;

    void add(long word) {
      if (end == words.length) {
        int count = end - first;
        long[] target = count > words.length / 2 ? new long[words.length * 2] : words;
        System.arraycopy(words, first, target, 0, count);
        words = target;
        first = 0;
        end = count;
      }
      words[end++] = word;
    }

    long take() {
      if (first == end) {
        return Word.EMPTY;
      }
      long word = words[first++];
      if (first == end) {
        first = 0;
        end = 0;
      }
      return word;
    }

    boolean isEmpty() {
      return first == end;
    }

    void trace(Visitor visitor) {
      for (int i = first; i < end; i++) {
        visitor.visit(words[i]);
      }
    }
  }

  /** A new cell whose finalizer must run before it dies. */
  public void register(long cell) {
    lock.lock();
    try {
      registered.add(cell);
    } finally {
      lock.unlock();
    }
  }

  /** Whether the cell's finalizer has run or is about to. */
  public boolean isFinalized(long cell) {
    lock.lock();
    try {
      return finalized.contains(cell);
    } finally {
      lock.unlock();
    }
  }

  /** The next cell to finalize, EMPTY if there is none; the caller must root it. */
  public long takeCell() {
    lock.lock();
    try {
      return due.take();
    } finally {
      lock.unlock();
    }
  }

  /** The next weak reference whose callback is due, EMPTY if there is none. */
  public long takeCallback() {
    lock.lock();
    try {
      return callbacks.take();
    } finally {
      lock.unlock();
    }
  }

  /** Whether something is due. */
  public boolean isPending() {
    lock.lock();
    try {
      return !due.isEmpty() || !callbacks.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** At the end of the program: every registered cell becomes due. */
  public void makeAllDue() {
    lock.lock();
    try {
      for (long cell = registered.take(); cell != Word.EMPTY; cell = registered.take()) {
        if (finalized.add(cell)) {
          due.add(cell);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  void addCallback(long weakref) {
    callbacks.add(weakref);
  }

  /** In the stop, after marking: queues what died; the caller marks on from the queue. */
  boolean queueDead(Liveness liveness) {
    int kept = registered.first;
    boolean found = false;
    for (int i = registered.first; i < registered.end; i++) {
      long cell = registered.words[i];
      if (liveness.isLive(cell)) {
        registered.words[kept++] = cell;
      } else if (finalized.add(cell)) {
        due.add(cell);
        found = true;
      }
    }
    Arrays.fill(registered.words, kept, registered.end, 0);
    registered.end = kept;
    return found;
  }

  /** In the stop: a dead cell's address may get a new cell. */
  @Override
  public void clearDead(Liveness liveness) {
    finalized.removeIf(cell -> !liveness.isLive(cell));
  }

  /** The queues keep what is in them alive; registration does not. */
  @Override
  public void trace(Visitor visitor) {
    due.trace(visitor);
    callbacks.trace(visitor);
  }
}
