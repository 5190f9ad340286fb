package dev.taipan.vm.thread;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The threads of one runtime, and stopping them all.
 *
 * <p>Protocol: {@code stopper} changes under {@code lock} only. A stop sets every other thread's
 * STOP bit, turns DETACHED threads into SUSPENDED ones by CAS, and waits until no other thread is
 * ATTACHED. A thread becomes WAITING under {@code lock} and only while there is a stopper, so the
 * end of the stop, which gives waiting threads their attachment under the same lock, misses none.
 */
public final class World {
  private static final int SPINS = 200;
  private static final long RECHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(1);

  public final Heap heap;

  /** How long threads took to stop. */
  public final PauseHistogram timeToStop = new PauseHistogram();

  /** From the request of a stop to its end. */
  public final PauseHistogram pauses = new PauseHistogram();

  /** Java stack that a program wants for new threads at least; 0 for no wish. */
  public final AtomicLong stackBytes = new AtomicLong();

  /** Every how many may-poll calls to collect, 0 for never. */
  volatile int stressInterval;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<ThreadState> threads = new ArrayList<>();
  private volatile ThreadState stopper;
  private volatile PollActions actions = PollActions.NONE;
  private volatile Consumer<ThreadState> onStall =
      ts -> System.err.println("taipan: " + ts + " does not stop: no poll for one second");
  private int lastNumber;

  /** What the threads that have left had counted; under the lock. */
  private Iterations finished = Iterations.NONE;

  public World(Heap heap) {
    this.heap = heap;
    heap.setWorld(this);
  }

