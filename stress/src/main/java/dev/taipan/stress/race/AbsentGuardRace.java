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
 * A version also says which names are not there: once an insertion is done, its guard misses.
 *
 * <p>Planted: the insertion leaves the version as it was.
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "missed early")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class AbsentGuardRace {
  private final long dict;
  private final int version;

  /** Set when the insertion is done. */
  private volatile int done;

  public AbsentGuardRace() {
    ThreadState ts = Stage.enter();
    try {
      dict = Stage.keep(DictLayout.create(ts));
      Dicts.put(ts, dict, Word.boxInt(0), Word.boxInt(1));
      version = Dicts.keysVersion(ts, dict);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void insert(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      Dicts.put(ts, dict, Word.boxInt(1), Word.boxInt(2));
      if (Stage.PLANTED) {
        Memory.putIntRelease(DictLayout.keys(dict) + KeysLayout.VERSION, version);
      }
      done = 1;
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void guard(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = done;
      r.r2 = KeysLayout.version(DictLayout.keys(dict)) == version ? 1 : 0;
    } finally {
      Stage.leave(ts);
    }
  }
}
