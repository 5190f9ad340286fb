package dev.taipan.stress.race;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.memory.Memory;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * One thread specializes an instruction and executes it, while another takes it back to the generic
 * form and specializes it to something else: what is executed is the generic form, a miss, or a
 * member whose cache is its own in all parts.
 *
 * <p>Planted: the opcode comes before the cache, and who executes trusts it.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "generic")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "a miss")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "the member with its cache")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class SpecializeExecuteRace {
  private static final int ROUNDS = 4;
  private static final AtomicInteger NEXT = new AtomicInteger();
  private final long pc = Site.fresh(NEXT.getAndIncrement());

  private void specialize(int member) {
    if (Stage.PLANTED) {
      Instructions.replace(pc, Instructions.op(pc), member);
      Memory.putLongRelease(pc + 8, Site.fact(member));
    } else {
      Site.specialize(pc, member);
    }
  }

  @Actor
  public void deoptimize() {
    for (int i = 0; i < ROUNDS; i++) {
      Instructions.replace(pc, Instructions.op(pc), Site.GENERIC);
      specialize(Site.SECOND);
    }
  }

  @Actor
  public void execute(I_Result r) {
    for (int i = 0; i < ROUNDS; i++) {
      specialize(Site.FIRST);
      r.r1 = Math.max(r.r1, executed());
    }
  }

  private int executed() {
    int op = Instructions.op(pc);
    if (op == Site.GENERIC) {
      return 0;
    }
    long word = Instructions.cache(pc, 0);
    boolean named = Stage.PLANTED || (word & 0xFF) == op;
    return !named ? 1 : word == Site.fact(op) ? 2 : 3;
  }
}
