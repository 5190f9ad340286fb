package dev.taipan.stdlib.collections;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The state of a {@code collections.deque}. Every method that changes it is one atomic step between
 * the beginning and the end of a write to the deque's cell ({@link ObjectLock}), and so is a look
 * at an item; its maker pays nothing for that. {@code changes} tells an iterator that the items
 * have moved; that and the size are read without the lock.
 */
final class Deque extends HostObject {
  /** Of a deque without a bound. */
  static final long UNBOUNDED = -1;

  private static final VarHandle CHANGES;

  private static final VarHandle SIZE;

  static {
    try {
      CHANGES = MethodHandles.lookup().findVarHandle(Deque.class, "changes", long.class);
      SIZE = MethodHandles.lookup().findVarHandle(Deque.class, "size", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Where the lock is; set before anybody else knows the deque. */
  private long cell;

  /** Under the lock only; all below is written there. */
  private final Ring ring = new Ring();

  private long changes;

  /** What the ring's size was after the last change. */
  @SuppressWarnings("UnusedVariable") // read through SIZE
  private int size;

  private long bound = UNBOUNDED;

  private Deque() {}

  /** The cell of a new deque without a bound. */
  static long create(ThreadState ts, PyType type) {
    Deque host = new Deque();
    host.cell = Hosts.create(ts, type, host);
    return host.cell;
  }

  private void noteChange() {
    SIZE.setOpaque(this, ring.size());
    CHANGES.setRelease(this, changes + 1);
  }

  @Override
  public void trace(Visitor visitor) {
    ring.visit(visitor);
  }

  long bound() {
    return bound;
  }

  /** Empties it, as {@code __init__} does. */
  void reset(ThreadState ts, long newBound) {
    ObjectLock.beginWrite(ts, cell);
    ring.clear();
    bound = newBound;
    noteChange();
    ObjectLock.endWrite(ts, cell);
  }

  void clear(ThreadState ts) {
    reset(ts, bound);
  }

  int size() {
    return (int) SIZE.getOpaque(this);
  }

  long changes() {
    return (long) CHANGES.getAcquire(this);
  }

  void addLast(ThreadState ts, long word) {
    ObjectLock.beginWrite(ts, cell);
    ring.addLast(word);
    if (bound >= 0 && ring.size() > bound) {
      ring.removeFirst();
    }
    noteChange();
    ObjectLock.endWrite(ts, cell);
  }

  void addFirst(ThreadState ts, long word) {
    ObjectLock.beginWrite(ts, cell);
    ring.addFirst(word);
    if (bound >= 0 && ring.size() > bound) {
      ring.removeLast();
    }
    noteChange();
    ObjectLock.endWrite(ts, cell);
  }

  /** The first item, which is removed; EMPTY if there is none. */
  long takeFirst(ThreadState ts) {
    ObjectLock.beginWrite(ts, cell);
    long word = Word.EMPTY;
    if (ring.size() > 0) {
      word = ring.removeFirst();
      noteChange();
    }
    ObjectLock.endWrite(ts, cell);
    return word;
  }

  /** The last item, which is removed; EMPTY if there is none. */
  long takeLast(ThreadState ts) {
    ObjectLock.beginWrite(ts, cell);
    long word = Word.EMPTY;
    if (ring.size() > 0) {
      word = ring.removeLast();
      noteChange();
    }
    ObjectLock.endWrite(ts, cell);
    return word;
  }

  /** The item at an index, counted from the end if negative; EMPTY out of range. */
  long get(ThreadState ts, long index) {
    ObjectLock.beginWrite(ts, cell);
    int size = ring.size();
    long at = index < 0 ? index + size : index;
    long word = at >= 0 && at < size ? ring.get((int) at) : Word.EMPTY;
    ObjectLock.endWrite(ts, cell);
    return word;
  }

  /** Replaces an item (EMPTY removes it); false if the index is out of range. */
  boolean set(ThreadState ts, long index, long word) {
    ObjectLock.beginWrite(ts, cell);
    int size = ring.size();
    long at = index < 0 ? index + size : index;
    boolean good = at >= 0 && at < size;
    if (good && word == Word.EMPTY) {
      ring.remove((int) at);
      noteChange();
    } else if (good) {
      ring.set((int) at, word);
    }
    ObjectLock.endWrite(ts, cell);
    return good;
  }

  /** Removes the item at an index if nothing has changed since; false otherwise. */
  boolean removeUnchanged(ThreadState ts, int index, long seen) {
    ObjectLock.beginWrite(ts, cell);
    boolean good = changes == seen && index < ring.size();
    if (good) {
      ring.remove(index);
      noteChange();
    }
    ObjectLock.endWrite(ts, cell);
    return good;
  }

  /** False if there is no room. */
  boolean insert(ThreadState ts, long index, long word) {
    ObjectLock.beginWrite(ts, cell);
    int size = ring.size();
    boolean room = bound < 0 || size < bound;
    if (room) {
      long at = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
      ring.insert((int) at, word);
      noteChange();
    }
    ObjectLock.endWrite(ts, cell);
    return room;
  }

  void rotate(ThreadState ts, long places) {
    ObjectLock.beginWrite(ts, cell);
    ring.rotate(places);
    noteChange();
    ObjectLock.endWrite(ts, cell);
  }

  void reverse(ThreadState ts) {
    ObjectLock.beginWrite(ts, cell);
    ring.reverse();
    ObjectLock.endWrite(ts, cell);
  }

  /**
   * The items of one moment; they stay alive only as long as the deque or the caller holds them.
   */
  long[] items(ThreadState ts) {
    ObjectLock.beginWrite(ts, cell);
    long[] items = ring.toArray();
    ObjectLock.endWrite(ts, cell);
    return items;
  }

  /** Adds words at the end without running Python code in between. */
  void addAll(ThreadState ts, long[] words) {
    for (long word : words) {
      addLast(ts, word);
    }
  }
}
