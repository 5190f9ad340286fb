package dev.taipan.stress.race;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.ClassWatcher;
import dev.taipan.vm.type.PyType;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A watcher of a class is told before anybody sees the change: who finds its fact standing finds
 * the class as it was, until the next poll. A fact belongs to the thread that looked it up; all
 * states share a class.
 *
 * <p>Planted: nobody is told.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "told, or no fact")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the class as it was")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class ClassWatcherRace {
  private static final ChangingClass SHARED = new ChangingClass();

  private final long name;

  public ClassWatcherRace() {
    ThreadState ts = Stage.enter();
    try {
      name = Attributes.of(ts).second();
    } finally {
      Stage.leave(ts);
    }
  }

  /** What a cache or trace would have taken from the class. */
  private static final class Fact implements ClassWatcher {
    private final long value;
    private volatile boolean stands = true;

    Fact(long value) {
      this.value = value;
    }

    @Override
    public void changed(ThreadState ts) {
      stands = Stage.PLANTED;
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
  public void read(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      PyType seen = SHARED.type();
      if (seen.assignVersion() == 0) {
        return;
      }
      Fact fact = new Fact(seen.lookup(ts, name));
      seen.watch(ts, fact);
      // The change may come here.
      Stage.leave(ts);
      Stage.enter();
      if (fact.stands) {
        r.r1 = seen.lookup(ts, name) == fact.value ? 1 : 2;
      }
    } finally {
      Stage.leave(ts);
    }
  }
}
