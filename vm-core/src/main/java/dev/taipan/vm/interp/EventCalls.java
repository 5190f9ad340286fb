package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeEvents;
import dev.taipan.vm.code.Event;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.monitor.Monitoring;
import dev.taipan.vm.monitor.TraceHooks;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Tells tools of an event: those of scripts by their callbacks, {@code sys.settrace} and {@code
 * sys.setprofile} by the thread's functions. The frame's pc and sp are in memory, so callbacks may
 * collect; a callback that raises ends the instruction with its exception.
 */
final class EventCalls {
  private EventCalls() {}

  /**
   * Tells the tools, the highest number first.
   *
   * @param index the instruction
   * @param arguments what callbacks get behind the code object, at most three words; the
   *     instruction's offset is not added
   */
  static void tell(ThreadState ts, long fp, Event event, int tools, int index, long... arguments) {
    int mark = ts.rootMark();
    try {
      ts.root(FrameLayout.code(fp));
      for (long argument : arguments) {
        ts.root(argument);
      }
      for (int rest = tools; rest != 0; ) {
        int tool = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(rest);
        rest &= ~(1 << tool);
        boolean off =
            tool >= Monitoring.PUBLIC_TOOLS
                ? TraceFunctions.event(ts, fp, tool, event, arguments)
                : callback(ts, tool, event, mark, arguments.length + 1);
        if (off) {
          disable(ts, fp, tool, event, index);
        }
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** An event whose callback gets code and offset, and perhaps more. */
  static void tellAt(ThreadState ts, long fp, Event event, int tools, int index, long... more) {
    if (tools == 0) {
      return;
    }
    long[] arguments = new long[more.length + 1];
    arguments[0] = Word.boxInt(2L * index);
    System.arraycopy(more, 0, arguments, 1, more.length);
    tell(ts, fp, event, tools, index, arguments);
  }

  /** Calls a script's callback with the words rooted from the mark on; whether it disables. */
  private static boolean callback(ThreadState ts, int tool, Event event, int mark, int count) {
    Monitoring monitoring = ts.runtime().monitoring();
    long function = monitoring.callback(tool, event);
    if (function == Word.EMPTY) {
      return false;
    }
    TraceHooks hooks = ts.interpreter.hooks;
    int depth = hooks.depth();
    int inner = ts.rootMark();
    long args = ts.rootAddress();
    try {
      for (int i = 0; i < count; i++) {
        ts.root(ts.rootAt(mark + i));
      }
      ts.root(function);
      hooks.setDepth(depth + 1);
      return Calls.call(ts, function, args, count, Word.EMPTY) == monitoring.disableWord();
    } finally {
      hooks.setDepth(depth);
      ts.rootRelease(inner);
    }
  }

  private static void disable(ThreadState ts, long fp, int tool, Event event, int index) {
    if (!event.isLocal()) {
      ts.runtime().monitoring().exchange(tool, event, Word.EMPTY);
      throw Errors.valueError(ts, "Cannot disable %s events. Callback removed.", event.name());
    }
    CodeEvents events = Frames.code(ts, fp).events();
    if (events != null) {
      events.disable(event, index, tool);
    }
  }
}
