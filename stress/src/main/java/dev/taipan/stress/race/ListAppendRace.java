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
 * No append is lost.
 *
 * <p>Planted: length and slot are written without the lock.
 */
@JCStressTest
@Outcome(id = "6, 15", expect = Expect.ACCEPTABLE, desc = "both")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class ListAppendRace {
  private final long list;

  public ListAppendRace() {
    ThreadState ts = Stage.enter();
    try {
      list = Stage.fullList(ts, 5);
      Lists.pop(ts, list, -1);
    } finally {
      Stage.leave(ts);
    }
  }

  private void append(ThreadState ts, int value) {
    if (Stage.PLANTED && ListLayout.length(list) < 5) {
      int length = ListLayout.length(list);
      Memory.putLongRelease(ListLayout.slot(ListLayout.items(list), length), Word.boxInt(value));
      ListLayout.setLength(list, length + 1L);
    } else {
      Lists.append(ts, list, Word.boxInt(value));
    }
  }

  @Actor
  public void first(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      append(ts, 7);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      append(ts, 8);
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = ListLayout.length(list);
      r.r2 = Stage.value(Lists.get(ts, list, 4)) + Math.max(0, Stage.value(Lists.get(ts, list, 5)));
    } finally {
      Stage.leave(ts);
    }
  }
}
