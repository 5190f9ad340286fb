package dev.taipan.stress.race;

import dev.taipan.vm.container.DictWatcher;
import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A value that somebody holds as a constant is the dict's value: a write first has it given up.
 *
 * <p>Planted: the write does not ask.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "given up, or the newest value")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class HeldValueRace {
  /** Dicts with a value that is held. */
  private static final Set<Long> HELD = ConcurrentHashMap.newKeySet();

  static {
    Stage.RUNTIME.heap().setDictWatcher(new Watcher());
  }

  private final long dict;
  private final long name;
  private long held;

  public HeldValueRace() {
    ThreadState ts = Stage.enter();
    try {
      name = Attributes.of(ts).first();
      dict = Stage.keep(DictLayout.create(ts));
      Dicts.put(ts, dict, name, Word.boxInt(1));
    } finally {
      Stage.leave(ts);
    }
  }

  private static final class Watcher implements DictWatcher {
    @Override
    public void note(long dict, long key) {
      HELD.add(dict);
    }

    @Override
    public boolean holds(long dict, long key) {
      return HELD.contains(dict);
    }

    @Override
    public void release(ThreadState ts, long dict, long key) {
      ts.world.stop(ts, () -> HELD.remove(dict));
    }
  }

  @Actor
  public void hold(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      held = Dicts.hold(ts, dict, name);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void write(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        long entry = KeysLayout.entry(DictLayout.keys(dict), 0);
        Memory.putLongRelease(entry + KeysLayout.ENTRY_VALUE, Word.boxInt(2));
      } else {
        Dicts.put(ts, dict, name, Word.boxInt(2));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = HELD.remove(dict) && held != Dicts.get(ts, dict, name) ? 1 : 0;
    } finally {
      Stage.leave(ts);
    }
  }
}
