package dev.taipan.stress.race;

import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A section over two objects excludes on both, and two sections that name them in opposite order
 * end.
 *
 * <p>Planted: only the object that is named first is locked.
 */
@JCStressTest
@Outcome(id = "100, 100", expect = Expect.ACCEPTABLE, desc = "what left one came to the other")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class PairLockRace {
  private final long left;
  private final long right;
  private int inLeft = 100;
  private int inRight = 100;

  public PairLockRace() {
    ThreadState ts = Stage.enter();
    try {
      left = Stage.keep(ListLayout.create(ts, 0));
      right = Stage.keep(ListLayout.create(ts, 0));
    } finally {
      Stage.leave(ts);
    }
  }

  private void begin(ThreadState ts, long one, long other) {
    if (Stage.PLANTED) {
      ObjectLock.beginWrite(ts, one);
    } else {
      ObjectLock.beginWrite(ts, one, other);
    }
  }

  private void end(ThreadState ts, long one, long other) {
    if (Stage.PLANTED) {
      ObjectLock.endWrite(ts, one);
    } else {
      ObjectLock.endWrite(ts, one, other);
    }
  }

  @Actor
  public void toRight(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      for (int i = 0; i < 10; i++) {
        begin(ts, left, right);
        inLeft--;
        inRight++;
        end(ts, left, right);
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void toLeft(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      for (int i = 0; i < 10; i++) {
        begin(ts, right, left);
        inRight--;
        inLeft++;
        end(ts, right, left);
      }
    } finally {
      Stage.leave(ts);
    }
  }

  @Arbiter
  public void arbiter(II_Result r) {
    ThreadState ts = Stage.enter();
    try {
      r.r1 = inLeft;
      r.r2 = inRight;
    } finally {
      Stage.leave(ts);
    }
  }
}
