package dev.taipan.stress.race;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Arrays;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Of two threads that set a key's default, both get the value of one.
 *
 * <p>Planted: asking and storing are two steps.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "both got the same value for each key")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class DictSetDefaultRace {
  private static final int KEYS = 12;

  private final long dict;
  private final int[] first = new int[KEYS];
  private final int[] second = new int[KEYS];

  public DictSetDefaultRace() {
    ThreadState ts = Stage.enter();
    try {
      dict = Stage.keep(DictLayout.create(ts));
    } finally {
      Stage.leave(ts);
    }
  }

  private int setDefault(ThreadState ts, long key, int value) {
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

  private void setDefaults(int value, int[] got) {
    ThreadState ts = Stage.enter();
    try {
      for (int i = 0; i < KEYS; i++) {
        got[i] = setDefault(ts, Word.boxInt(i), value);
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void first(I_Result r) {
    setDefaults(1, first);
  }

  @Actor
  public void second(I_Result r) {
    setDefaults(2, second);
  }

  @Arbiter
  public void arbiter(I_Result r) {
    r.r1 = Arrays.mismatch(first, second) + 1;
  }
}
