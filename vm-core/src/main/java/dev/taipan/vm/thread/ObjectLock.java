package dev.taipan.vm.thread;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.memory.Memory;

/**
 * The lock of a cell, in the upper half of its header. A leaf lock: inside there is no poll, no
 * Python code, no detaching and no second lock except the other one of a pair. So it is held for a
 * few instructions only, waiters stay attached, and no deadlock can come from it.
 *
 * <pre>
 *   byte 0  1 if locked     byte 1  1 if a thread is parked     bits 16..31  owner token
 * </pre>
 *
 * <p>Two bytes, so that unlocking is a plain release store and no second atomic operation. A thread
 * that marks itself as parked between the unlocker's look and its store is not woken: a parked one
 * looks again by itself after a millisecond.
 *
 * <p>A cell that carries its writer's token ({@link OwnerTokens}) is not locked at all: nobody else
 * writes it until its owner has polled. Unlocking stores the zero that is there already. Once the
 * token is 0, or one that no thread has, the cell is locked by whoever writes it, for good.
 */
public final class ObjectLock {
  static final int LOCKED = 1;
  static final int WAITERS = 1 << 8;

  private static final int WAITERS_BYTE = 1;
  private static final int TOKEN_MASK = 0xFFFF;
  private static final int TOKEN_BITS = TOKEN_MASK << 16;

  /** Pauses between looks at a held lock: doubled from the first to the last, then one parks. */
  private static final int FIRST_PAUSE = 32;

  private static final int LAST_PAUSE = 256;

  private ObjectLock() {}

  /**
   * Whether the thread may write the cell as it is, without {@link #beginWrite}: nobody else writes
   * it until this thread's next poll. For writes that are over in a few instructions, up to {@link
   * #endOwn}; only assert mode does anything here, so that a poll in between is noticed.
   */
  public static boolean beginOwn(ThreadState ts, long cell) {
    assert ts.locksHeld == 0 : "a write inside a write";
    boolean own = token(cell) == ts.token();
    assert !own || (mark(cell) && ++ts.locksHeld > 0);
    return own;
  }

  /** Whether nobody but this thread has written the cell and will until its next poll. */
  public static boolean isOwn(ThreadState ts, long cell) {
    return token(cell) == ts.token();
  }

  /** Ends a write that a true answer of {@link #beginOwn} began. */
  public static void endOwn(ThreadState ts, long cell) {
    assert --ts.locksHeld >= 0 && unmark(cell);
  }

  /**
   * All writes to a container are between this and {@link #endWrite}, but for those that {@link
   * #beginOwn} allows.
   */
  public static void beginWrite(ThreadState ts, long cell) {
    assert ts.locksHeld == 0 : "a write under a lock: its owner might wait for that lock";
    begin(ts, cell);
  }

  private static void begin(ThreadState ts, long cell) {
    int token = token(cell);
    if (token == ts.token()) {
      assert mark(cell);
    } else if (token != 0
        || !Memory.compareAndSetByte(cell + Cells.LOCK, (byte) 0, (byte) LOCKED)) {
      lockSlowly(ts, cell, token);
    }
    assert ++ts.locksHeld > 0;
  }

  /** In assert mode an owner's write can be seen in the lock byte. */
  private static boolean mark(long cell) {
    assert !isLocked(cell) : "an own cell is locked";
    Memory.putByteOpaque(cell + Cells.LOCK, (byte) LOCKED);
    return true;
  }

  private static boolean unmark(long cell) {
    assert isLocked(cell) : "not marked";
    Memory.putByteRelease(cell + Cells.LOCK, (byte) 0);
    return true;
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

  /**
   * Locks two cells, which may be the same, in the order of their addresses. Both are taken away
   * from their owners before one is locked: an owner may be waiting for the other one.
   */
  public static void beginWrite(ThreadState ts, long first, long second) {
    assert ts.locksHeld == 0 : "a write under a lock: its owner might wait for that lock";
    takeAway(ts, first);
    takeAway(ts, second);
    begin(ts, Math.min(first, second));
    if (first != second) {
      begin(ts, Math.max(first, second));
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

  // ---- owner tokens

  /** The token that a cell carries, 0 for none. */
  static int token(long cell) {
    return Memory.getShortAcquire(cell + Cells.TOKEN) & TOKEN_MASK;
  }

  /** By the owner in no write, or on its behalf: what it has written comes before. */
  static void clearToken(long cell) {
    Memory.putShortRelease(cell + Cells.TOKEN, (short) 0);
  }

  /**
   * The thread's own new cell is nobody's from now on. For what is written under a Java lock, where
   * taking it away from an owner that waits for the lock would never end.
   */
  public static void giveUp(ThreadState ts, long cell) {
    takeAway(ts, cell);
    clearToken(cell);
  }

  /** Afterwards the cell is this thread's or nobody's. */
  private static void takeAway(ThreadState ts, long cell) {
    int token = token(cell);
    if (token != 0 && token != ts.token() && ts.world.tokens.isHeld(token)) {
      ts.world.tokens.takeAway(ts, cell, token);
    }
  }

  /**
   * Takes the cell away from its owner first; a token that is nobody's goes with the locking. Looks
   * seldom, and less and less often: each look takes the cache line away from the holder, who would
   * write the object many times meanwhile.
   */
  private static void lockSlowly(ThreadState ts, long cell, int token) {
    if (token != 0) {
      takeAway(ts, cell);
    }
    long address = cell + Cells.LOCK;
    int pause = FIRST_PAUSE;
    while (true) {
      int word = Memory.getIntOpaque(address);
      if ((word & LOCKED) == 0
          && Memory.compareAndSetInt(address, word, word & ~TOKEN_BITS | LOCKED)) {
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
