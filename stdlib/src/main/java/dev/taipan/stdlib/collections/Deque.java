package dev.taipan.stdlib.collections;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;
import dev.taipan.vm.value.Word;

/**
 * The state of a {@code collections.deque}. Every method is one atomic step under the lock, which
 * is never held across Python code; {@code changes} tells an iterator that the items have moved.
 */
final class Deque extends HostObject {
  /** Of a deque without a bound. */
  static final long UNBOUNDED = -1;

  private final VmLock lock = new VmLock();

  /** Guarded by the lock. */
  private final Ring ring = new Ring();

  private long changes;
  private long bound = UNBOUNDED;

  @Override
  public void trace(Visitor visitor) {
    ring.visit(visitor);
  }

  long bound() {
    return bound;
  }

  /** Empties it, as {@code __init__} does. */
  void reset(ThreadState ts, long newBound) {
    lock.lock(ts);
    ring.clear();
    bound = newBound;
    changes++;
    lock.unlock(ts);
  }

  void clear(ThreadState ts) {
    reset(ts, bound);
  }

  int size(ThreadState ts) {
    lock.lock(ts);
    int size = ring.size();
    lock.unlock(ts);
    return size;
  }

  long changes(ThreadState ts) {
    lock.lock(ts);
    long now = changes;
    lock.unlock(ts);
    return now;
  }

  void addLast(ThreadState ts, long word) {
    lock.lock(ts);
    ring.addLast(word);
    if (bound >= 0 && ring.size() > bound) {
      ring.removeFirst();
    }
    changes++;
    lock.unlock(ts);
  }

  void addFirst(ThreadState ts, long word) {
    lock.lock(ts);
    ring.addFirst(word);
    if (bound >= 0 && ring.size() > bound) {
      ring.removeLast();
    }
    changes++;
    lock.unlock(ts);
  }

  /** The first item, which is removed; EMPTY if there is none. */
  long takeFirst(ThreadState ts) {
    lock.lock(ts);
    long word = Word.EMPTY;
    if (ring.size() > 0) {
      word = ring.removeFirst();
      changes++;
    }
    lock.unlock(ts);
    return word;
  }

  /** The last item, which is removed; EMPTY if there is none. */
  long takeLast(ThreadState ts) {
    lock.lock(ts);
    long word = Word.EMPTY;
    if (ring.size() > 0) {
      word = ring.removeLast();
      changes++;
    }
    lock.unlock(ts);
    return word;
  }

  /** The item at an index, counted from the end if negative; EMPTY out of range. */
  long get(ThreadState ts, long index) {
    lock.lock(ts);
    int size = ring.size();
    long at = index < 0 ? index + size : index;
    long word = at >= 0 && at < size ? ring.get((int) at) : Word.EMPTY;
    lock.unlock(ts);
    return word;
  }

  /** Replaces an item (EMPTY removes it); false if the index is out of range. */
  boolean set(ThreadState ts, long index, long word) {
    lock.lock(ts);
    int size = ring.size();
    long at = index < 0 ? index + size : index;
    boolean good = at >= 0 && at < size;
    if (good && word == Word.EMPTY) {
      ring.remove((int) at);
      changes++;
    } else if (good) {
      ring.set((int) at, word);
    }
    lock.unlock(ts);
    return good;
  }

  /** Removes the item at an index if nothing has changed since; false otherwise. */
  boolean removeUnchanged(ThreadState ts, int index, long seen) {
    lock.lock(ts);
    boolean good = changes == seen && index < ring.size();
    if (good) {
      ring.remove(index);
      changes++;
    }
    lock.unlock(ts);
    return good;
  }

  /** False if there is no room. */
  boolean insert(ThreadState ts, long index, long word) {
    lock.lock(ts);
    int size = ring.size();
    boolean room = bound < 0 || size < bound;
    if (room) {
      long at = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
      ring.insert((int) at, word);
      changes++;
    }
    lock.unlock(ts);
    return room;
  }

  void rotate(ThreadState ts, long places) {
    lock.lock(ts);
    ring.rotate(places);
    changes++;
    lock.unlock(ts);
  }

  void reverse(ThreadState ts) {
    lock.lock(ts);
    ring.reverse();
    lock.unlock(ts);
  }

  /**
   * The items of one moment; they stay alive only as long as the deque or the caller holds them.
   */
  long[] items(ThreadState ts) {
    lock.lock(ts);
    long[] items = ring.toArray();
    lock.unlock(ts);
    return items;
  }

  /** Adds words at the end without running Python code in between. */
  void addAll(ThreadState ts, long[] words) {
    for (long word : words) {
      addLast(ts, word);
    }
  }
}
