package dev.taipan.vm.layout;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Memory;

/**
 * An interpreter frame, on a thread's value stack or inside a generator. Only the thread that runs
 * it touches it, except for the collector in a stop.
 *
 * <pre>
 *   +0   previous frame
 *   +8   code cell
 *   +16  function cell or 0
 *   +24  globals dict
 *   +32  builtins dict
 *   +40  locals mapping or 0
 *   +48  pc: instruction being executed or to resume at
 *   +56  sp: one past the topmost word; valid when suspended, at a poll or at an exit
 *   +64  top: where a callee's frame starts
 *   +72  profile: this thread's counters for this code, 0 until needed
 *   +80  flags and owner
 *   +88  frame object or 0
 *   +96  locals, cells, frees, then the value stack
 * </pre>
 */
public final class FrameLayout {
  public static final int PREVIOUS = 0;
  public static final int CODE = 8;
  public static final int FUNCTION = 16;
  public static final int GLOBALS = 24;
  public static final int BUILTINS = 32;
  public static final int LOCALS = 40;
  public static final int PC = 48;
  public static final int SP = 56;
  public static final int TOP = 64;
  public static final int PROFILE = 72;
  public static final int FLAGS = 80;
  public static final int FRAME_OBJECT = 88;
  public static final int LOCALSPLUS = 96;

  /**
   * Words at {@link #CODE} that the collector visits: code, function, globals, builtins, locals.
   */
  public static final int HEAD_WORDS = 5;

  private FrameLayout() {}

  public static long bytes(int localsplus, int stackSize) {
    return LOCALSPLUS + ((long) (localsplus + stackSize) << 3);
  }

  public static long previous(long frame) {
    return Memory.getLong(frame + PREVIOUS);
  }

  public static void setPrevious(long frame, long previous) {
    Memory.putLong(frame + PREVIOUS, previous);
  }

  public static long code(long frame) {
    return Memory.getLong(frame + CODE);
  }

  public static long function(long frame) {
    return Memory.getLong(frame + FUNCTION);
  }

  public static long globals(long frame) {
    return Memory.getLong(frame + GLOBALS);
  }

  public static long builtins(long frame) {
    return Memory.getLong(frame + BUILTINS);
  }

  public static long locals(long frame) {
    return Memory.getLong(frame + LOCALS);
  }

  public static void setLocals(long frame, long locals) {
    Memory.putLong(frame + LOCALS, locals);
  }

  public static long pc(long frame) {
    return Memory.getLong(frame + PC);
  }

  public static void setPc(long frame, long pc) {
    Memory.putLong(frame + PC, pc);
  }

  public static long sp(long frame) {
    return Memory.getLong(frame + SP);
  }

  public static void setSp(long frame, long sp) {
    Memory.putLong(frame + SP, sp);
  }

  public static long top(long frame) {
    return Memory.getLong(frame + TOP);
  }

  public static void setTop(long frame, long top) {
    Memory.putLong(frame + TOP, top);
  }

  public static long flags(long frame) {
    return Memory.getLong(frame + FLAGS);
  }

  public static void setFlags(long frame, long flags) {
    Memory.putLong(frame + FLAGS, flags);
  }

  public static long frameObject(long frame) {
    return Memory.getLong(frame + FRAME_OBJECT);
  }

  public static void setFrameObject(long frame, long object) {
    Memory.putLong(frame + FRAME_OBJECT, object);
  }

  /** Shows what a frame refers to; what lies at or above sp is garbage. */
  public static void trace(long frame, Visitor visitor) {
    visitor.visitWords(frame + CODE, HEAD_WORDS);
    visitor.visit(frameObject(frame));
    long first = frame + LOCALSPLUS;
    visitor.visitWords(first, (sp(frame) - first) >>> 3);
  }

  /** Address of a local, cell or free variable. */
  public static long local(long frame, int index) {
    return frame + LOCALSPLUS + ((long) index << 3);
  }
}
