package dev.taipan.stress.race;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A cell that carries its maker's token, and a counter that is changed in writes of the cell only.
 *
 * <p>Planted: who takes the cell away does not wait for the owner's poll.
 */
final class OwnedCell {
  static final int ROUNDS = 20;

  /** 0 until the owner has made it. */
  private volatile long cell;

  /** Opaque, so that the rounds stay apart. */
  private final AtomicInteger count = new AtomicInteger();

  OwnedCell() {}

  void make(ThreadState ts) {
    cell = Stage.keep(ListLayout.create(ts, 0));
  }

  /** Waits until the other actor has made it; polls meanwhile. */
  void await(ThreadState ts) {
    while (cell == 0) {
      Thread.onSpinWait();
      ts.pollQuietly();
    }
  }

  /** As a loop that polls at its back-edge. */
  void count(ThreadState ts) {
    for (int i = 0; i < ROUNDS; i++) {
      countOnce(ts);
      ts.pollQuietly();
    }
  }

  void countOnce(ThreadState ts) {
    ObjectLock.beginWrite(ts, cell);
    count.setOpaque(count.getOpaque() + 1);
    ObjectLock.endWrite(ts, cell);
  }

  /** The same by who is not the owner. */
  void countAsOther(ThreadState ts) {
    if (Stage.PLANTED) {
      Memory.putShortRelease(cell + Cells.TOKEN, (short) 0);
    }
    count(ts);
  }

  /** An actor that does only that. */
  void runOther() {
    ThreadState ts = Stage.enter();
    try {
      await(ts);
      countAsOther(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  int counted() {
    return count.get();
  }
}
