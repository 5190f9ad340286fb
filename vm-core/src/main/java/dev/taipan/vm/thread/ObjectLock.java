package dev.taipan.vm.thread;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.memory.Memory;

/**
 * The lock of a cell, in the upper half of its header. A leaf lock: inside there is no poll, no
 * Python code, no detaching and no second lock except the other one of a pair. So it is held for a
 * few instructions only, waiters stay attached, and no deadlock can come from it.
 *
 * <pre>
 *   byte 0  1 if locked     byte 1  1 if a thread is parked     bits 16..31  owner token (unused)
 * </pre>
 *
 * <p>Two bytes, so that unlocking is a plain release store and no second atomic operation. A thread
 * that marks itself as parked between the unlocker's look and its store is not woken: a parked one
 * looks again by itself after a millisecond.
 */
public final class ObjectLock {
  static final int LOCKED = 1;
  static final int WAITERS = 1 << 8;

  private static final int WAITERS_BYTE = 1;

  /** Pauses between looks at a held lock: doubled from the first to the last, then one parks. */
  private static final int FIRST_PAUSE = 32;

  private static final int LAST_PAUSE = 256;

  private ObjectLock() {}

  /** All writes to a container are between this and {@link #endWrite}. */
  public static void beginWrite(ThreadState ts, long cell) {
    long address = cell + Cells.LOCK;
    if (!Memory.compareAndSetByte(address, (byte) 0, (byte) LOCKED)) {
      lockSlowly(ts, address);
    }
    assert ++ts.locksHeld > 0;
  }

  public static void endWrite(ThreadState ts, long cell) {
    assert --ts.locksHeld >= 0;
    long address = cell + Cells.LOCK;
    assert isLocked(cell) : "not locked";
    if (Memory.getByteOpaque(address + WAITERS_BYTE) == 0) {
      Memory.putByteRelease(address, (byte) 0);
    } else {
      ParkingLot.unlock(address);
    }
  }

  /** Locks two cells, which may be the same, in the order of their addresses. */
  public static void beginWrite(ThreadState ts, long first, long second) {
    beginWrite(ts, Math.min(first, second));
    if (first != second) {
      beginWrite(ts, Math.max(first, second));
    }
  }

  public static void endWrite(ThreadState ts, long first, long second) {
    endWrite(ts, Math.max(first, second));
    if (first != second) {
      endWrite(ts, Math.min(first, second));
    }
  }

  public static boolean isLocked(long cell) {
    return (Memory.getIntOpaque(cell + Cells.LOCK) & LOCKED) != 0;
  }

  /**
   * Looks seldom, and less and less often: each look takes the cache line away from the holder, who
   * would write the object many times meanwhile.
   */
  private static void lockSlowly(ThreadState ts, long address) {
    int pause = FIRST_PAUSE;
    while (true) {
      int word = Memory.getIntOpaque(address);
      if ((word & LOCKED) == 0 && Memory.compareAndSetByte(address, (byte) 0, (byte) LOCKED)) {
        break;
      }
      if (pause <= LAST_PAUSE) {
        SpinWait.pause(pause);
        pause *= 2;
      } else if ((word & WAITERS) != 0 || Memory.compareAndSetInt(address, word, word | WAITERS)) {
        if (ParkingLot.park(ts, address)) {
          break;
        }
        // It looks often, not once a millisecond, at a lock that is free for moments only.
        pause = FIRST_PAUSE;
      }
    }
    ts.parked.waitingSince = 0;
  }
}
