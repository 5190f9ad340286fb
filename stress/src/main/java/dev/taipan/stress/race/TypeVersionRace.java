package dev.taipan.stress.race;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Between two polls a class's version that was compared stays true: the method that was found for
 * it is the class's method. All states share a class.
 *
 * <p>Planted: a poll between the comparison and the use.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "guard missed")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the class's method")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class TypeVersionRace {
  private static final ChangingClass SHARED = new ChangingClass();

  private final long name;

  public TypeVersionRace() {
    ThreadState ts = Stage.enter();
    try {
      name = Attributes.of(ts).first();
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void change(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      SHARED.change(ts, name);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void load(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      PyType seen = SHARED.type();
      int version = seen.assignVersion();
      long method = seen.lookup(ts, name);
      ts.pollQuietly();
      if (version == 0 || seen.version() != version) {
        return;
      }
      if (Stage.PLANTED) {
        Stage.leave(ts);
        Stage.enter();
      }
      r.r1 = seen.lookup(ts, name) == method ? 1 : 2;
    } finally {
      Stage.leave(ts);
    }
  }
}
