package dev.taipan.optimizer.ir;

/**
 * One frame of a {@link Snapshot}. The root frame exists in memory; its pc and sp are stored only.
 * Every further frame is virtual until an exit builds it: its whole header is written.
 *
 * @param code the word of the code cell
 * @param pc the word for the frame's pc slot
 * @param base bytes from the root frame to this frame
 * @param sp bytes from the root frame to one past the topmost live word
 * @param top bytes from the root frame to where a callee's frame starts
 * @param flags the word for the flags slot of a frame to build
 * @param function the value that is the function, or {@link #ROOT} in the root frame
 * @param globals the value that is the globals dict, or ROOT
 * @param builtins the value that is the builtins dict, or ROOT
 */
public record FrameState(
    long code,
    long pc,
    int base,
    int sp,
    int top,
    long flags,
    int function,
    int globals,
    int builtins) {

  /** In place of a value: the frame is already in memory, with its header. */
  public static final int ROOT = -1;

  /** The frame that the trace was entered with. */
  public static FrameState root(long code, long pc, int sp) {
    return new FrameState(code, pc, 0, sp, 0, 0, ROOT, ROOT, ROOT);
  }

  /** Whether an exit has to write this frame's header. */
  public boolean isBuilt() {
    return function != ROOT;
  }
}
