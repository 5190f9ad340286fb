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
 * Of two threads that add one key, one is told that it was new.
 *
 * <p>Planted: asking and adding are two steps.
 */
@JCStressTest
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "second")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "first")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class SetAddRace {
  private final long set;

  public SetAddRace() {
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

  private int add(ThreadState ts) {
    if (Stage.PLANTED) {
      boolean there = Sets.contains(ts, set, Word.boxInt(50));
      Sets.add(ts, set, Word.boxInt(50));
      return there ? 0 : 1;
    }
    return Sets.add(ts, set, Word.boxInt(50)) ? 1 : 0;
  }

  @Actor
  public void first(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = add(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r2 = add(ts);
    } finally {
      Stage.leave(ts);
    }
  }
}
