package dev.taipan.vm.gc;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.heap.HeapMarks;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The marking threads. The collecting thread is the first of them; helpers are started with the
 * first parallel marking and park between markings. A marking is over when every marker is idle:
 * one counts as idle only with an empty deque, only its owner fills a deque, and a thief stops
 * being idle before it takes anything.
 */
final class MarkTeam {
  private static final int MOST_MARKERS = 4;
  private static final int SPINS = 100;
  private static final long NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

  final HeapMarks marks;

  private final Marker[] markers;
  private final Thread[] helpers;
  private final ThreadFactory threads;

  /** Markers that take part: the collecting thread and the helpers that run; the former's. */
  private int active = 1;

  private final AtomicInteger idle = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();

  /** Number of the current marking; helpers join when it changes. */
  private final AtomicInteger round = new AtomicInteger();

  private volatile boolean closed;
  private volatile Throwable fault;
  private boolean parallel;

  MarkTeam(Heap heap) {
    this(heap, Thread::new);
  }

  MarkTeam(Heap heap, ThreadFactory threads) {
    this.threads = threads;
    marks = heap.marks();
    int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MOST_MARKERS);
    markers = new Marker[count];
    for (int i = 0; i < count; i++) {
      markers[i] = new Marker(heap, marks);
    }
    helpers = new Thread[count];
  }

  /** The collecting thread's marker, which is shown the roots. */
  Marker first() {
    return markers[0];
  }

  void begin(boolean parallel) {
    this.parallel = parallel;
    for (Marker marker : markers) {
      marker.begin(parallel);
    }
  }

  /** Scans until nothing is left. */
  void drain() {
    if (!parallel) {
      markers[0].drain();
      return;
    }
    startHelpers();
    idle.set(0);
    running.set(active - 1);
    round.incrementAndGet();
    for (int i = 1; i < active; i++) {
      LockSupport.unpark(helpers[i]);
    }
    workGuarded(0);
    while (running.get() != 0) {
      LockSupport.parkNanos(this, NAP_NANOS);
    }
    if (fault != null) {
      throw new IllegalStateException("marking failed", fault);
    }
  }

  void clearWeakrefs() {
    for (Marker marker : markers) {
      marker.clearWeakrefs();
    }
  }

  void close() {
    closed = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }

  /** Starts those that do not run yet; when the system refuses a thread, fewer mark. */
  private void startHelpers() {
    while (active < markers.length) {
      int number = active;
      int seen = round.get();
      Thread helper = threads.newThread(() -> help(number, seen));
      helper.setName("taipan-marker-" + number);
      helper.setDaemon(true);
      try {
        helper.start();
      } catch (OutOfMemoryError refused) {
        return;
      }
      helpers[number] = helper;
      active++;
    }
  }

  private void help(int number, int startRound) {
    int seen = startRound;
    while (!closed) {
      int current = round.get();
      if (current == seen) {
        LockSupport.park(this);
        continue;
      }
      seen = current;
      workGuarded(number);
      running.decrementAndGet();
    }
  }

  /** A fault ends the marking for all; the collecting thread reports it. */
  private void workGuarded(int number) {
    try {
      work(number);
    } catch (RuntimeException | Error e) {
      fault = e;
    }
  }

  private void work(int number) {
    Marker marker = markers[number];
    while (true) {
      marker.drain();
      idle.incrementAndGet();
      if (!findWork(number)) {
        return;
      }
    }
  }

  /** Waits for something to steal; false when all are idle. */
  private boolean findWork(int number) {
    int spins = 0;
    while (idle.get() < active && fault == null) {
      for (int i = 1; i < active; i++) {
        MarkDeque victim = markers[(number + i) % active].deque;
        if (!victim.looksEmpty()) {
          idle.decrementAndGet();
          long cell = victim.steal();
          if (cell != 0) {
            markers[number].scan(cell);
            return true;
          }
          idle.incrementAndGet();
        }
      }
      if (++spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(this, NAP_NANOS);
      }
    }
    return false;
  }
}
