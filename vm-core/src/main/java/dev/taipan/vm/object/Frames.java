package dev.taipan.vm.object;

import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/** What builtins ask about the Python frame that called them. */
public final class Frames {
  private Frames() {}

  /** The globals of the innermost Python frame, EMPTY if there is none. */
  public static long globals(ThreadState ts) {
    long frame = ts.frame();
    return frame == 0L ? 0L : Memory.getLong(frame + FrameLayout.GLOBALS);
  }
}
