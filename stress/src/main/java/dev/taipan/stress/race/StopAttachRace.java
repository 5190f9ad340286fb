package dev.taipan.stress.race;

import dev.taipan.vm.thread.ThreadState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * While the world is stopped no thread runs: one that attaches waits for the end, and is given its
 * attachment then.
 *
 * <p>Planted: the action runs without stopping.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "nobody was at work")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class StopAttachRace {
  /** Plain: only attached threads write it, and a stop sees none of them half way. */
  private int begun;

  private int ended;

  @Actor
  public void stop(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        r.r1 = begun == ended ? 0 : 1;
      } else {
        ts.world.stop(ts, () -> r.r1 = begun == ended ? 0 : 1);
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void work() {
    for (int i = 0; i < 3; i++) {
      ThreadState ts = Stage.enter();
      begun++;
      Thread.onSpinWait();
      ended++;
      Stage.leave(ts);
    }
  }
}
