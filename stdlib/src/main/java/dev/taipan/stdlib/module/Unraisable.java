package dev.taipan.stdlib.module;

import dev.taipan.stdlib.StructSequence;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.ExceptionLines;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tracebacks;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Exceptions that nobody can catch: in finalizers, weak callbacks, threads without a handler, exit
 * functions. All go to {@code sys.unraisablehook}, whose default is the one formatter.
 */
@BuiltinModule("sys")
public final class Unraisable {
  private static final StructSequence ARGS =
      new StructSequence(
          "sys",
          "UnraisableHookArgs",
          "exc_type",
          "exc_value",
          "exc_traceback",
          "err_msg",
          "object");

  private static final String IGNORED = "Exception ignored in";

  private Unraisable() {}

  /** Adds the hook to {@code sys}, under both of its names. */
  public static void add(ThreadState ts, long sys) {
    Modules.addFunctions(ts, sys, UnraisableTable.TABLE);
    long namespace = Modules.dict(ts, sys);
    long hook = Dicts.getStr(ts, namespace, ts.runtime().intern(ts, "unraisablehook"));
    Dicts.set(ts, namespace, "__unraisablehook__", hook);
  }

  /** See {@link dev.taipan.vm.spi.Library#unraisable}. */
  public static void report(ThreadState ts, String message, long object) {
    int mark = ts.rootMark();
    try {
      long exception = ts.takePending();
      ts.root(exception);
      ts.root(object);
      long hook = StandardError.sys(ts, "unraisablehook");
      if (hook == Word.EMPTY || hook == Word.NONE) {
        StandardError.write(ts, text(ts, exception, message, object));
        return;
      }
      ts.root(hook);
      long args = arguments(ts, exception, message, object);
      ts.root(args);
      try {
        Calls.call1(ts, hook, args);
      } catch (Raised signal) {
        long second = ts.takePending();
        ts.root(second);
        StandardError.write(ts, text(ts, second, "Exception ignored in sys.unraisablehook", hook));
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long arguments(ThreadState ts, long exception, String message, long object) {
    PyException host = Hosts.get(ts, exception, PyException.class);
    return ARGS.create(
        ts,
        ts.runtime().typeOf(exception).cell(),
        exception,
        host.traceback(),
        message == null ? Word.NONE : Strs.of(ts, message),
        object == Word.EMPTY ? Word.NONE : object);
  }

  @Builtin("unraisablehook(unraisable, /)")
  static void unraisableHook(ThreadState ts, long unraisable) {
    if (ts.runtime().typeOf(unraisable) != dev.taipan.stdlib.StandardLibrary.type(ts, ARGS)) {
      throw Errors.typeError(ts, "sys.unraisablehook argument type must be UnraisableHookArgs");
    }
    long message = Tuples.get(unraisable, 3);
    String words = message == Word.NONE ? null : Representation.strText(ts, message);
    long object = Tuples.get(unraisable, 4);
    StandardError.write(
        ts, text(ts, Tuples.get(unraisable, 1), words, object == Word.NONE ? Word.EMPTY : object));
  }

  /** The report: what happened where, the traceback, the exception. */
  private static String text(ThreadState ts, long exception, String message, long object) {
    StringBuilder text = new StringBuilder();
    if (object != Word.EMPTY) {
      text.append(message == null ? IGNORED : message).append(": ");
      text.append(safeRepr(ts, object)).append('\n');
    } else if (message != null) {
      text.append(message).append(":\n");
    }
    if (exception == Word.NONE || exception == Word.EMPTY) {
      return text.toString();
    }
    long traceback = Hosts.get(ts, exception, PyException.class).traceback();
    if (traceback != Word.NONE) {
      text.append("Traceback (most recent call last):\n");
      text.append(Tracebacks.entries(ts, traceback));
    }
    try {
      text.append(ExceptionLines.of(ts, exception));
    } catch (Raised signal) {
      ts.clearPending();
      text.append(ts.runtime().typeOf(exception).name()).append(": <exception str() failed>\n");
    }
    return text.toString();
  }

  private static String safeRepr(ThreadState ts, long object) {
    try {
      return Representation.text(ts, object);
    } catch (Raised signal) {
      ts.clearPending();
      return "<object repr() failed>";
    }
  }
}
