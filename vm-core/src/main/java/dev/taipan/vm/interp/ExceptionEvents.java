package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Event;
import dev.taipan.vm.code.ExceptionTable;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.monitor.Monitoring;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;

/**
 * The events of exceptions, which belong to no instruction: the unwinder asks here, and only if
 * some tool wants such events. A callback that raises replaces the exception.
 */
final class ExceptionEvents {
  private ExceptionEvents() {}

  static boolean wanted(ThreadState ts) {
    return ts.runtime().monitoring().wantsExceptions() && !ts.interpreter.hooks.isQuiet();
  }

  /** An exception came up in a frame, by an instruction that raises it anew or again. */
  static void raised(
      ThreadState ts, long fp, int index, boolean again, ExceptionTable.Entry handler) {
    if (!wanted(ts)) {
      return;
    }
    // What lies above the handler's depth is lost already, and sp may be older than the exception.
    int depth = handler == null ? 0 : handler.depth();
    long locals = CodeLayout.localsplus(FrameLayout.code(fp));
    FrameLayout.setSp(fp, FrameLayout.local(fp, (int) locals + depth));
    tell(ts, fp, again ? Event.RERAISE : Event.RAISE, index);
  }

  /** No handler in the frame. */
  static void unwinds(ThreadState ts, long fp) {
    if (wanted(ts)) {
      tell(ts, fp, Event.PY_UNWIND, Frames.code(ts, fp).index(FrameLayout.pc(fp)));
    }
  }

  /** The frame stands at its handler; false if a callback raised. */
  static boolean handled(ThreadState ts, long fp, CodeObject code, long exception) {
    Monitoring monitoring = ts.runtime().monitoring();
    if (!monitoring.wants(Event.EXCEPTION_HANDLED) || !wanted(ts)) {
      return true;
    }
    int index = code.index(FrameLayout.pc(fp));
    int tools = monitoring.tools(Event.EXCEPTION_HANDLED);
    try {
      EventCalls.tellAt(ts, fp, Event.EXCEPTION_HANDLED, tools, index, exception);
      return true;
    } catch (Raised signal) {
      return false;
    }
  }

  /** An exception is thrown into a generator, whose frame is the thread's; it is on no new line. */
  static void thrown(ThreadState ts, long fp) {
    CodeObject code = Frames.code(ts, fp);
    if (code.events() != null) {
      int line = code.events().remembered(code.index(FrameLayout.pc(fp)));
      FrameLayout.setFlags(fp, FrameFlags.withLine(FrameLayout.flags(fp), line));
    }
    if (wanted(ts)) {
      tell(ts, fp, Event.PY_THROW, Frames.code(ts, fp).index(FrameLayout.pc(fp)));
    }
  }

  /** The pending StopIteration ends a loop; it is forgotten. */
  static void swallowed(ThreadState ts, long fp, int index) {
    int mark = ts.rootMark();
    long exception = ts.takePending();
    try {
      ts.root(exception);
      if (wanted(ts)) {
        int tools = ts.runtime().monitoring().tools(Event.RAISE);
        EventCalls.tellAt(ts, fp, Event.RAISE, tools, index, exception);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Tells the tools of the pending exception, which stays so unless a callback raises another. */
  private static void tell(ThreadState ts, long fp, Event event, int index) {
    int tools = ts.runtime().monitoring().tools(event);
    if (tools == 0) {
      return;
    }
    int mark = ts.rootMark();
    long exception = ts.takePending();
    try {
      ts.root(exception);
      EventCalls.tellAt(ts, fp, event, tools, index, exception);
      ts.setPending(exception);
    } catch (Raised signal) {
      // The callback's exception is the pending one now.
      assert ts.pending() != 0;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
