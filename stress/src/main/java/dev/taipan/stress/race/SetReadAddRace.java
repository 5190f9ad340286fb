package dev.taipan.stress.race;

import dev.taipan.vm.container.Sets;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A lookup works on the table that it loaded: an addition that replaces it hides no key.
 *
 * <p>Planted: the new table is published before the keys are in it.
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class SetReadAddRace {
  private final long set;

  public SetReadAddRace() {
    ThreadState ts = Stage.enter();
    try {
      set = Stage.keep(SetLayout.create(ts, Kind.SET.id, 0));
      for (int i = 0; i < 4; i++) {
        Sets.add(ts, set, Word.boxInt(i));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void add(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        long old = SetLayout.table(set);
        SetLayout.setTable(set, SetLayout.createTable(ts, 32));
        for (int i = 0; i < 4; i++) {
          Sets.add(ts, set, Word.boxInt(i));
        }
        ts.heap.retire(ts, old);
      }
      Sets.add(ts, set, Word.boxInt(50));
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void read(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = Sets.contains(ts, set, Word.boxInt(0)) ? 1 : 0;
      r.r2 = Sets.contains(ts, set, Word.boxInt(50)) ? 1 : 0;
    } finally {
      Stage.leave(ts);
    }
  }
}
