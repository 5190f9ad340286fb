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
  private static final long NAME = Word.boxInt(0);
  private static final int OTHERS = 12;

  private final long globals;
  private final long builtins;
  private final int absent;
  private final int version;

  public BuiltinGuardRace() {
    ThreadState ts = Stage.enter();
    try {
      globals = Stage.keep(DictLayout.create(ts));
      Dicts.put(ts, globals, Word.boxInt(1), Word.boxInt(7));
      builtins = Stage.keep(DictLayout.create(ts));
      Dicts.put(ts, builtins, NAME, Word.boxInt(1));
      absent = Dicts.keysVersion(ts, globals);
      version = Dicts.keysVersion(ts, builtins);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void change(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        long entry = KeysLayout.entry(DictLayout.keys(builtins), 0);
        Memory.putLongRelease(entry + KeysLayout.ENTRY_KEY, Word.boxInt(8));
        Memory.putLongRelease(entry + KeysLayout.ENTRY_VALUE, Word.boxInt(7));
        return;
      }
      Dicts.remove(ts, builtins, NAME);
      Dicts.put(ts, builtins, NAME, Word.boxInt(2));
      for (int i = 1; i <= OTHERS; i++) {
        Dicts.put(ts, builtins, Word.boxInt(i), Word.boxInt(7));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void load(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      long keys = DictLayout.keys(builtins);
      boolean guarded =
          KeysLayout.version(DictLayout.keys(globals)) == absent
              && KeysLayout.version(keys) == version;
      r.r1 = guarded ? Stage.value(KeysLayout.value(KeysLayout.entry(keys, 0))) : -2;
    } finally {
      Stage.leave(ts);
    }
  }
}
