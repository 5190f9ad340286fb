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
 * <p>Protocol: {@code stopper} changes under {@code lock} only. A stop first writes it, then looks
 * at every other thread's state, sets the STOP bit of those that are ATTACHED and waits for them. A
 * thread that attaches first writes its state, then looks for a stopper. So one of the two sees the
 * other, and a detached thread costs a stop one load. A thread becomes WAITING under {@code lock}
 * and only while there is a stopper, so the end of the stop, which gives the waiting threads their
 * attachment under the same lock, misses none.
 *
 * <p>Wake-ups: the stopper waits for one thread after the other and names it in {@code awaited}
 * before it looks at its state for the last time; only that thread, having changed its state, wakes
 * the stopper.
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

  /** Who may write which cells without their locks. */
  final OwnerTokens tokens = new OwnerTokens(this);

  /** Every how many may-poll calls to collect, 0 for never. */
  volatile int stressInterval;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<ThreadState> threads = new ArrayList<>();

  /** Who gets an attachment at the end of the stop; under the lock. */
  private final List<ThreadState> waiting = new ArrayList<>();

  /** Whose STOP bit the stop has set; the stopper's. */
  private final List<ThreadState> requested = new ArrayList<>();

  private volatile ThreadState stopper;

  /** Whom the stopper waits for, null if for nobody; the stopper's. */
  private volatile ThreadState awaited;

  private volatile PollActions actions = PollActions.NONE;
  private volatile Consumer<ThreadState> onStall = World::tellStall;
  private int lastNumber;

  /** What new threads take over; under the lock. */
  private int eventsVersion;

  /** What the threads that have left had counted; under the lock. */
  private Iterations finished = Iterations.NONE;

  public World(Heap heap) {
    this.heap = heap;
    heap.setWorld(this);
  }

  /** Takes the world's lock; it is held for less time than parking would take. */
  void acquire() {
    for (int spins = 0; spins < SPINS; spins++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lock();
  }

  void release() {
    lock.unlock();
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
      threads.add(ts);
      tokens.grant(ts);
      ts.setEventsVersion(eventsVersion);
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
    ts.setRunState(RunState.GONE);
    threads.remove(ts);
    tokens.leave(ts);
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

  /** In a stop: how many threads it keeps from their work, the one that made it included. */
  public int threadsAtWork(int most) {
    acquire();
    try {
      long count = threads.stream().filter(ts -> ts.runState() != RunState.DETACHED).count();
      return Math.clamp(count, 1, most);
    } finally {
      lock.unlock();
    }
  }

  /** The threads of this moment as a dump shows them. */
  List<ThreadDump.Row> rows() {
    acquire();
    try {
      return threads.stream().map(ThreadDump.Row::of).toList();
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

  /** In a stop: code that reports other events than this is not up to date from now on. */
  public void setEventsVersion(int version) {
    acquire();
    try {
      eventsVersion = version;
      for (ThreadState ts : threads) {
        ts.setEventsVersion(version);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has the threads at work pass the epoch at their next poll; one that is detached passes it when
   * it attaches.
   */
  public void requestEpoch() {
    acquire();
    try {
      for (ThreadState ts : threads) {
        if (ts.runState() != RunState.DETACHED) {
          ts.setPollBits(PollBits.EPOCH);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sets bits in one thread's poll word, if it has not left. */
  public void setPollBits(ThreadState ts, long bits) {
    acquire();
    try {
      if (ts.runState() != RunState.GONE) {
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
    assert ts.runState() == RunState.DETACHED : "attached twice: " + ts;
    ts.setRunState(RunState.ATTACHED);
    // What this thread loads from now on is newer than what a releaser saw it detached from, and
    // so is the stopper.
    Memory.fullFence();
    if (stopper != null) {
      suspend(ts);
    }
    tokens.answer(ts);
    ts.local.seeEpoch();
  }

  void detach(ThreadState ts) {
    assert ts.mayStop() : "detaching under a lock";
    assert ts.isAttached() : "not attached: " + ts;
    ts.setRunState(RunState.DETACHED);
    wakeStopper(ts);
  }

  /** This thread has just stopped being attached. */
  private void wakeStopper(ThreadState ts) {
    if (awaited == ts) {
      ThreadState stopping = stopper;
      if (stopping != null) {
        LockSupport.unpark(stopping.carrier);
      }
    }
  }

  /** An attached thread waits for the end of the stop, if there is one by another thread. */
  void suspend(ThreadState ts) {
    acquire();
    try {
      if (stopper == null || stopper == ts) {
        return;
      }
      waiting.add(ts);
      ts.setRunState(RunState.WAITING);
    } finally {
      lock.unlock();
    }
    wakeStopper(ts);
    // Most stops are shorter than parking and waking would take.
    for (int spins = 0; ts.runState() == RunState.WAITING; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
    // As after attaching: what is loaded now is newer than the end of the wait.
    Memory.fullFence();
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
    assert ts.mayStop() : "stopping the world under a lock";
    long start = System.nanoTime();
    tokens.goAside(ts);
    begin(ts);
    try {
      try {
        awaitOthers(start);
      } finally {
        tokens.comeBack(ts);
      }
      timeToStop.record(System.nanoTime() - start);
      action.run();
    } finally {
      end();
      pauses.record(System.nanoTime() - start);
      if (!wasAttached) {
        detach(ts);
      }
    }
  }

  private void begin(ThreadState ts) {
    while (true) {
      acquire();
      try {
        if (stopper == null) {
          stopper = ts;
          requestStop(ts);
          return;
        }
      } finally {
        lock.unlock();
      }
      suspend(ts);
    }
  }

  /** Under the lock, with a stopper: whoever attaches from now on sees it. */
  private void requestStop(ThreadState ts) {
    for (ThreadState other : threads) {
      if (other != ts && other.isAttached()) {
        other.setPollBits(PollBits.STOP);
        requested.add(other);
      }
    }
  }

  private void awaitOthers(long start) {
    boolean reported = false;
    for (int i = requested.size() - 1; i >= 0; i--) {
      ThreadState other = requested.get(i);
      for (int spins = 0; other.isAttached(); spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
          continue;
        }
        awaited = other;
        if (other.isAttached()) {
          LockSupport.parkNanos(this, RECHECK_NANOS);
        }
        if (other.isAttached() && System.nanoTime() - start > STALL_NANOS) {
          requireAlive(other);
          if (!reported) {
            reported = true;
            onStall.accept(other);
          }
        }
      }
    }
    awaited = null;
  }

  /**
   * A Java thread that ended while it was attached will never stop or poll: the wait is given up as
   * a fault, or all others would wait for it for ever. The state is looked at last: a dead thread
   * does not change it, and another thread that takes it over sets the carrier first.
   */
  static void requireAlive(ThreadState other) {
    Thread carrier = other.carrier;
    if (!carrier.isAlive() && other.isAttached() && carrier.equals(other.carrier)) {
      throw new IllegalStateException(other + " ended while it was attached");
    }
  }

  private static void tellStall(ThreadState ts) {
    System.err.println(
        "taipan: "
            + ts
            + " does not stop: no poll for one second, in "
            + ThreadDump.place(ts.carrier));
  }

  private void end() {
    List<ThreadState> going;
    acquire();
    try {
      stopper = null;
      for (ThreadState other : requested) {
        other.clearPollBits(PollBits.STOP);
      }
      requested.clear();
      for (ThreadState other : waiting) {
        other.setRunState(RunState.ATTACHED);
      }
      going = List.copyOf(waiting);
      waiting.clear();
    } finally {
      lock.unlock();
    }
    for (ThreadState other : going) {
      LockSupport.unpark(other.carrier);
    }
  }

  /** In a stop: threads that have no owner token get one if they may. */
  public void renewTokens() {
    acquire();
    try {
      tokens.renew(threads);
    } finally {
      lock.unlock();
    }
  }

  /** The threads themselves; under the world's lock. */
  List<ThreadState> locked() {
    assert lock.isHeldByCurrentThread();
    return threads;
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

  /** Whether the call of this number shall collect. */
  public boolean isStressDue(long call) {
    return call % stressInterval == 0;
  }
}
