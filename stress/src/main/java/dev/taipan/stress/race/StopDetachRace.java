package dev.taipan.stress.race;

import dev.taipan.vm.thread.ThreadState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A request to stop meets a thread that polls, detaches for a blocking call and attaches again: it
 * never counts as stopped while it works, and it always goes on.
 *
 * <p>Planted: the action runs without stopping.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "nobody was at work")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class StopDetachRace {
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
    ThreadState ts = Stage.enter();
    for (int i = 0; i < 3; i++) {
      begun++;
      Thread.onSpinWait();
      ended++;
      ts.pollQuietly();
      begun++;
      ended++;
      ts.detach();
      ts.attach();
    }
    Stage.leave(ts);
  }
}
