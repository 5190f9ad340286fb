package dev.taipan.stress.race;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.thread.SpinWait;
import dev.taipan.vm.thread.ThreadState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The keys whose version was compared are the keys that are indexed: while a global's dict is
 * emptied and grown and the global set again, a cached load gives a value of the name or misses.
 *
 * <p>The load is done again for as long as its guard holds, so that the change meets it in the
 * middle; the keys are given up by the first change, not by a later one, since the first resets the
 * version.
 *
 * <p>Planted: the load reads the keys pointer a second time, and has been away in between.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the value")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "the value that was set again")
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "deleted: a miss")
@Outcome(id = "-2", expect = Expect.ACCEPTABLE, desc = "guard missed")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class GlobalReloadRace {
  private static final int GUARD_MISSED = -2;

  /** Loads at most: a reader that went on would keep a stop from beginning. */
  private static final int ROUNDS = 64;

  /** How long the planted load is away: about as long as the change takes. */
  private static final int AWAY = 8;

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
      Dicts.clear(ts, cached.dict());
      cached.grow(ts);
      cached.setAgain(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void load(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = load();
    } finally {
      Stage.leave(ts);
    }
  }

  private int load() {
    int value = GUARD_MISSED;
    for (int i = 0; i < ROUNDS; i++) {
      long keys = DictLayout.keys(cached.dict());
      if (KeysLayout.version(keys) != cached.version()) {
        return value;
      }
      if (Stage.PLANTED) {
        SpinWait.pause(AWAY);
        keys = DictLayout.keys(cached.dict());
      }
      value = CachedName.value(keys);
      if (value != CachedName.FIRST_VALUE) {
        return value;
      }
    }
    return value;
  }
}
