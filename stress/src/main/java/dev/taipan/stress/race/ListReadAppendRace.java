package dev.taipan.stress.race;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A reader takes no lock and loads the array that it indexes: an append that moves the items hides
 * none of them.
 *
 * <p>Planted: the new array is published before the items are in it.
 */
@JCStressTest
@Outcome(id = "10, -1", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "10, 99", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class ListReadAppendRace {
  private final long list;

  public ListReadAppendRace() {
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
      if (Stage.PLANTED) {
        long old = ListLayout.items(list);
        long fresh = ListLayout.createItems(ts, 9);
        ListLayout.setItems(list, fresh);
        Memory.copy(ListLayout.slot(old, 0), ListLayout.slot(fresh, 0), 32);
        ts.heap.retire(ts, old);
      }
      Lists.append(ts, list, Word.boxInt(99));
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void read(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = Stage.value(Lists.get(ts, list, 0));
      r.r2 = Stage.value(Lists.get(ts, list, 4));
    } finally {
      Stage.leave(ts);
    }
  }
}
