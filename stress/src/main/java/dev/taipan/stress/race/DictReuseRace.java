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
 * An entry never serves another key: a lookup that found its entry never reads another key's value.
 * One thread changes between two keys with a value each, the other looks both up.
 *
 * <p>Planted: the removed key's entry is given to the new one.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "each key has its own value or none")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class DictReuseRace {
  private static final int ROUNDS = 16;
  private static final long FIRST = Word.boxInt(0);
  private static final long SECOND = Word.boxInt(8);

  private final long dict;

  public DictReuseRace() {
    ThreadState ts = Stage.enter();
    try {
      dict = Stage.keep(DictLayout.create(ts));
      Dicts.put(ts, dict, FIRST, Word.boxInt(1));
    } finally {
      Stage.leave(ts);
    }
  }

  private void replace(ThreadState ts, long from, long to, int value) {
    if (Stage.PLANTED) {
      long entry = KeysLayout.entry(DictLayout.keys(dict), 0);
      Memory.putLongRelease(entry + KeysLayout.ENTRY_VALUE, Word.boxInt(value));
      Memory.putLongRelease(entry + KeysLayout.ENTRY_KEY, to);
    } else {
      Dicts.remove(ts, dict, from);
      Dicts.put(ts, dict, to, Word.boxInt(value));
    }
  }

  @Actor
  public void change(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      for (int i = 0; i < ROUNDS; i++) {
        replace(ts, FIRST, SECOND, 2);
        replace(ts, SECOND, FIRST, 1);
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void read(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      for (int i = 0; i < ROUNDS; i++) {
        int first = Stage.value(Dicts.get(ts, dict, FIRST));
        int second = Stage.value(Dicts.get(ts, dict, SECOND));
        if (first == 2 || second == 1) {
          r.r1 = 10 * first + second;
        }
      }
    } finally {
      Stage.leave(ts);
    }
  }
}
