package dev.taipan.stress.race;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.memory.Memory;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two threads that specialize one instruction leave a legal state: one of the members, a whole
 * cache word, argument and counter as they were.
 *
 * <p>Planted: the cache is written in two halves.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "legal")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class TwoSpecializersRace {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private final long pc = Site.fresh(NEXT.getAndIncrement());

  private void specialize(int member) {
    if (Stage.PLANTED) {
      long fact = Site.fact(member);
      Memory.putIntRelease(pc + 8, (int) fact);
      Memory.putIntRelease(pc + 12, (int) (fact >>> 32));
    } else {
      Site.specialize(pc, member);
    }
  }

  @Actor
  public void first() {
    specialize(Site.FIRST);
  }

  @Actor
  public void second() {
    specialize(Site.SECOND);
  }

  @Arbiter
  public void arbiter(I_Result r) {
    boolean same = Instructions.arg(pc) == Site.ARGUMENT && Instructions.aux(pc) == Site.COUNTER;
    r.r1 = same && Site.isWhole(Instructions.cache(pc, 0)) ? 1 : 0;
  }
}
