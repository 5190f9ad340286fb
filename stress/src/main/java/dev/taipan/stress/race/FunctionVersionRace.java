package dev.taipan.stress.race;

import dev.taipan.vm.interp.FunctionVersions;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two threads that ask for one function's version get the same.
 *
 * <p>Planted: looking and storing are two steps.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the same")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class FunctionVersionRace {
  private static final AtomicInteger WEAK = new AtomicInteger(2);
  private final long function;
  private int first;
  private int second;

  public FunctionVersionRace() {
    ThreadState ts = Stage.enter();
    try {
      function = Stage.function(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  private int version(ThreadState ts) {
    if (!Stage.PLANTED) {
      return FunctionVersions.of(ts, function);
    }
    int version = FunctionLayout.version(function);
    if (version == FunctionVersions.NONE) {
      version = WEAK.getAndIncrement();
      Memory.putIntRelease(function + FunctionLayout.VERSION, version);
    }
    return version;
  }

  @Actor
  public void first() {
    ThreadState ts = Stage.enter();
    try {
      first = version(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second() {
    ThreadState ts = Stage.enter();
    try {
      second = version(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = first == second ? 1 : 0;
    } finally {
      Stage.leave(ts);
    }
  }
}
