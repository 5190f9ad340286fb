package dev.taipan.stress.race;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Of two threads that set a key's default, both get the value of one.
 *
 * <p>Planted: asking and storing are two steps.
 */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "first")
@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "second")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class DictSetDefaultRace {
  private final long dict;

  public DictSetDefaultRace() {
    ThreadState ts = Stage.enter();
    try {
      dict = Stage.keep(DictLayout.create(ts));
      for (int i = 0; i < 2; i++) {
        Dicts.put(ts, dict, Word.boxInt(i), Word.boxInt(10 + i));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  private int setDefault(ThreadState ts, int value) {
    long key = Word.boxInt(7);
    if (Stage.PLANTED) {
      long old = Dicts.get(ts, dict, key);
      if (old == Word.EMPTY) {
        Dicts.put(ts, dict, key, Word.boxInt(value));
        return value;
      }
      return Stage.value(old);
    }
    return Stage.value(Dicts.setDefault(ts, dict, key, Word.boxInt(value)));
  }

  @Actor
  public void first(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = setDefault(ts, 1);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r2 = setDefault(ts, 2);
    } finally {
      Stage.leave(ts);
    }
  }
}
