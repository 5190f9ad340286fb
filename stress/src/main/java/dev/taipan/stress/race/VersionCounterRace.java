package dev.taipan.stress.race;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two threads that ask for versions of different keys get different ones.
 *
 * <p>Planted: a counter that is no atomic one.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "different")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class VersionCounterRace {
  private static int weakNext;
  private int first;
  private int second;

  private static int next() {
    return Stage.PLANTED ? ++weakNext : Stage.RUNTIME.heap().newKeysVersion();
  }

  @Actor
  public void first() {
    first = next();
  }

  @Actor
  public void second() {
    second = next();
  }

  @Arbiter
  public void arbiter(I_Result r) {
    r.r1 = first != second ? 1 : 0;
  }
}
