package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeEvents;
import dev.taipan.vm.code.Event;
import dev.taipan.vm.monitor.Monitoring;
import dev.taipan.vm.monitor.TraceHooks;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Descriptors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.PyFrame;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;

/**
 * {@code sys.settrace} and {@code sys.setprofile} as two monitoring tools. Events are switched on
 * for everybody as soon as one thread has a function; each thread calls its own, if it has one.
 */
public final class TraceFunctions {
  private TraceFunctions() {}

  // ---- setting

  /** Sets the thread's trace function, EMPTY for none. */
  public static void setTrace(ThreadState ts, long function) {
    TraceHooks hooks = ts.interpreter.hooks;
    if (hooks.trace() != function && (hooks.trace() == Word.EMPTY || function == Word.EMPTY)) {
      ts.runtime().monitoring().follow(ts, () -> hooks.setTrace(function));
    } else {
      hooks.setTrace(function);
    }
  }

  /** Sets the thread's profile function, EMPTY for none. */
  public static void setProfile(ThreadState ts, long function) {
    TraceHooks hooks = ts.interpreter.hooks;
    if (hooks.profile() != function) {
      ts.runtime().monitoring().follow(ts, () -> hooks.setProfile(function));
    }
  }

  /** Sets the trace function of all threads. */
  public static void setTraceEverywhere(ThreadState ts, long function) {
    ts.runtime()
        .monitoring()
        .follow(
            ts,
            () -> ts.world.threads().forEach(each -> each.interpreter.hooks.setTrace(function)));
  }

  /** Sets the profile function of all threads. */
  public static void setProfileEverywhere(ThreadState ts, long function) {
    ts.runtime()
        .monitoring()
        .follow(
            ts,
            () -> ts.world.threads().forEach(each -> each.interpreter.hooks.setProfile(function)));
  }

  /** The thread ends: nothing is done for its functions any more. */
  public static void forget(ThreadState ts) {
    TraceHooks hooks = ts.interpreter.hooks;
    if (hooks.trace() != Word.EMPTY || hooks.profile() != Word.EMPTY) {
      ts.runtime()
          .monitoring()
          .follow(
              ts,
              () -> {
                hooks.setTrace(Word.EMPTY);
                hooks.setProfile(Word.EMPTY);
              });
    }
  }

  // ---- events

  /** Whether the instruction that this happened at needs no telling again. */
  static boolean event(ThreadState ts, long fp, int tool, Event event, long[] arguments) {
    TraceHooks hooks = ts.interpreter.hooks;
    if (tool == Monitoring.TRACE) {
      return (event == Event.JUMP || event == Event.BRANCH)
          ? jump(ts, fp, arguments)
          : hooks.trace() != Word.EMPTY && trace(ts, fp, event, arguments);
    }
    if (hooks.profile() != Word.EMPTY) {
      profile(ts, fp, event, arguments);
    }
    return false;
  }

  private static boolean trace(ThreadState ts, long fp, Event event, long[] arguments) {
    switch (event) {
      case PY_START, PY_RESUME, PY_THROW -> call(ts, fp, event, "call", Word.NONE);
      case PY_RETURN, PY_YIELD -> call(ts, fp, event, "return", arguments[1]);
      case PY_UNWIND -> call(ts, fp, event, "return", Word.NONE);
      case RAISE, STOP_ITERATION -> exception(ts, fp, event, arguments[1]);
      case LINE -> line(ts, fp);
      case INSTRUCTION -> {
        if (FrameObjects.host(ts, fp).tracesOpcodes()) {
          call(ts, fp, event, "opcode", Word.NONE);
        }
      }
      default -> {}
    }
    return false;
  }

