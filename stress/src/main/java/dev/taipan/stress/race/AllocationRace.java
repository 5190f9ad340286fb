package dev.taipan.stress.race;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.TupleLayout;
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
 * Two threads that allocate, each sweeping blocks on its way, never get the same memory.
 *
 * <p>Planted: both take from one counter that is no atomic one, in the place of a cursor of their
 * own.
 */
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both kept their cells")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class AllocationRace {
  private static final int CELLS = 8;
  private final long kept;
  private long weakNext;

  public AllocationRace() {
    ThreadState ts = Stage.enter();
    try {
      kept = Stage.keep(ListLayout.create(ts, 2 * CELLS));
      for (int i = 0; i < 2 * CELLS; i++) {
        Lists.append(ts, kept, Word.NONE);
      }
    } finally {
      Stage.leave(ts);
    }
  }

  /** Cells of different sizes, filled with the thread's mark. */
  private void fill(ThreadState ts, int from, int mark) {
    for (int i = 0; i < CELLS; i++) {
      if (Stage.PLANTED) {
        int index = (int) weakNext++ % (2 * CELLS);
        Lists.set(ts, kept, index, TupleLayout.of(ts, Word.boxInt(mark), Word.boxInt(mark)));
        continue;
      }
      long tuple = TupleLayout.create(ts, 1 + 2 * i);
      for (int item = 0; item < 1 + 2 * i; item++) {
        TupleLayout.set(tuple, item, Word.boxInt(mark));
      }
      Memory.storeStoreFence();
      Lists.set(ts, kept, from + i, tuple);
    }
  }

  /** The mark that fills a thread's cells, -1 if something else is in them. */
  private int mark(ThreadState ts, int from) {
    long mark = Word.EMPTY;
    for (int i = 0; i < CELLS; i++) {
      long tuple = Lists.get(ts, kept, from + i);
      if (!Cells.is(tuple, Kind.TUPLE)) {
        return -1;
      }
      for (int item = 0; item < TupleLayout.length(tuple); item++) {
        long word = TupleLayout.get(tuple, item);
        mark = mark == Word.EMPTY ? word : mark;
        if (word != mark) {
          return -1;
        }
      }
    }
    return Stage.value(mark);
  }

  @Actor
  public void first(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      fill(ts, 0, 1);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      fill(ts, CELLS, 2);
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = mark(ts, 0);
      r.r2 = mark(ts, CELLS);
    } finally {
      Stage.leave(ts);
    }
  }
}
