package dev.taipan.stress.race;

import dev.taipan.vm.interp.FunctionVersions;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A call behind a version guard uses one pair of a function's words, both old or both new: they
 * change in a stop.
 *
 * <p>Planted: the change does not stop the world.
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "guard missed")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "old")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class FunctionChangeRace {
  private final long function;
  private final int version;

  public FunctionChangeRace() {
    ThreadState ts = Stage.enter();
    try {
      function = Stage.function(ts);
      FunctionLayout.setName(function, Word.boxInt(1));
      FunctionLayout.setQualname(function, Word.boxInt(1));
      version = FunctionVersions.of(ts, function);
    } finally {
      Stage.leave(ts);
    }
  }

  private void change() {
    FunctionLayout.setName(function, Word.boxInt(2));
    FunctionLayout.setQualname(function, Word.boxInt(2));
    FunctionLayout.changeVersion(function, version, FunctionVersions.CLEARED);
  }

  @Actor
  public void change(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (Stage.PLANTED) {
        change();
      } else {
        ts.world.stop(ts, this::change);
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void call(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      if (FunctionLayout.version(function) == version) {
        r.r1 = Stage.value(FunctionLayout.name(function));
        r.r2 = Stage.value(FunctionLayout.qualname(function));
      }
    } finally {
      Stage.leave(ts);
    }
  }
}