  private static void exception(ThreadState ts, long fp, Event event, long exception) {
    int mark = ts.rootMark();
    try {
      long type = ts.runtime().typeOf(exception).cell();
      long traceback = Hosts.get(ts, exception, PyException.class).traceback();
      long triple = Tuples.of(ts, type, exception, traceback);
      ts.root(triple);
      call(ts, fp, event, "exception", triple);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void line(ThreadState ts, long fp) {
    if (FrameObjects.host(ts, fp).tracesLines()) {
      call(ts, fp, Event.LINE, "line", Word.NONE);
    }
  }

  /**
   * A jump back to the line that it stands on starts no line, but a trace function is to see each
   * round; all other jumps are never told again.
   */
  private static boolean jump(ThreadState ts, long fp, long[] arguments) {
    int from = (int) (Word.unboxInt(arguments[0]) / 2);
    int to = (int) (Word.unboxInt(arguments[1]) / 2);
    CodeEvents events = Frames.code(ts, fp).events();
    if (to >= from || events.line(to) < 0 || events.line(from) != events.line(to)) {
      return true;
    }
    if (ts.interpreter.hooks.trace() != Word.EMPTY) {
      line(ts, fp);
    }
    return false;
  }

  /** Calls the thread's function for a new frame, the frame's own for all else. */
  private static void call(ThreadState ts, long fp, Event event, String name, long argument) {
    TraceHooks hooks = ts.interpreter.hooks;
    PyFrame host = FrameObjects.host(ts, fp);
    boolean starts = event == Event.PY_START || event == Event.PY_RESUME || event == Event.PY_THROW;
    long function = starts ? hooks.trace() : host.trace();
    if (function == Word.EMPTY || function == Word.NONE) {
      return;
    }
    Event outer = hooks.current();
    long outerFrame = hooks.frame();
    try {
      hooks.setCurrent(event, fp);
      long result = invoke(ts, fp, function, name, argument);
      if (result != Word.NONE) {
        host.setTrace(result);
      }
    } catch (Raised signal) {
      host.setTrace(Word.NONE);
      quietly(ts, () -> setTrace(ts, Word.EMPTY));
      throw signal;
    } finally {
      hooks.setCurrent(outer, outerFrame);
    }
  }

  /** A stop may poll, and the pending exception must survive that. */
  private static void quietly(ThreadState ts, Runnable action) {
    int mark = ts.rootMark();
    long exception = ts.takePending();
    try {
      ts.root(exception);
      action.run();
    } finally {
      ts.rootRelease(mark);
      ts.setPending(exception);
    }
  }

  /** Calls with the frame, the event's name and the argument; locals may change meanwhile. */
  private static long invoke(ThreadState ts, long fp, long function, String name, long argument) {
    TraceHooks hooks = ts.interpreter.hooks;
    int depth = hooks.depth();
    int mark = ts.rootMark();
    long args = ts.rootAddress();
    try {
      ts.root(FrameObjects.of(ts, fp));
      ts.root(ts.runtime().intern(ts, name));
      ts.root(argument);
      ts.root(function);
      hooks.setDepth(depth + 1);
      FrameLocals.begin(ts, fp);
      long result = Calls.call(ts, function, args, 3, Word.EMPTY);
      FrameLocals.end(ts, fp);
      return result;
    } finally {
      hooks.setDepth(depth);
      ts.rootRelease(mark);
    }
  }

  // ---- profile functions

  private static void profile(ThreadState ts, long fp, Event event, long[] arguments) {
    switch (event) {
      case PY_START, PY_RESUME, PY_THROW -> profile(ts, fp, "call", Word.NONE);
      case PY_RETURN, PY_YIELD -> profile(ts, fp, "return", arguments[1]);
      case PY_UNWIND -> profile(ts, fp, "return", Word.NONE);
      case CALL -> builtin(ts, fp, "c_call", arguments);
      case C_RETURN -> builtin(ts, fp, "c_return", arguments);
      case C_RAISE -> builtin(ts, fp, "c_exception", arguments);
      default -> {}
    }
  }

  /** Only calls of built-in functions count; a method that is called unbound is bound first. */
  private static void builtin(ThreadState ts, long fp, String name, long[] arguments) {
    long callable = arguments[1];
    Types types = ts.runtime().types();
    PyType type = ts.runtime().typeOf(callable);
    if (type != types.builtinFunction && type != types.methodDescriptor) {
      return;
    }
    int mark = ts.rootMark();
    try {
      if (type == types.methodDescriptor) {
        long self = arguments[2];
        if (self == ts.runtime().monitoring().missingWord()) {
          return;
        }
        callable = Descriptors.get(ts, callable, self, ts.runtime().typeOf(self));
        ts.root(callable);
      }
      profile(ts, fp, name, callable);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void profile(ThreadState ts, long fp, String name, long argument) {
    TraceHooks hooks = ts.interpreter.hooks;
    try {
      invoke(ts, fp, hooks.profile(), name, argument);
    } catch (Raised signal) {
      quietly(ts, () -> setProfile(ts, Word.EMPTY));
      throw signal;
    }
  }
}