  /** Takes the lock; it is held for less time than parking would take. */
  private void acquire() {
    for (int spins = 0; spins < SPINS; spins++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lock();
  }

  // ---- threads

  /** A new thread state, DETACHED. */
  public ThreadState newThread(String name) {
    return newThread(name, ThreadState.STACK_BYTES);
  }

  /**
   * A new thread state with a value stack of its own size.
   *
   * @throws OutOfMemoryError when the system refuses its memory
   */
  public ThreadState newThread(String name, long stackBytes) {
    acquire();
    try {
      ThreadState ts = new ThreadState(this, ++lastNumber, name, stackBytes);
      if (stopper != null) {
        ts.state.set(RunState.SUSPENDED);
      }
      threads.add(ts);
      return ts;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives back a thread state that never attached. The caller is attached, so no stop can be in its
   * action: waiting for the end of one here would keep it from beginning.
   */
  public void discard(ThreadState caller, ThreadState unused) {
    assert caller.isAttached() : "not attached: " + caller;
    acquire();
    try {
      leave(unused);
    } finally {
      lock.unlock();
    }
    unused.free();
  }

  /** Ends a thread state; only its own Java thread calls this. */
  public void exit(ThreadState ts) {
    if (ts.isAttached()) {
      detach(ts);
    }
    while (!tryExit(ts)) {
      attach(ts);
      detach(ts);
    }
    ts.unbind();
    ts.free();
  }

  private boolean tryExit(ThreadState ts) {
    acquire();
    try {
      if (stopper != null) {
        return false;
      }
      leave(ts);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Under the lock. */
  private void leave(ThreadState ts) {
    ts.state.set(RunState.GONE);
    threads.remove(ts);
    finished = finished.plus(Iterations.of(ts));
    ts.local.close();
  }

  /** The loop iterations of all threads so far, those that have left included. */
  public Iterations iterations() {
    acquire();
    try {
      Iterations sum = finished;
      for (ThreadState ts : threads) {
        sum = sum.plus(Iterations.of(ts));
      }
      return sum;
    } finally {
      lock.unlock();
    }
  }

  /** The threads of this moment. */
  public List<ThreadState> threads() {
    acquire();
    try {
      return List.copyOf(threads);
    } finally {
      lock.unlock();
    }
  }

  /** Sets bits in every thread's poll word. */
  public void setPollBits(long bits) {
    acquire();
    try {
      for (ThreadState ts : threads) {
        ts.setPollBits(bits);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sets bits in one thread's poll word, if it has not left. */
  public void setPollBits(ThreadState ts, long bits) {
    acquire();
    try {
      if (ts.state.get() != RunState.GONE) {
        ts.setPollBits(bits);
      }
    } finally {
      lock.unlock();
    }
  }

  // ---- attaching

  void attach(ThreadState ts) {
    if (!Thread.currentThread().equals(ts.carrier)) {
      ts.bind();
    }
    while (!ts.state.compareAndSet(RunState.DETACHED, RunState.ATTACHED)) {
      assert !ts.isAttached() : "attached twice: " + ts;
      waitIfStopped(ts, RunState.SUSPENDED);
      if (ts.isAttached()) {
        break;
      }
    }
    // What this thread loads from now on is newer than what a releaser saw it detached from.
    Memory.fullFence();
    ts.local.seeEpoch();
  }

  void detach(ThreadState ts) {
    assert ts.locksHeld == 0 : "detaching under a lock";
    assert ts.isAttached() : "not attached: " + ts;
    ts.state.set(RunState.DETACHED);
    ThreadState waiting = stopper;
    if (waiting != null) {
      LockSupport.unpark(waiting.carrier);
    }
  }

  /** At a poll with the STOP bit set. */
  void suspend(ThreadState ts) {
    waitIfStopped(ts, RunState.ATTACHED);
  }

  /** Waits for the end of a stop, if there is one and the state is still as expected. */
  private void waitIfStopped(ThreadState ts, RunState expected) {
    ThreadState waiting;
    acquire();
    try {
      waiting = stopper;
      if (waiting == null || waiting == ts) {
        return;
      }
      if (!ts.state.compareAndSet(expected, RunState.WAITING)) {
        return;
      }
    } finally {
      lock.unlock();
    }
    LockSupport.unpark(waiting.carrier);
    // Most stops are shorter than parking and waking would take.
    for (int spins = 0; ts.state.get() == RunState.WAITING; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
  }

  // ---- stopping

  /** Whether this thread has stopped the world. */
  public boolean isStoppedBy(ThreadState ts) {
    return stopper == ts;
  }

  public boolean isStopped() {
    return stopper != null;
  }

  /**
   * Runs an action while no other thread is attached. May poll first (another stop may come in
   * between). A stop within a stop runs its action at once.
   */
  public void stop(ThreadState ts, Runnable action) {
    if (stopper == ts) {
      action.run();
      return;
    }
    boolean wasAttached = ts.isAttached();
    if (!wasAttached) {
      attach(ts);
    }
    assert ts.locksHeld == 0 : "stopping the world under a lock";
    long start = System.nanoTime();
    List<ThreadState> others = begin(ts);
    try {
      awaitOthers(others, start);
      timeToStop.record(System.nanoTime() - start);
      action.run();
    } finally {
      end(ts);
      pauses.record(System.nanoTime() - start);
      if (!wasAttached) {
        detach(ts);
      }
    }
  }

  private List<ThreadState> begin(ThreadState ts) {
    while (true) {
      acquire();
      try {
        if (stopper == null) {
          stopper = ts;
          List<ThreadState> others = new ArrayList<>(threads);
          others.remove(ts);
          for (ThreadState other : others) {
            other.setPollBits(PollBits.STOP);
          }
          return others;
        }
      } finally {
        lock.unlock();
      }
      suspend(ts);
    }
  }

  private void awaitOthers(List<ThreadState> others, long start) {
    int spins = 0;
    boolean reported = false;
    ThreadState running;
    while ((running = firstRunning(others)) != null) {
      if (++spins < SPINS) {
        Thread.onSpinWait();
        continue;
      }
      LockSupport.parkNanos(this, RECHECK_NANOS);
      if (!reported && System.nanoTime() - start > STALL_NANOS) {
        reported = true;
        onStall.accept(running);
      }
    }
  }

  /** Suspends what is detached; null when no other thread is attached. */
  private static ThreadState firstRunning(List<ThreadState> others) {
    for (int i = others.size() - 1; i >= 0; i--) {
      if (isStopped(others.get(i))) {
        others.remove(i);
      }
    }
    return others.isEmpty() ? null : others.getFirst();
  }

  private static boolean isStopped(ThreadState other) {
    return switch (other.state.get()) {
      case ATTACHED -> false;
      case DETACHED -> other.state.compareAndSet(RunState.DETACHED, RunState.SUSPENDED);
      case SUSPENDED, WAITING, GONE -> true;
    };
  }

  private void end(ThreadState ts) {
    acquire();
    try {
      stopper = null;
      for (ThreadState other : threads) {
        if (other == ts) {
          continue;
        }
        other.clearPollBits(PollBits.STOP);
        if (other.state.compareAndSet(RunState.WAITING, RunState.ATTACHED)) {
          LockSupport.unpark(other.carrier);
        } else {
          other.state.compareAndSet(RunState.SUSPENDED, RunState.DETACHED);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Shows all threads' roots; in a stop. */
  public void trace(Visitor visitor) {
    for (ThreadState ts : threads()) {
      ts.trace(visitor);
    }
  }

  /** The oldest epoch that an attached thread has seen last; its own caller counts as current. */
  public long oldestEpoch() {
    Memory.fullFence();
    long oldest = Long.MAX_VALUE;
    acquire();
    try {
      for (ThreadState ts : threads) {
        if (ts.isAttached()) {
          long seen = Memory.getLongAcquire(ts.block + ThreadLayout.EPOCH);
          oldest = Math.min(oldest, seen);
        }
      }
    } finally {
      lock.unlock();
    }
    return oldest;
  }

  // ---- settings

  public PollActions actions() {
    return actions;
  }

  public void setActions(PollActions actions) {
    this.actions = actions;
  }

  /** Who hears of a thread that does not stop within a second. */
  public void setOnStall(Consumer<ThreadState> listener) {
    onStall = listener;
  }

  /** Collects at every {@code interval}-th may-poll call and poisons what is freed; 0 = off. */
  public void setStress(int interval) {
    stressInterval = interval;
    heap.setPoison(interval != 0);
  }

  /** Whether collections come from {@link #setStress}. */
  public boolean isStressed() {
    return stressInterval != 0;
  }
}
