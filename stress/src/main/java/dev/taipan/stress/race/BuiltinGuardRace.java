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
 * A cached load of a builtin: the globals' version says that the name is not there, the builtins'
 * says where it is. While the builtins lose the name, get it again and grow, it gives a value of
 * the name or misses.
 *
 * <p>Planted: the entry is given to another name, and the version stays.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the value")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "the value that was set again")
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "deleted: a miss")
@Outcome(id = "-2", expect = Expect.ACCEPTABLE, desc = "guard missed")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class BuiltinGuardRace {
  private final long globals;
  private final CachedName builtin;
  private final int absent;

  public BuiltinGuardRace() {
    ThreadState ts = Stage.enter();
    try {
      globals = Stage.keep(DictLayout.create(ts));
      Dicts.put(ts, globals, Word.boxInt(1), Word.boxInt(7));
      builtin = CachedName.create(ts);
      absent = Dicts.keysVersion(ts, globals);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void change(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        builtin.giveEntryAway();
        return;
      }
      builtin.setAgain(ts);
      builtin.grow(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void load(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      long keys = DictLayout.keys(builtin.dict());
      boolean guarded =
          KeysLayout.version(DictLayout.keys(globals)) == absent
              && KeysLayout.version(keys) == builtin.version();
      r.r1 = guarded ? CachedName.value(keys) : -2;
    } finally {
      Stage.leave(ts);
    }
  }
}
