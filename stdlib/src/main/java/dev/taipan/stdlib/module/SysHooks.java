package dev.taipan.stdlib.module;

import dev.taipan.stdlib.os.EnvironmentChanges;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tracebacks;
import dev.taipan.vm.object.Warnings;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The functions of {@code sys} that show values and exceptions, and the originals of each. */
@BuiltinModule("sys")
final class SysHooks {
  private static final String[] NAMES = {"displayhook", "excepthook", "breakpointhook"};

  private SysHooks() {}

  static void add(ThreadState ts, long sys) {
    Modules.addFunctions(ts, sys, SysHooksTable.TABLE);
    long dict = Modules.dict(ts, sys);
    for (String name : NAMES) {
      long hook = Dicts.getStr(ts, dict, ts.runtime().intern(ts, name));
      Dicts.set(ts, dict, "__" + name + "__", hook);
    }
  }

  private static long sysValue(ThreadState ts, String name) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    return sys == 0L ? 0L : Attributes.findQuietly(ts, sys, ts.runtime().intern(ts, name));
  }

  /** Shows what a statement at the prompt gave, and keeps it as {@code _}. */
  @Builtin("displayhook(object, /)")
  static void displayhook(ThreadState ts, long object) {
    if (object == Word.NONE) {
      return;
    }
    long builtins = ts.runtime().builtins();
    Dicts.set(ts, builtins, "_", Word.NONE);
    long out = sysValue(ts, "stdout");
    if (out == 0L || out == Word.NONE) {
      throw Errors.runtimeError(ts, "lost sys.stdout");
    }
    int mark = ts.rootMark();
    ts.root(out);
    try {
      write(ts, out, Representation.text(ts, object));
      Calls.named(ts, out, "write", Strs.of(ts, "\n"));
    } finally {
      ts.rootRelease(mark);
    }
    Dicts.set(ts, builtins, "_", object);
  }

  /** Characters that the file's encoding does not have are shown escaped. */
  private static void write(ThreadState ts, long out, String text) {
    try {
      Calls.named(ts, out, "write", Strs.of(ts, text));
    } catch (Raised signal) {
      if (!Errors.pendingIs(ts, Exc.UnicodeEncodeError)) {
        throw signal;
      }
      ts.clearPending();
      StringBuilder escaped = new StringBuilder();
      text.codePoints()
          .forEach(
              c ->
                  escaped.append(
                      c < 0x80
                          ? Character.toString(c)
                          : c < 0x100
                              ? "\\x%02x".formatted(c)
                              : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c)));
      Calls.named(ts, out, "write", Strs.of(ts, escaped.toString()));
    }
  }

  /** Writes the report of an exception to {@code sys.stderr}. */
  @Builtin("excepthook(exctype, value, traceback, /)")
  static void excepthook(ThreadState ts, long type, long value, long traceback) {
    long file = sysValue(ts, "stderr");
    if (file == Word.NONE) {
      return;
    }
    int mark = ts.rootMark();
    ts.root(file);
    try {
      String report = report(ts, value, traceback);
      if (file == 0L) {
        ts.runtime().console().error(report);
        return;
      }
      Calls.named(ts, file, "write", Strs.of(ts, report));
      Calls.named(ts, file, "flush");
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static String report(ThreadState ts, long value, long traceback) {
    if (!(Hosts.orNull(ts, value) instanceof PyException exception)) {
      return "TypeError: print_exception(): Exception expected for value, "
          + ts.runtime().typeOf(value).name()
          + " found\n";
    }
    if (exception.traceback() == Word.NONE && traceback != Word.NONE) {
      exception.setTraceback(traceback);
    }
    return Tracebacks.format(ts, value);
  }

  /** What a path names, EMPTY if it cannot be had. */
  private static long breakpointTarget(ThreadState ts, String wanted) {
    String path = wanted == null || wanted.isEmpty() ? "pdb.set_trace" : wanted;
    int dot = path.lastIndexOf('.');
    if (dot == 0) {
      return Word.EMPTY;
    }
    try {
      long module = Imports.module(ts, dot < 0 ? "builtins" : path.substring(0, dot));
      return Attributes.get(ts, module, path.substring(dot + 1));
    } catch (Raised signal) {
      if (!Errors.pendingIs(ts, Exc.ImportError)) {
        Errors.swallow(ts, signal, Exc.AttributeError);
      }
      ts.clearPending();
      return Word.EMPTY;
    }
  }

  /** What {@code breakpoint()} calls: {@code pdb.set_trace} unless PYTHONBREAKPOINT says else. */
  @Builtin(value = "breakpointhook(*args, **kws)", raw = true)
  static long breakpointhook(ThreadState ts, long args, int nargs, long kwnames) {
    String wanted = EnvironmentChanges.get("PYTHONBREAKPOINT");
    if ("0".equals(wanted)) {
      return Word.NONE;
    }
    int mark = ts.rootMark();
    try {
      long hook = breakpointTarget(ts, wanted);
      if (hook == Word.EMPTY) {
        Warnings.warn(
            ts, Exc.RuntimeWarning, "Ignoring unimportable $PYTHONBREAKPOINT: \"" + wanted + "\"");
        return Word.NONE;
      }
      ts.root(hook);
      return Calls.call(ts, hook, args, nargs, kwnames);
    } finally {
      ts.rootRelease(mark);
    }
  }
}
