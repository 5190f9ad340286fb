package dev.taipan.stress.race;

import dev.taipan.vm.thread.ThreadState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two threads take a cell away from each other, and write their own ones before and after.
 *
 * <p>Planted: see {@link OwnedCell}.
 */
@JCStressTest
@Outcome(id = "60, 60", expect = Expect.ACCEPTABLE, desc = "all counted")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class OwnerTokenMutualRace {
  private final OwnedCell one = new OwnedCell();
  private final OwnedCell two = new OwnedCell();

  public OwnerTokenMutualRace() {}

  private static void exchange(OwnedCell own, OwnedCell other) {
    ThreadState ts = Stage.enter();
    try {
      own.make(ts);
      other.await(ts);
      own.count(ts);
      other.countAsOther(ts);
      own.count(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void first(II_Result r) {
    exchange(one, two);
  }

  @Actor
  public void second(II_Result r) {
    exchange(two, one);
  }

  @Arbiter
  public void arbiter(II_Result r) {
    r.r1 = one.counted();
    r.r2 = two.counted();
  }
}
