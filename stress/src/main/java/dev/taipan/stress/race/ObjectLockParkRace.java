package dev.taipan.stress.race;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
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
 * waiter. That shows as a test that does not end, which the harness reports as an error.
 */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both were in")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class ObjectLockParkRace {
  private static final int HOLD = 2000;
  private final long cell;
  private int count;

  public ObjectLockParkRace() {
    ThreadState ts = Stage.enter();
    try {
      cell = Stage.keep(ListLayout.create(ts, 0));
    } finally {
      Stage.leave(ts);
    }
  }

  private void hold(ThreadState ts) {
    ObjectLock.beginWrite(ts, cell);
    count++;
    for (int i = 0; i < HOLD; i++) {
      Thread.onSpinWait();
    }
    if (Stage.PLANTED) {
      Memory.putIntVolatile(cell + Cells.LOCK, 0);
    } else {
      ObjectLock.endWrite(ts, cell);
    }
  }

  @Actor
  public void first(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      hold(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      hold(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = count;
    } finally {
      Stage.leave(ts);
    }
  }
}
