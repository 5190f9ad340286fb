package dev.taipan.stress.race;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A specializer that caches "this name is not there" asks for the version first, looks, and checks
 * the version again: the fact is true whenever the version still stands.
 *
 * <p>Planted: it looks first, and asks for the version afterwards.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "no fact")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "a fact whose version is over")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class SpecializeInsertRace {
  private final long dict;
  private final long name;
  private int fact;

  public SpecializeInsertRace() {
    ThreadState ts = Stage.enter();
    try {
      dict = Stage.keep(DictLayout.create(ts));
      name = Stage.keep(Strings.fromJava(ts, "name"));
      long other = Stage.keep(Strings.fromJava(ts, "other"));
      Dicts.put(ts, dict, other, Word.boxInt(1));
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void specialize(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        int index = Dicts.indexOfStr(ts, DictLayout.keys(dict), name);
        fact = index < 0 ? Dicts.keysVersion(ts, dict) : 0;
      } else {
        int version = Dicts.keysVersion(ts, dict);
        long keys = DictLayout.keys(dict);
        boolean stood = KeysLayout.version(keys) == version;
        boolean absent = stood && Dicts.indexOfStr(ts, keys, name) < 0;
        fact = absent && KeysLayout.version(keys) == version ? version : 0;
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void insert(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      Dicts.put(ts, dict, name, Word.boxInt(2));
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      boolean stands = KeysLayout.version(DictLayout.keys(dict)) == fact;
      r.r1 = fact == 0 ? 0 : stands ? 2 : 1;
    } finally {
      Stage.leave(ts);
    }
  }
}
