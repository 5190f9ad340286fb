package dev.taipan.stress.race;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.thread.ThreadState;
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
  private final CachedName cached;

  public GlobalReloadRace() {
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
      cached.setAgain(ts);
      Dicts.clear(ts, cached.dict());
      cached.grow(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void load(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      long keys = DictLayout.keys(cached.dict());
      if (KeysLayout.version(keys) != cached.version()) {
        r.r1 = -2;
        return;
      }
      r.r1 = CachedName.value(Stage.PLANTED ? DictLayout.keys(cached.dict()) : keys);
    } finally {
      Stage.leave(ts);
    }
  }
}
