package dev.taipan.stress.race;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two threads that intern equal texts get one cell.
 *
 * <p>Planted: looking and entering are two steps.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "one cell")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class InternRace {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final ConcurrentHashMap<Integer, Long> WEAK = new ConcurrentHashMap<>();

  /**
   * Texts come again after a while, so that the table stops growing; then both find the old one.
   */
  private static final int TEXTS = 1 << 18;

  private final int number = NEXT.getAndIncrement() & (TEXTS - 1);
  private final long left;
  private final long right;
  private long leftInterned;
  private long rightInterned;

  public InternRace() {
    ThreadState ts = Stage.enter();
    try {
      left = Stage.keep(Strings.fromJava(ts, "text " + number));
      right = Stage.keep(Strings.fromJava(ts, "text " + number));
    } finally {
      Stage.leave(ts);
    }
  }

  private long intern(ThreadState ts, long text) {
    if (!Stage.PLANTED) {
      return Stage.RUNTIME.intern(ts, text);
    }
    Long known = WEAK.get(number);
    if (known == null) {
      WEAK.put(number, text);
      return text;
    }
    return known;
  }

  @Actor
  public void first() {
    ThreadState ts = Stage.enter();
    try {
      leftInterned = intern(ts, left);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second() {
    ThreadState ts = Stage.enter();
    try {
      rightInterned = intern(ts, right);
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = leftInterned == rightInterned ? 1 : 0;
    } finally {
      Stage.leave(ts);
    }
  }
}
