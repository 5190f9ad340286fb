package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * The frame object that Python sees; the frame itself is on a thread's stack or in a generator
 * until it is left, then its state is in the Java object behind the host index.
 *
 * <pre>
 *   +0   header
 *   +8   host index (64)
 *   +16  code
 *   +24  globals
 *   +32  back: frame object or EMPTY
 *   +40  frame (raw) while it is live, 0 afterwards
 * </pre>
 */
public final class FrameObjectLayout {
  public static final int HOST = 8;
  public static final int CODE = 16;
  public static final int GLOBALS = 24;
  public static final int BACK = 32;
  public static final int FRAME = 40;
  public static final int SIZE = 48;

  private FrameObjectLayout() {}

  public static long create(ThreadState ts, long code, long globals, long back, long frame) {
    long cell = Heap.allocate(ts, Kind.FRAME.id, SIZE);
    Memory.putLong(cell + HOST, 0);
    Memory.putLong(cell + CODE, code);
    Memory.putLong(cell + GLOBALS, globals);
    Memory.putLong(cell + BACK, back);
    Memory.putLong(cell + FRAME, frame);
    Memory.storeStoreFence();
    return cell;
  }

  public static long host(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FRAME) + HOST);
  }

  public static void setHost(long cell, long host) {
    Memory.putLongRelease(Cells.check(cell, Kind.FRAME) + HOST, host);
  }

  public static long code(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.FRAME) + CODE);
  }

  public static long globals(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.FRAME) + GLOBALS);
  }

  public static long back(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FRAME) + BACK);
  }

  public static long frame(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FRAME) + FRAME);
  }

  public static void setFrame(long cell, long frame) {
    Memory.putLongRelease(Cells.check(cell, Kind.FRAME) + FRAME, frame);
  }
}
