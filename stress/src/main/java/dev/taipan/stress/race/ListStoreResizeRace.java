package dev.taipan.stress.race;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A store holds the lock: it is not made into an array that an append has already copied.
 *
 * <p>Planted: the store takes no lock.
 */
@JCStressTest
@Outcome(id = "7, 5", expect = Expect.ACCEPTABLE, desc = "both")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class ListStoreResizeRace {
  private final long list;

  public ListStoreResizeRace() {
    ThreadState ts = Stage.enter();
    try {
      list = Stage.fullList(ts, 4);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void append(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      Lists.append(ts, list, Word.boxInt(99));
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void store(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        Memory.putLongRelease(ListLayout.slot(ListLayout.items(list), 0), Word.boxInt(7));
      } else {
        Lists.set(ts, list, 0, Word.boxInt(7));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = Stage.value(Lists.get(ts, list, 0));
      r.r2 = ListLayout.length(list);
    } finally {
      Stage.leave(ts);
    }
  }
}
