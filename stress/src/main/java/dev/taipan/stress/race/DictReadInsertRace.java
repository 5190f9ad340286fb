package dev.taipan.stress.race;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A lookup works on the keys that it loaded: an insertion that replaces them hides no key.
 *
 * <p>Planted: the new keys are published before the entries are in them.
 */
@JCStressTest
@Outcome(id = "10, -1", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "10, 99", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class DictReadInsertRace {
  private final long dict;

  public DictReadInsertRace() {
    ThreadState ts = Stage.enter();
    try {
      dict = Stage.keep(DictLayout.create(ts));
      for (int i = 0; i < 5; i++) {
        Dicts.put(ts, dict, Word.boxInt(i), Word.boxInt(10 + i));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void insert(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        long old = DictLayout.keys(dict);
        DictLayout.setKeys(dict, KeysLayout.create(ts, 4, KeysLayout.FORM_SIMPLE));
        for (int i = 0; i < 5; i++) {
          Dicts.put(ts, dict, Word.boxInt(i), Word.boxInt(10 + i));
        }
        ts.heap.retire(ts, old);
      }
      Dicts.put(ts, dict, Word.boxInt(5), Word.boxInt(99));
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void read(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = Stage.value(Dicts.get(ts, dict, Word.boxInt(0)));
      r.r2 = Stage.value(Dicts.get(ts, dict, Word.boxInt(5)));
    } finally {
      Stage.leave(ts);
    }
  }
}
