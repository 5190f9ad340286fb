package dev.taipan.stdlib.functional;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.VmLock;

/**
 * The entries of a bounded cache by their last use: a ring of links under one lock, which is held
 * for pointer changes only.
 */
final class CacheOrder {
  /** A key and its value; a cell of the cache's dict leads here. */
  static final class Entry extends HostObject {
    private final long key;
    private final long value;

    /** A key is asked for its hash once in a call; what goes later goes by this one. */
    private final long hash;

    private Entry before;
    private Entry after;

    Entry(long key, long value, long hash) {
      this.key = key;
      this.value = value;
      this.hash = hash;
    }

    long hash() {
      return hash;
    }

    long key() {
      return key;
    }

    long value() {
      return value;
    }

    @Override
    public void trace(Visitor visitor) {
      visitor.visit(key);
      visitor.visit(value);
    }
  }

  private final VmLock lock = new VmLock();

  /** Guarded by the lock, as are the links: oldest behind it, newest before it. */
  private final Entry end = new Entry(0L, 0L, 0L);

  private long size;

  CacheOrder() {
    clearLinks();
  }

  private void clearLinks() {
    end.before = end;
    end.after = end;
    size = 0;
  }

  private void link(Entry entry) {
    entry.before = end.before;
    entry.after = end;
    end.before.after = entry;
    end.before = entry;
    size++;
  }

  private void unlink(Entry entry) {
    entry.before.after = entry.after;
    entry.after.before = entry.before;
    entry.before = null;
    entry.after = null;
    size--;
  }

  /** Notes a use. */
  void used(ThreadState ts, Entry entry) {
    lock.lock(ts);
    if (entry.before != null) {
      unlink(entry);
      link(entry);
    }
    lock.unlock(ts);
  }

  /** Adds an entry; gives the oldest one if there are now too many, which is no longer linked. */
  Entry add(ThreadState ts, Entry entry, long limit) {
    lock.lock(ts);
    link(entry);
    Entry oldest = null;
    if (size > limit) {
      oldest = end.after;
      unlink(oldest);
    }
    lock.unlock(ts);
    return oldest;
  }

  /** How many entries there are, never more than the limit: the dict may have one for a moment. */
  long size(ThreadState ts) {
    lock.lock(ts);
    try {
      return size;
    } finally {
      lock.unlock(ts);
    }
  }

  void clear(ThreadState ts) {
    lock.lock(ts);
    Entry entry = end.after;
    clearLinks();
    while (entry != end) {
      Entry next = entry.after;
      entry.before = null;
      entry.after = null;
      entry = next;
    }
    lock.unlock(ts);
  }
}
