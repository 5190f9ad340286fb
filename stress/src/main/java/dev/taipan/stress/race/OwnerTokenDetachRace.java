package dev.taipan.stress.race;

import dev.taipan.vm.thread.ThreadState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * An owner that goes and comes back between writes: a cell that was taken away meanwhile is not its
 * own any more.
 *
 * <p>Planted: see {@link OwnedCell}.
 */
@JCStressTest
@Outcome(id = "40", expect = Expect.ACCEPTABLE, desc = "all counted")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class OwnerTokenDetachRace {
  private final OwnedCell cell = new OwnedCell();

  public OwnerTokenDetachRace() {}

  @Actor
  public void owner(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      cell.make(ts);
      for (int i = 0; i < OwnedCell.ROUNDS; i++) {
        ts.detach();
        ts.attach();
        cell.countOnce(ts);
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void other(I_Result r) {
    cell.runOther();
  }

  @Arbiter
  public void arbiter(I_Result r) {
    r.r1 = cell.counted();
  }
}
