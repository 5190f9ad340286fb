package dev.taipan.stress.race;

import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * An object lock excludes.
 *
 * <p>Planted: no lock.
 */
@JCStressTest
@Outcome(id = "40", expect = Expect.ACCEPTABLE, desc = "all counted")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class ObjectLockRace {
  private static final int ROUNDS = 20;

  private final long cell;

  /** Opaque, so that the rounds stay apart where there is no lock. */
  private final AtomicInteger count = new AtomicInteger();

  public ObjectLockRace() {
    ThreadState ts = Stage.enter();
    try {
      cell = Stage.keep(ListLayout.create(ts, 0));
    } finally {
      Stage.leave(ts);
    }
  }

  private void count(ThreadState ts) {
    for (int i = 0; i < ROUNDS; i++) {
      if (!Stage.PLANTED) {
        ObjectLock.beginWrite(ts, cell);
      }
      count.setOpaque(count.getOpaque() + 1);
      if (!Stage.PLANTED) {
        ObjectLock.endWrite(ts, cell);
      }
    }
  }

  @Actor
  public void first(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      count(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      count(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = count.get();
    } finally {
      Stage.leave(ts);
    }
  }
}
