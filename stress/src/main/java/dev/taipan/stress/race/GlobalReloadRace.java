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
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The keys whose version was compared are the keys that are indexed: while a global is deleted, set
 * again and its dict emptied and grown, a cached load gives a value of the name or misses.
 *
 * <p>Planted: the load reads the keys pointer a second time.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the value")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "the value that was set again")
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "deleted: a miss")
@Outcome(id = "-2", expect = Expect.ACCEPTABLE, desc = "guard missed")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class GlobalReloadRace {
  private static final long NAME = Word.boxInt(0);
  private static final int OTHERS = 12;

  private final long dict;
  private final int version;

  public GlobalReloadRace() {
    ThreadState ts = Stage.enter();
    try {
      dict = Stage.keep(DictLayout.create(ts));
      Dicts.put(ts, dict, NAME, Word.boxInt(1));
      version = Dicts.keysVersion(ts, dict);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void change(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      Dicts.remove(ts, dict, NAME);
      Dicts.put(ts, dict, NAME, Word.boxInt(2));
      Dicts.clear(ts, dict);
      for (int i = 1; i <= OTHERS; i++) {
        Dicts.put(ts, dict, Word.boxInt(i), Word.boxInt(7));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void load(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      long keys = DictLayout.keys(dict);
      if (KeysLayout.version(keys) != version) {
        r.r1 = -2;
        return;
      }
      long indexed = Stage.PLANTED ? DictLayout.keys(dict) : keys;
      r.r1 = Stage.value(KeysLayout.value(KeysLayout.entry(indexed, 0)));
    } finally {
      Stage.leave(ts);
    }
  }
}
