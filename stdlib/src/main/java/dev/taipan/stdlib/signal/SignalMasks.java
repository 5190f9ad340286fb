package dev.taipan.stdlib.signal;

import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads' signal masks. They are kept here and not in the kernel, because the JVM's own
 * threads would take what Python's threads block. A signal is blocked when every Python thread that
 * ever set a mask blocks it and the main thread does.
 */
final class SignalMasks {
  /** Mask by thread number; a thread writes its own entry. */
  private final ConcurrentHashMap<Integer, Long> masks = new ConcurrentHashMap<>();

  /** The thread that waits for a blocked signal, the last one if several do. */
  private volatile Thread waiter;

  /** Whether any mask was ever set decides the common case. */
  boolean isBlocked(int number) {
    if (masks.isEmpty()) {
      return false;
    }
    long bit = Signals.bit(number);
    return masks.values().stream().allMatch(mask -> (mask & bit) != 0);
  }

  long of(ThreadState ts) {
    return masks.getOrDefault(ts.number, 0L);
  }

  void set(ThreadState ts, long mask) {
    if (masks.put(ts.number, mask) == null) {
      ts.addAtEnd(() -> masks.remove(ts.number));
    }
  }

  void setWaiter(Thread thread) {
    waiter = thread;
  }

  /** A blocked signal has arrived. */
  void wake() {
    Thread thread = waiter;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }
}
