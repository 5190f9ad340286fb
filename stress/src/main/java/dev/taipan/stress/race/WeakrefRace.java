package dev.taipan.stress.race;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.layout.WeakrefLayout;
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
 * What was loaded from a weak reference stays a cell until the loader's next poll: references are
 * cleared, and their targets freed, in a stop only.
 *
 * <p>Planted: clearing does not stop the world.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "cleared")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "alive")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class WeakrefRace {
  private final long reference;

  public WeakrefRace() {
    ThreadState ts = Stage.enter();
    try {
      long target = TupleLayout.of(ts, Word.boxInt(1), Word.boxInt(1));
      reference = Stage.keep(WeakrefLayout.create(ts, Kind.WEAKREF.id, target, Word.EMPTY, 0));
    } finally {
      Stage.leave(ts);
    }
  }

  private static void end(long reference) {
    long target = WeakrefLayout.target(reference);
    if (target != Word.EMPTY) {
      WeakrefLayout.setTarget(reference, Word.EMPTY);
      Memory.putLongRelease(target + TupleLayout.ITEMS, Word.boxInt(0));
      Memory.putLongRelease(target + TupleLayout.ITEMS + 8, Word.boxInt(0));
    }
  }

  @Actor
  public void clear(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        end(reference);
      } else {
        ts.world.stop(ts, () -> end(reference));
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void load(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      long target = WeakrefLayout.target(reference);
      if (target == Word.EMPTY) {
        r.r1 = 0;
      } else {
        long sum = TupleLayout.get(target, 0) & TupleLayout.get(target, 1);
        r.r1 = Stage.value(sum) == 1 ? 1 : 2;
      }
    } finally {
      Stage.leave(ts);
    }
  }
}
