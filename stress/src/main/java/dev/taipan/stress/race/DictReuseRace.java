package dev.taipan.stress.race;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * An entry never serves another key: a lookup that found its entry never reads another key's value.
 *
 * <p>Planted: the removed key's entry is given to the new one.
 */
@JCStressTest
@Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "between")
@Outcome(id = "-1, 2", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(id = "1, -1", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "one before, one after")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class DictReuseRace {
  private final long dict;

  public DictReuseRace() {
    ThreadState ts = Stage.enter();
    try {
      dict = Stage.keep(DictLayout.create(ts));
      Dicts.put(ts, dict, Word.boxInt(0), Word.boxInt(1));
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void replace(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        long entry = KeysLayout.entry(DictLayout.keys(dict), 0);
        Memory.putLongRelease(entry + KeysLayout.ENTRY_VALUE, Word.boxInt(2));
        Memory.putLongRelease(entry + KeysLayout.ENTRY_KEY, Word.boxInt(8));
      } else {
        Dicts.remove(ts, dict, Word.boxInt(0));
        Dicts.put(ts, dict, Word.boxInt(8), Word.boxInt(2));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void read(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = Stage.value(Dicts.get(ts, dict, Word.boxInt(0)));
      r.r2 = Stage.value(Dicts.get(ts, dict, Word.boxInt(8)));
    } finally {
      Stage.leave(ts);
    }
  }
}
