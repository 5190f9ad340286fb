package dev.taipan.vm.spi;

import dev.taipan.vm.thread.ThreadState;

/** Watches one thread run; belongs to that thread. */
public interface TraceRecorder {
  /**
   * Called before each instruction, with the interpreter's state. Must not poll or raise.
   *
   * @return false to go back to the loop that records nothing, which then runs this instruction
   */
  boolean record(ThreadState ts, long fp, long pc, long sp);

  /** The recording ends because an exception unwound a frame. */
  void raised(ThreadState ts);

  /** The recording ends because the frame that Java entered returned. */
  void left(ThreadState ts);
}
