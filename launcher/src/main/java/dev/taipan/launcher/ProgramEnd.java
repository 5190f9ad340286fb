package dev.taipan.launcher;

import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tracebacks;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * How a program, or one statement at the prompt, ended.
 *
 * @param status the exit code
 * @param exits whether it asked for the end of the process
 */
record ProgramEnd(int status, boolean exits) {
  /** Nothing was raised. */
  static final ProgramEnd NONE = new ProgramEnd(0, false);

  /** The status of an uncaught KeyboardInterrupt: the process shall die of the signal. */
  static final int INTERRUPTED = -2;

  /** Whether nothing was raised. A record's own {@code equals} is made at its first call: 8 ms. */
  boolean isNone() {
    return status == 0 && !exits;
  }

  /** Shows an uncaught exception, or does what a SystemExit asks for. */
  static ProgramEnd of(ThreadState ts, long exception) {
    int mark = ts.rootMark();
    ts.root(exception);
    try {
      if (Errors.isInstance(ts, exception, Exc.SystemExit)) {
        return new ProgramEnd(exitCode(ts, exception), true);
      }
      remember(ts, exception);
      ProgramEnd asked = show(ts, exception);
      if (asked != null) {
        return asked;
      }
      boolean interrupted = Errors.isInstance(ts, exception, Exc.KeyboardInterrupt);
      return new ProgramEnd(interrupted ? INTERRUPTED : 1, false);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static int exitCode(ThreadState ts, long exception) {
    long code = Attributes.get(ts, exception, "code");
    if (code == Word.NONE) {
      return 0;
    }
    if (Word.isBool(code)) {
      return code == Word.TRUE ? 1 : 0;
    }
    if (Ints.isInt(ts, code)) {
      return Ints.fitsLong(code) ? (int) Ints.toLong(code) & 0xFF : 0xFF;
    }
    writeError(ts, Representation.strText(ts, code) + "\n");
    return 1;
  }

  /** The post-mortem values of {@code sys}. */
  private static void remember(ThreadState ts, long exception) {
    long sys = sys(ts);
    if (sys == 0L) {
      return;
    }
    Dicts.set(ts, sys, "last_exc", exception);
    Dicts.set(ts, sys, "last_type", ts.runtime().typeOf(exception).cell());
    Dicts.set(ts, sys, "last_value", exception);
    Dicts.set(ts, sys, "last_traceback", traceback(ts, exception));
  }

  private static long traceback(ThreadState ts, long exception) {
    return Hosts.get(ts, exception, PyException.class).traceback();
  }

  private static long sys(ThreadState ts) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    return sys == 0L ? 0L : Modules.dict(ts, sys);
  }

  /** Through {@code sys.excepthook}; the end that the hook itself asks for, else null. */
  private static ProgramEnd show(ThreadState ts, long exception) {
    long sys = sys(ts);
    long hook = sys == 0L ? 0L : Dicts.getStr(ts, sys, ts.runtime().intern(ts, "excepthook"));
    if (hook == 0L) {
      writeError(ts, "sys.excepthook is missing\n" + Tracebacks.format(ts, exception));
      return null;
    }
    try {
      long type = ts.runtime().typeOf(exception).cell();
      Calls.call3(ts, hook, type, exception, traceback(ts, exception));
      return null;
    } catch (Raised signal) {
      long second = ts.takePending();
      ts.root(second);
      if (Errors.isInstance(ts, second, Exc.SystemExit)) {
        return new ProgramEnd(exitCode(ts, second), true);
      }
      writeError(ts, "Error in sys.excepthook:\n" + Tracebacks.format(ts, second));
      writeError(ts, "\nOriginal exception was:\n" + Tracebacks.format(ts, exception));
      return null;
    }
  }

  /** To {@code sys.stderr}, or to the process's own where there is none. */
  static void writeError(ThreadState ts, String text) {
    long sys = sys(ts);
    long file = sys == 0L ? 0L : Dicts.getStr(ts, sys, ts.runtime().intern(ts, "stderr"));
    if (file == 0L || file == Word.NONE) {
      ts.runtime().console().error(text);
      return;
    }
    try {
      Calls.named(ts, file, "write", Strs.of(ts, text));
      Calls.named(ts, file, "flush");
    } catch (Raised signal) {
      // The file is broken or not one: the message still has to reach somebody.
      ts.clearPending();
      ts.runtime().console().error(text);
    }
  }
}
