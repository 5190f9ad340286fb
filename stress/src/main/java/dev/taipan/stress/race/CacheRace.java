package dev.taipan.stress.race;

import dev.taipan.vm.code.Instructions;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A reader never acts on the cache of another member: the opcode is a hint, the cache word names
 * its member.
 *
 * <p>Planted: the reader trusts the opcode.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "generic")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "a miss")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "the member with its cache")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class CacheRace {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private final long pc = Site.fresh(NEXT.getAndIncrement());

  @Actor
  public void specialize() {
    Site.specialize(pc, Site.FIRST);
    Site.specialize(pc, Site.SECOND);
    Site.specialize(pc, Site.FIRST);
  }

  @Actor
  public void execute(I_Result r) {
    int op = Instructions.op(pc);
    if (op == Site.GENERIC) {
      r.r1 = 0;
      return;
    }
    long word = Instructions.cache(pc, 0);
    boolean named = Stage.PLANTED || (word & 0xFF) == op;
    r.r1 = !named ? 1 : word == Site.fact(op) ? 2 : 3;
  }
}
