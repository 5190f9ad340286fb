package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Event;
import dev.taipan.vm.code.StackKinds;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.monitor.TraceHooks;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.PyFrame;
import dev.taipan.vm.object.Warnings;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Assignment to {@code f_lineno}: a trace function makes the frame that it is called for go on at
 * another line, if the stack there is one that the present stack can be cut back to.
 */
public final class FrameJumps {
  private final ThreadState ts;
  private final long fp;
  private final CodeObject code;
  private final byte[][] stacks;
  private final byte[] from;
  private int target = -1;
  private String refusal = "cannot find bytecode for specified line";
  private boolean explained;

  private FrameJumps(ThreadState ts, long fp) {
    this.ts = ts;
    this.fp = fp;
    this.code = Frames.code(ts, fp);
    this.stacks = StackKinds.of(code.blueprint());
    this.from = stacks[code.index(FrameLayout.pc(fp))];
  }

  /** Moves the frame to the first place of a line. */
  public static void jump(ThreadState ts, PyFrame frame, long line) {
    TraceHooks hooks = ts.interpreter.hooks;
    Event event = hooks.current();
    if (event == null) {
      throw Errors.valueError(ts, "f_lineno can only be set in a trace function");
    }
    if (event == Event.PY_START || event == Event.PY_RESUME || event == Event.PY_THROW) {
      throw Errors.valueError(ts, "can't jump from the 'call' trace event of a new frame");
    }
    boolean onLine = event == Event.LINE || event == Event.JUMP;
    if (!onLine || frame.live() == 0 || frame.live() != hooks.frame()) {
      throw Errors.valueError(ts, "can only jump from a 'line' trace event");
    }
    if (!Word.isInt(line) || (int) Word.unboxInt(line) != Word.unboxInt(line)) {
      throw Errors.valueError(ts, "lineno out of range");
    }
    new FrameJumps(ts, frame.live()).to((int) Word.unboxInt(line));
  }

  private void to(int line) {
    if (line < code.details().firstLine()) {
      throw Errors.valueError(ts, "line %d comes before the current code block", line);
    }
    int[] starts = starts();
    int actual = Integer.MAX_VALUE;
    for (int start : starts) {
      actual = start >= line ? Math.min(actual, start) : actual;
    }
    if (actual == Integer.MAX_VALUE) {
      throw Errors.valueError(ts, "line %d comes after the current code block", line);
    }
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] == actual) {
        consider(i);
      }
    }
    if (target < 0) {
      throw Errors.valueError(ts, "%s", refusal);
    }
    bindLocals();
    cutBack();
    FrameLayout.setPc(fp, code.address(target));
    // The frame is on that line now; coming to it is not told again.
    FrameLayout.setFlags(fp, FrameFlags.withLine(FrameLayout.flags(fp), actual));
  }

  /** By instruction: the line where another one than before begins, else 0. */
  private int[] starts() {
    int[] starts = new int[stacks.length];
    int[] last = new int[1];
    code.blueprint()
        .positions()
        .forEach(
            (start, end, span) -> {
              if (span != null && span.lineno() != last[0]) {
                last[0] = span.lineno();
                starts[start] = last[0];
              }
            });
    return starts;
  }

  private void consider(int index) {
    byte[] to = stacks[index];
    if (fits(to)) {
      if (target < 0 || to.length > stacks[target].length) {
        target = index;
      }
    } else if (!explained) {
      explained = from != null;
      refusal = from == null ? "can't jump from unreachable code" : explain(to);
    }
  }

  private boolean fits(byte[] to) {
    if (from == null || to == null || from.length < to.length) {
      return false;
    }
    for (int i = 0; i < to.length; i++) {
      boolean fits =
          switch (to[i]) {
            case StackKinds.OBJECT -> from[i] != StackKinds.EMPTY;
            case StackKinds.EMPTY -> true;
            default -> from[i] == to[i];
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static String explain(byte[] to) {
    if (to == null) {
      return "can't jump into an exception handler, or code may be unreachable";
    }
    return switch (to.length == 0 ? StackKinds.OBJECT : to[to.length - 1]) {
      case StackKinds.EXCEPT -> "can't jump into an 'except' block as there's no exception";
      case StackKinds.LASTI -> "can't jump into a re-raising block as there's no location";
      case StackKinds.ITERATOR -> "can't jump into the body of a for loop";
      default -> "incompatible stacks";
    };
  }

  /** The compiler relies on locals being set that were set on every way it knew. */
  private void bindLocals() {
    int locals = code.details().variables().varnames().size();
    int unbound = 0;
    for (int i = 0; i < locals; i++) {
      unbound += Memory.getLong(FrameLayout.local(fp, i)) == Word.EMPTY ? 1 : 0;
    }
    if (unbound == 0) {
      return;
    }
    Warnings.warn(
        ts,
        Exc.RuntimeWarning,
        "assigning None to " + unbound + " unbound local" + (unbound == 1 ? "" : "s"));
    for (int i = 0; i < locals; i++) {
      long slot = FrameLayout.local(fp, i);
      if (Memory.getLong(slot) == Word.EMPTY) {
        Memory.putLong(slot, Word.NONE);
      }
    }
  }

  /** Handlers that the frame leaves end: what was handled before them is handled again. */
  private void cutBack() {
    int locals = CodeLayout.localsplus(FrameLayout.code(fp));
    for (int i = from.length - 1; i >= stacks[target].length; i--) {
      if (from[i] == StackKinds.EXCEPT) {
        ExceptionHandlers.popHandled(ts, Memory.getLong(FrameLayout.local(fp, locals + i)));
      }
    }
    FrameLayout.setSp(fp, FrameLayout.local(fp, locals + stacks[target].length));
  }
}
