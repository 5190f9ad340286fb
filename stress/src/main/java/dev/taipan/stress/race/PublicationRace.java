package dev.taipan.stress.race;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A new cell is complete before it escapes.
 *
 * <p>Planted: it escapes first. On x86 a dropped store fence alone cannot be seen: the machine
 * keeps the order of stores.
 */
@JCStressTest
@Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "not yet")
@Outcome(id = "2, 18", expect = Expect.ACCEPTABLE, desc = "complete")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class PublicationRace {
  private final long shared;

  public PublicationRace() {
    ThreadState ts = Stage.enter();
    try {
      shared = Stage.keep(ListLayout.create(ts, 1));
      Lists.append(ts, shared, Word.NONE);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void publish(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      long slot = ListLayout.slot(ListLayout.items(shared), 0);
      if (Stage.PLANTED) {
        long tuple = TupleLayout.create(ts, 2);
        Cells.store(slot, tuple);
        TupleLayout.set(tuple, 0, Word.boxInt(9));
        TupleLayout.set(tuple, 1, Word.boxInt(9));
      } else {
        Cells.store(slot, TupleLayout.of(ts, Word.boxInt(9), Word.boxInt(9)));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void read(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      long tuple = Cells.load(ListLayout.slot(ListLayout.items(shared), 0));
      boolean there = Cells.is(tuple, Kind.TUPLE);
      r.r1 = there ? TupleLayout.length(tuple) : -1;
      r.r2 =
          there
              ? Stage.value(TupleLayout.get(tuple, 0)) + Stage.value(TupleLayout.get(tuple, 1))
              : -1;
    } finally {
      Stage.leave(ts);
    }
  }
}
