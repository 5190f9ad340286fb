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
 * One thread specializes while another takes the site back: the instruction keeps its argument and
 * counter, and ends as a form that one of the two chose.
 *
 * <p>Planted: the whole word is stored from parts that were read before.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "legal")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class SpecializeDeoptRace {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final int WARM = 3;
  private final long pc = Site.fresh(NEXT.getAndIncrement());

  @Actor
  public void specialize() {
    int op = Instructions.op(pc);
    if (Stage.PLANTED) {
      long seen = Instructions.word(op, Instructions.aux(pc), Instructions.arg(pc));
      Memory.putLongRelease(pc, (seen & ~0xFFFFL) | Site.FIRST);
    } else {
      Instructions.setCache(pc, 0, Site.fact(Site.FIRST));
      Instructions.replace(pc, op, Site.FIRST);
    }
  }

  /** The aux field changes under the specializer, which must not put the old one back. */
  @Actor
  public void renumber() {
    long word = Memory.getLongOpaque(pc);
    while (!Memory.compareAndSetLong(
        pc, word, Instructions.word((int) (word & 0xFFFF), WARM, Site.ARGUMENT))) {
      word = Memory.getLongOpaque(pc);
    }
  }

  @Arbiter
  public void arbiter(I_Result r) {
    boolean kept = Instructions.aux(pc) == WARM && Instructions.arg(pc) == Site.ARGUMENT;
    int op = Instructions.op(pc);
    r.r1 = kept && (op == Site.FIRST || op == Site.GENERIC) ? 1 : 0;
  }
}
