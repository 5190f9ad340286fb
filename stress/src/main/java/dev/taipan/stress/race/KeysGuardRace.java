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
 * What a cached global load does: load the keys once, compare their version, read the value at an
 * offset of these keys. It gives the name's value or misses, never another name's value.
 *
 * <p>Planted: a change of keys keeps the version and uses the entry again.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the value")
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "deleted: a miss")
@Outcome(id = "-2", expect = Expect.ACCEPTABLE, desc = "guard missed")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class KeysGuardRace {
  private final CachedName cached;

  public KeysGuardRace() {
    ThreadState ts = Stage.enter();
    try {
      cached = CachedName.create(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void change(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        cached.giveEntryAway();
      } else {
        Dicts.remove(ts, cached.dict(), CachedName.NAME);
        Dicts.clear(ts, cached.dict());
        Dicts.put(ts, cached.dict(), Word.boxInt(8), Word.boxInt(2));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void load(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      long keys = DictLayout.keys(cached.dict());
      r.r1 = KeysLayout.version(keys) == cached.version() ? CachedName.value(keys) : -2;
    } finally {
      Stage.leave(ts);
    }
  }
}
