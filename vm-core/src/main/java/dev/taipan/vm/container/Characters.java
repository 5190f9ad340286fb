package dev.taipan.vm.container;

import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The strs of one character below 256, each made when it is first asked for and kept: what indexing
 * and iterating over text gives.
 */
public final class Characters implements Traced {
  public static final int COUNT = 256;

  private final AtomicLongArray cells = new AtomicLongArray(COUNT);

  public Characters() {}

  long get(ThreadState ts, int codePoint) {
    long cell = cells.getAcquire(codePoint);
    return cell != 0 ? cell : create(ts, codePoint);
  }

  /**
   * Two threads may come here at once; the first one's cell stays. It is the interned one, which
   * literals are too; there is no table of those where a heap runs without a runtime.
   */
  private long create(ThreadState ts, int codePoint) {
    long cell = StrLayout.create(ts, 1, 1, codePoint < 0x80);
    Memory.putByte(StrLayout.chars(cell), (byte) codePoint);
    Memory.storeStoreFence();
    if (ts.runtime() != null) {
      cell = ts.runtime().intern(ts, cell);
    }
    return cells.compareAndSet(codePoint, 0, cell) ? cell : cells.getAcquire(codePoint);
  }

  @Override
  public void trace(Visitor visitor) {
    for (int i = 0; i < COUNT; i++) {
      visitor.visit(cells.get(i));
    }
  }
}
