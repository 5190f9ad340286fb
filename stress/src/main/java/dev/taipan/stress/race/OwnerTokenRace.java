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
 * An owner writes its cell unlocked while another thread takes the cell away.
 *
 * <p>Planted: see {@link OwnedCell}.
 */
@JCStressTest
@Outcome(id = "40", expect = Expect.ACCEPTABLE, desc = "all counted")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class OwnerTokenRace {
  private final OwnedCell cell = new OwnedCell();

  public OwnerTokenRace() {}

  @Actor
  public void owner(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      cell.make(ts);
      cell.count(ts);
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
