package dev.taipan.stress.race;

import dev.taipan.vm.thread.ThreadState;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * An owner answers, goes and comes back all the time; one thread takes a cell after the other from
 * it and may be late in acting for it, while another one takes the cell that the owner writes.
 *
 * <p>Planted: see {@link OwnedCell}.
 */
@JCStressTest
@Outcome(id = "40, 5", expect = Expect.ACCEPTABLE, desc = "all counted")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class OwnerTokenReturnRace {
  private static final int OTHERS = 5;

  private final OwnedCell written = new OwnedCell();
  private final OwnedCell[] others =
      Stream.generate(OwnedCell::new).limit(OTHERS).toArray(OwnedCell[]::new);

  public OwnerTokenReturnRace() {}

  @Actor
  public void owner(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      written.make(ts);
      for (OwnedCell other : others) {
        other.make(ts);
      }
      for (int i = 0; i < OwnedCell.ROUNDS; i++) {
        written.countOnce(ts);
        ts.pollQuietly();
        ts.detach();
        ts.attach();
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void taker(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      for (OwnedCell other : others) {
        other.await(ts);
        other.countOnce(ts);
        ts.pollQuietly();
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void other(II_Result r) {
    written.runOther();
  }

  @Arbiter
  public void arbiter(II_Result r) {
    r.r1 = written.counted();
    for (OwnedCell other : others) {
      r.r2 += other.counted();
    }
  }
}
