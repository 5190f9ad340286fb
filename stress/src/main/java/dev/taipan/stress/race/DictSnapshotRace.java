package dev.taipan.stress.race;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.container.Lists;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.object.DictIterators;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * {@code list(d)} is one moment's: of two keys that move through the dict, it has exactly as many
 * as there were.
 *
 * <p>Planted: the items come from an iterator.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "one or two neighbours each time")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class DictSnapshotRace {
  private static final int ROUNDS = 12;

  private final long dict;

  public DictSnapshotRace() {
    ThreadState ts = Stage.enter();
    try {
      dict = Stage.keep(DictLayout.create(ts));
      Dicts.put(ts, dict, Word.boxInt(0), Word.NONE);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void change(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      for (int i = 0; i < ROUNDS; i++) {
        Dicts.put(ts, dict, Word.boxInt(i + 1), Word.NONE);
        Dicts.remove(ts, dict, Word.boxInt(i));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void copy(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      for (int i = 0; i < ROUNDS && r.r1 == 0; i++) {
        r.r1 = verdict(ts);
      }
    } finally {
      Stage.leave(ts);
    }
  }

  private int verdict(ThreadState ts) {
    int mark = ts.rootMark();
    try {
      long source = Stage.PLANTED ? DictIterators.create(ts, DictIterators.KEYS, dict) : dict;
      ts.root(source);
      long list = Iteration.toList(ts, source);
      int length = ListLayout.length(list);
      boolean neighbours =
          length == 1
              || length == 2
                  && Word.unboxInt(Lists.get(ts, list, 1))
                      == Word.unboxInt(Lists.get(ts, list, 0)) + 1;
      return neighbours ? 0 : 1;
    } catch (Raised error) {
      ts.clearPending();
      return 2;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
