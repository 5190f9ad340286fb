package dev.taipan.vm.thread;

import dev.taipan.vm.memory.Memory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where threads wait for an object lock: queues by address. A waiter that was passed over for more
 * than a millisecond gets the lock handed over, so that no thread starves.
 */
final class ParkingLot {
  private static final int BUCKETS = 256;
  private static final long HANDOVER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final ParkingLot[] LOTS = new ParkingLot[BUCKETS];

  static {
    for (int i = 0; i < BUCKETS; i++) {
      LOTS[i] = new ParkingLot();
    }
  }

  /** One for each thread; in a queue from parking to waking. */
  static final class Waiter {
    private static final int PARKED = 0;
    private static final int WOKEN = 1;
    private static final int OWNER = 2;

    /** When the thread began to wait for the lock it wants, 0 if it does not wait. */
    long waitingSince;

    private long address;
    private Thread thread;
    private Waiter next;

    /** PARKED until the unlocker, holding the queue's lock, decides. */
    private volatile int outcome;
  }

  /** Guards the queue and every change of the WAITERS bit from set to clear. */
  private final ReentrantLock lock = new ReentrantLock();

  private Waiter first;
  private Waiter last;

  private ParkingLot() {}

  private static ParkingLot of(long address) {
    return LOTS[(int) ((address * 0x9E37_79B9_7F4A_7C15L) >>> 56)];
  }

  /** Waits until woken; true if the lock was handed over. */
  static boolean park(ThreadState ts, long address) {
    Waiter waiter = ts.parked;
    if (waiter.waitingSince == 0) {
      waiter.waitingSince = System.nanoTime();
    }
    ParkingLot lot = of(address);
    lot.lock.lock();
    try {
      int wanted = ObjectLock.LOCKED | ObjectLock.WAITERS;
      if ((Memory.getIntVolatile(address) & wanted) != wanted) {
        return false;
      }
      waiter.address = address;
      waiter.thread = Thread.currentThread();
      waiter.outcome = Waiter.PARKED;
      lot.append(waiter);
    } finally {
      lot.lock.unlock();
    }
    while (waiter.outcome == Waiter.PARKED) {
      LockSupport.parkNanos(lot, HANDOVER_NANOS);
      if (lot.leaveIfFree(waiter)) {
        return false;
      }
    }
    return waiter.outcome == Waiter.OWNER;
  }

  /**
   * Machine code unlocks without waking anyone: a waiter that finds the lock free after a while
   * leaves the queue by itself.
   */
  private boolean leaveIfFree(Waiter waiter) {
    if (waiter.outcome != Waiter.PARKED
        || (Memory.getIntVolatile(waiter.address) & ObjectLock.LOCKED) != 0) {
      return false;
    }
    lock.lock();
    try {
      if (waiter.outcome != Waiter.PARKED) {
        return false;
      }
      drop(waiter);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void drop(Waiter gone) {
    Waiter before = null;
    for (Waiter waiter = first; waiter != gone; waiter = waiter.next) {
      before = waiter;
    }
    if (before == null) {
      first = gone.next;
    } else {
      before.next = gone.next;
    }
    if (last == gone) {
      last = before;
    }
  }

  /** Unlocks a word whose WAITERS bit may be set; wakes one waiter. */
  static void unlock(long address) {
    ParkingLot lot = of(address);
    Thread woken = null;
    lot.lock.lock();
    try {
      Waiter waiter = lot.remove(address);
      int waiters = lot.has(address) ? ObjectLock.WAITERS : 0;
      boolean handOver = waiter != null && System.nanoTime() - waiter.waitingSince > HANDOVER_NANOS;
      int state = waiters | (handOver ? ObjectLock.LOCKED : 0);
      int word;
      do {
        word = Memory.getIntOpaque(address);
      } while (!Memory.compareAndSetInt(
          address, word, (word & ~(ObjectLock.LOCKED | ObjectLock.WAITERS)) | state));
      if (waiter != null) {
        woken = waiter.thread;
        waiter.outcome = handOver ? Waiter.OWNER : Waiter.WOKEN;
      }
    } finally {
      lot.lock.unlock();
    }
    LockSupport.unpark(woken);
  }

  private void append(Waiter waiter) {
    waiter.next = null;
    if (last == null) {
      first = waiter;
    } else {
      last.next = waiter;
    }
    last = waiter;
  }

  private boolean has(long address) {
    for (Waiter waiter = first; waiter != null; waiter = waiter.next) {
      if (waiter.address == address) {
        return true;
      }
    }
    return false;
  }

  /** Takes the first waiter for an address out of the queue, null if there is none. */
  private Waiter remove(long address) {
    Waiter before = null;
    for (Waiter waiter = first; waiter != null; waiter = waiter.next) {
      if (waiter.address == address) {
        if (before == null) {
          first = waiter.next;
        } else {
          before.next = waiter.next;
        }
        if (last == waiter) {
          last = before;
        }
        return waiter;
      }
      before = waiter;
    }
    return null;
  }
}
