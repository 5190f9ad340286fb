package dev.taipan.stress.race;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two threads that hash one str both get its hash: the cached word is 0 or all of it.
 *
 * <p>Planted: it is cached in two halves.
 */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both right")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class StringHashRace {
  private static final String TEXT = "text";
  private final long text;
  private final long expected;
  private int right;
  private int alsoRight;

  public StringHashRace() {
    ThreadState ts = Stage.enter();
    try {
      text = Stage.keep(Strings.fromJava(ts, TEXT));
      expected = Strings.hash(ts, Strings.fromJava(ts, TEXT));
    } finally {
      Stage.leave(ts);
    }
  }

  private int hash(ThreadState ts) {
    if (Stage.PLANTED && StrLayout.cachedHash(text) == 0) {
      Memory.putIntOpaque(text + StrLayout.HASH, (int) expected);
      Memory.putIntOpaque(text + StrLayout.HASH + 4, (int) (expected >>> 32));
    }
    return Strings.hash(ts, text) == expected ? 1 : 0;
  }

  @Actor
  public void first() {
    ThreadState ts = Stage.enter();
    try {
      right = hash(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void second() {
    ThreadState ts = Stage.enter();
    try {
      alsoRight = hash(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = right + alsoRight;
    } finally {
      Stage.leave(ts);
    }
  }
}
