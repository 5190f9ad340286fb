package dev.taipan.vm.layout;

import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * A generator, coroutine or asynchronous generator: the frame lies in the cell and never moves.
 * Resuming claims the state under the object lock, so that two threads cannot run one frame.
 *
 * <pre>
 *   +0   header
 *   +8   state (32): created, suspended, running, finished
 *   +12  flags (32)
 *   +16  name          +24  qualified name
 *   +32  a coroutine's origin, an asynchronous generator's finalizer, or EMPTY
 *   +40  the exception that it handles, or that its resumer does
 *   +48  frame ({@link FrameLayout})
 * </pre>
 */
public final class GeneratorLayout {
  public static final int STATE = 8;
  public static final int FLAGS = 12;
  public static final int NAME = 16;
  public static final int QUALNAME = 24;
  public static final int ORIGIN = 32;
  public static final int EXTRA = 40;
  public static final int FRAME = 48;

  public static final int CREATED = 0;
  public static final int SUSPENDED = 1;
  public static final int RUNNING = 2;
  public static final int FINISHED = 3;

  private GeneratorLayout() {}

  /**
   * A generator with a frame of {@code frameBytes}: its head and locals are zero, its sp is at
   * {@code localsplus}. The caller fills the frame.
   */
  public static long create(
      ThreadState ts, int shapeId, long name, long qualname, int localsplus, long frameBytes) {
    long cell = Cells.create(ts, shapeId, FRAME + frameBytes, 0);
    Memory.putInt(cell + STATE, CREATED);
    Memory.putInt(cell + FLAGS, 0);
    Memory.putLong(cell + NAME, name);
    Memory.putLong(cell + QUALNAME, qualname);
    Memory.putLong(cell + ORIGIN, Word.EMPTY);
    Memory.putLong(cell + EXTRA, Word.EMPTY);
    long frame = cell + FRAME;
    Memory.fillWords(frame, frameBytes >>> 3, 0);
    Memory.putLong(frame + FrameLayout.SP, FrameLayout.local(frame, localsplus));
    Memory.putLong(frame + FrameLayout.TOP, frame + frameBytes);
    return cell;
  }

  public static int state(long cell) {
    return Memory.getIntAcquire(cell + STATE);
  }

  /** To RUNNING under the object lock; from there by the thread that runs it. */
  public static void setState(long cell, int state) {
    Memory.putIntRelease(cell + STATE, state);
  }

  public static long frame(long cell) {
    return cell + FRAME;
  }

  /** The generator that a frame lies in. */
  public static long ofFrame(long frame) {
    return frame - FRAME;
  }
}
