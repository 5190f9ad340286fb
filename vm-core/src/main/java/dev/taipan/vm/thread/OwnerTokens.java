package dev.taipan.vm.thread;

import dev.taipan.vm.memory.Memory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Who may write which cells without their locks. A cell carries the token of the thread that made
 * it; that thread alone writes it, unlocked, until another one takes it away. The one that takes it
 * waits for the owner's next poll, since between {@link ObjectLock#beginWrite} and {@code endWrite}
 * there is none: an owner that polls, or that is not attached or {@link Holder#aside}, is in no
 * write. A cell that was taken away is nobody's for good, and locked by whoever writes it.
 *
 * <p>Protocol: who takes away writes {@link Holder#wanted} and sets the owner's TOKEN bit, both
 * under the world's lock, then loads the owner's run state and {@code aside}. An owner that comes
 * back from outside writes its state, passes a fence, then loads the TOKEN bit, and answers under
 * the world's lock before it writes any cell. So one of the two sees the other. Tokens are handed
 * out, given up and freed under the world's lock.
 */
final class OwnerTokens {
  /** No cell carries it. */
  static final int NONE = -1;

  /** Tokens from 1 to one less than this, so that the table stays small. */
  private static final int COUNT = 1 << 14;

  /** Cells that carry the token are nobody's. */
  private static final int FREE = 0;

  private static final int HELD = 1;

  private static final int SPINS = 1000;
  private static final long PARK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  /** After so many parks, some tenths of a second, one looks whether the owner lives. */
  private static final int LOOK_PARKS = 4096;

  /** So many cells taken from one thread within so long, and its token goes as a whole. */
  private static final int MANY = 32;

  private static final long MANY_NANOS = TimeUnit.MILLISECONDS.toNanos(MANY);

  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

  /** The longest pause without a token; one that lasts longer makes up for all pauses. */
  private static final long LAST_PAUSE = TimeUnit.SECONDS.toNanos(1);

  /** One for each thread; under the world's lock, but for the volatile fields. */
  static final class Holder {
    /** Whether the thread, though attached, is in no write until it has answered; its own. */
    private volatile boolean aside;

    /**
     * The cell that the thread is taking away from another, else 0. Written by the thread itself;
     * cleared, under the world's lock, by whoever gives the cell up.
     */
    private volatile long wanted;

    /** Whether the thread sleeps until the cell is given up; its own. */
    private volatile boolean sleeping;

    private int taken;
    private long countedSince;
    private long heldSince;
    private long pause;
    private long due;
  }

  private final World world;

  /** FREE or HELD for each token; written under the world's lock. */
  private final AtomicIntegerArray states = new AtomicIntegerArray(COUNT);

  /** The first token that was never handed out; under the world's lock. */
  private int next = 1;

  OwnerTokens(World world) {
    this.world = world;
  }

  // ---- taking away

  /** Whether cells that carry this token are somebody's. */
  boolean isHeld(int token) {
    return states.get(token) == HELD;
  }

  /**
   * Returns when a cell is nobody's that carried another's token. The caller is in no write, and
   * gives its own cells up meanwhile.
   */
  void takeAway(ThreadState ts, long cell, int token) {
    assert token != 0 && token != ts.token() : "token " + token;
    assert ts.mayStop() : "taking a cell away under a lock";
    ThreadState owner = ask(ts, cell, token);
    if (owner == null) {
      return;
    }
    goAside(ts);
    try {
      for (int spins = 0; ObjectLock.token(cell) == token && isHeld(token); spins++) {
        if (isOutside(owner)) {
          giveUpFor(owner);
        } else {
          pause(ts, owner, cell, token, spins);
        }
      }
    } finally {
      ts.holder.wanted = 0;
      comeBack(ts);
    }
  }

  /** Who gives the cell up wakes a sleeping one; a wake-up that is missed costs one sleep. */
  private void pause(ThreadState ts, ThreadState owner, long cell, int token, int spins) {
    if (spins < SPINS) {
      Thread.onSpinWait();
      return;
    }
    ts.holder.sleeping = true;
    if (ObjectLock.token(cell) == token) {
      LockSupport.parkNanos(this, PARK_NANOS);
    }
    ts.holder.sleeping = false;
    if (spins % LOOK_PARKS == 0) {
      World.requireAlive(owner);
    }
  }

  /** Asks the thread with this token for a cell; null if there is none. */
  private ThreadState ask(ThreadState ts, long cell, int token) {
    world.acquire();
    try {
      for (ThreadState other : world.locked()) {
        if (other.token() == token) {
          ts.holder.wanted = cell;
          other.setPollBits(PollBits.TOKEN);
          return other;
        }
      }
      assert !isHeld(token) : "token " + token + " has no thread";
      return null;
    } finally {
      world.release();
    }
  }

  private static boolean isOutside(ThreadState owner) {
    return owner.holder.aside || !owner.isAttached();
  }

  /**
   * Gives up what others want of an owner that is outside. Looks again under the lock: the owner
   * may have answered, gone outside and come back, and be in a write by now. Under the lock its
   * TOKEN bit is set if anybody wants a cell of it, and if it is outside then, it comes past the
   * lock before it writes.
   */
  void giveUpFor(ThreadState owner) {
    world.acquire();
    try {
      if (owner.runState() != RunState.GONE && isOutside(owner)) {
        giveUp(owner);
      }
    } finally {
      world.release();
    }
  }

  // ---- giving up

  /** The thread is in no write until it comes back. */
  void goAside(ThreadState ts) {
    ts.holder.aside = true;
  }

  void comeBack(ThreadState ts) {
    ts.holder.aside = false;
    Memory.fullFence();
    answer(ts);
  }

  /** At a poll, and wherever a thread comes back from outside: gives up what others want. */
  void answer(ThreadState ts) {
    if ((ts.pollWord() & PollBits.TOKEN) == 0) {
      return;
    }
    world.acquire();
    try {
      ts.clearPollBits(PollBits.TOKEN);
      giveUp(ts);
    } finally {
      world.release();
    }
  }

  /** Under the world's lock; the owner is in no write. */
  private void giveUp(ThreadState owner) {
    int token = owner.token();
    if (token == NONE) {
      return;
    }
    Holder holder = owner.holder;
    for (ThreadState other : world.locked()) {
      long cell = other.holder.wanted;
      if (cell != 0 && ObjectLock.token(cell) == token) {
        other.holder.wanted = 0;
        ObjectLock.clearToken(cell);
        holder.taken++;
        if (other.holder.sleeping) {
          LockSupport.unpark(other.carrier);
        }
      }
    }
    if (holder.taken <= MANY) {
      return;
    }
    long now = System.nanoTime();
    holder.taken = 0;
    boolean tooFast = now - holder.countedSince < MANY_NANOS;
    holder.countedSince = now;
    if (tooFast) {
      states.set(token, FREE);
      owner.setToken(NONE);
      rest(holder, now);
      if (now >= holder.due) {
        grant(owner);
      }
    }
  }

  private static void rest(Holder holder, long now) {
    if (now - holder.heldSince > LAST_PAUSE) {
      holder.pause = 0;
    }
    holder.due = now + holder.pause;
    holder.pause = Math.min(LAST_PAUSE, Math.max(FIRST_PAUSE, holder.pause * 2));
  }

  // ---- handing out

  /** Under the world's lock: a token that no cell carries, if one is left. */
  void grant(ThreadState ts) {
    if (next < COUNT) {
      hold(ts, next++);
    }
  }

  private void hold(ThreadState ts, int token) {
    states.set(token, HELD);
    long now = System.nanoTime();
    ts.holder.heldSince = now;
    ts.holder.countedSince = now;
    ts.setToken(token);
  }

  /**
   * In a stop and under the world's lock: tokens for those whose pause is over. Cells may carry a
   * token that is handed out again; here nobody is between finding that they are nobody's and
   * locking one.
   */
  void renew(List<ThreadState> threads) {
    long now = System.nanoTime();
    for (ThreadState ts : threads) {
      if (ts.token() != NONE || now < ts.holder.due) {
        continue;
      }
      int token = next < COUNT ? next++ : states.length() - 1;
      while (token > 0 && states.get(token) == HELD) {
        token--;
      }
      if (token > 0) {
        hold(ts, token);
      }
    }
  }

  /** Under the world's lock: the thread is gone, its cells are nobody's. */
  void leave(ThreadState ts) {
    if (ts.token() != NONE) {
      states.set(ts.token(), FREE);
      ts.setToken(NONE);
    }
  }
}
