package dev.taipan.vm.layout;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A weak reference. The collector sets the target to EMPTY in the stop in which it died; a load is
 * one acquire load, and what it gave stays alive until the loader's next poll at least.
 *
 * <pre>
 *   +0   header
 *   +8   hash of the target (64), -1 = not computed: no hash is -1
 *   +16  target: a cell that this does not keep alive, or EMPTY
 *   +24  callback or EMPTY
 *   +32  next weak reference to the same target or 0; belongs to {@code heap.Weakrefs}
 * </pre>
 */
public final class WeakrefLayout {
  public static final int HASH = 8;
  public static final int TARGET = 16;
  public static final int CALLBACK = 24;
  public static final int NEXT = 32;
  public static final int SIZE = 40;

  /** Stands for a hash that was not computed yet. */
  public static final long NO_HASH = -1;

  private WeakrefLayout() {}

  public static long create(
      ThreadState ts, int shapeId, long target, long callback, int attributeWords) {
    long cell = Cells.create(ts, shapeId, SIZE, attributeWords);
    Memory.putLong(cell + HASH, NO_HASH);
    Memory.putLong(cell + TARGET, target);
    Memory.putLong(cell + CALLBACK, callback);
    Memory.putLong(cell + NEXT, 0);
    Memory.storeStoreFence();
    return cell;
  }

  public static long hash(long cell) {
    return Memory.getLongOpaque(Cells.check(cell, Kind.WEAKREF) + HASH);
  }

  public static void setHash(long cell, long hash) {
    Memory.putLongOpaque(Cells.check(cell, Kind.WEAKREF) + HASH, hash);
  }

  public static long target(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.WEAKREF) + TARGET);
  }

  public static void setTarget(long cell, long target) {
    Memory.putLongRelease(Cells.check(cell, Kind.WEAKREF) + TARGET, target);
  }

  public static long callback(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.WEAKREF) + CALLBACK);
  }

  public static void setCallback(long cell, long callback) {
    Memory.putLongRelease(Cells.check(cell, Kind.WEAKREF) + CALLBACK, callback);
  }

  /** The next one in the list of those with the same target; under the list's lock or in a stop. */
  public static long next(long cell) {
    return Memory.getLong(cell + NEXT);
  }

  public static void setNext(long cell, long next) {
    Memory.putLong(cell + NEXT, next);
  }
}
