package dev.taipan.stress.race;

import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.thread.ThreadState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two threads that add host objects get indexes of their own, while the table grows, and both find
 * their object.
 *
 * <p>Planted: indexes come from a counter that is no atomic one.
 */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "both")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class HostTableRace {
  private static final Integer[] WEAK = new Integer[1 << 16];
  private static int weakNext;
  private final long firstOwner;
  private final long secondOwner;
  private long first;
  private long second;

  public HostTableRace() {
    ThreadState ts = Stage.enter();
    try {
      firstOwner = Stage.keep(ListLayout.create(ts, 0));
      secondOwner = Stage.keep(ListLayout.create(ts, 0));
    } finally {
      Stage.leave(ts);
    }
  }

  private static long add(ThreadState ts, Integer object, long owner) {
    if (!Stage.PLANTED) {
      return ts.heap.hosts.add(ts, object, owner);
    }
    int index = weakNext++ & (WEAK.length - 1);
    WEAK[index] = object;
    return index;
  }

  private static Object get(ThreadState ts, long index) {
    return Stage.PLANTED ? WEAK[(int) index] : ts.heap.hosts.get(index);
  }

  @Actor
  public void first() {
    ThreadState ts = Stage.enter();
    try {
      first = add(ts, 1, firstOwner);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second() {
    ThreadState ts = Stage.enter();
    try {
      second = add(ts, 2, secondOwner);
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = Integer.valueOf(1).equals(get(ts, first)) ? 1 : 0;
      r.r2 = Integer.valueOf(2).equals(get(ts, second)) ? 1 : 0;
    } finally {
      Stage.leave(ts);
    }
  }
}
