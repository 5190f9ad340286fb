package dev.taipan.stress.race;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A thread that parked for a lock is woken: both actors end, whoever comes first.
 *
 * <p>The lock is held for longer than a waiter spins. Planted: the unlocker overlooks the mark of a
 * waiter, who would wait for ever; a third thread finds that and helps, which is the forbidden
 * outcome.
 */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both were in")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class ObjectLockParkRace {
  private static final int HOLD = 2000;
  private static final int LOCKED_AND_WAITED_FOR = 0x101;
  private static final int RESCUED = 100;

  private static final long PATIENCE_NANOS = 1_000_000;

  /** For the helper: what each actor wants to lock, null if nothing. */
  private static final AtomicReferenceArray<ObjectLockParkRace> WANTED =
      new AtomicReferenceArray<>(2);

  static {
    if (Stage.PLANTED) {
      Thread helper = new Thread(ObjectLockParkRace::help, "helper");
      helper.setDaemon(true);
      helper.start();
    }
  }

  private final long cell;
  private final AtomicInteger left = new AtomicInteger();
  private volatile int rescued;
  private int count;

  public ObjectLockParkRace() {
    ThreadState ts = Stage.enter();
    try {
      cell = Stage.keep(ListLayout.create(ts, 0));
    } finally {
      Stage.leave(ts);
    }
  }

  @SuppressWarnings("ReferenceEquality") // whether it is still the newest
  private static void help() {
    while (true) {
      for (int actor = 0; actor < 2; actor++) {
        ObjectLockParkRace race = WANTED.get(actor);
        LockSupport.parkNanos(PATIENCE_NANOS);
        if (race != null && race == WANTED.get(actor) && race.left.get() == 1) {
          race.rescue();
        }
      }
    }
  }

  /** The other actor has left, and this one still waits: unlocks as should have been done. */
  private void rescue() {
    if (ObjectLock.isLocked(cell)) {
      return;
    }
    rescued = RESCUED;
    ThreadState ts = Stage.enter();
    try {
      Memory.putIntVolatile(cell + Cells.LOCK, LOCKED_AND_WAITED_FOR);
      ObjectLock.endWrite(ts, cell);
    } finally {
      Stage.leave(ts);
    }
  }

  private void hold(ThreadState ts, int actor) {
    WANTED.set(actor, this);
    ObjectLock.beginWrite(ts, cell);
    WANTED.set(actor, null);
    count++;
    for (int i = 0; i < HOLD; i++) {
      Thread.onSpinWait();
    }
    if (Stage.PLANTED) {
      Memory.putIntVolatile(cell + Cells.LOCK, 0);
      left.incrementAndGet();
    } else {
      ObjectLock.endWrite(ts, cell);
    }
  }

  @Actor
  public void first(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      hold(ts, 0);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      hold(ts, 1);
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = count + rescued;
    } finally {
      Stage.leave(ts);
    }
  }
}
