package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.interp.ExceptionHandlers;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Tracebacks;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The exception being handled, and the hook for one that nobody handled. */
@BuiltinModule("sys")
public final class ErrorHooks {
  private ErrorHooks() {}

  /** Adds to {@code sys}. */
  public static void add(ThreadState ts, long sys) {
    Modules.addFunctions(ts, sys, ErrorHooksTable.TABLE);
    long namespace = Modules.dict(ts, sys);
    long hook = Dicts.getStr(ts, namespace, ts.runtime().intern(ts, "excepthook"));
    Dicts.set(ts, namespace, "__excepthook__", hook);
  }

  @Builtin("exc_info()")
  static long excInfo(ThreadState ts) {
    long handled = ExceptionHandlers.current(ts);
    if (handled == Word.NONE) {
      return Tuples.of(ts, Word.NONE, Word.NONE, Word.NONE);
    }
    long type = ts.runtime().typeOf(handled).cell();
    long traceback = Hosts.get(ts, handled, PyException.class).traceback();
    return Tuples.of(ts, type, handled, traceback);
  }

  @Builtin("exception()")
  static long exception(ThreadState ts) {
    return ExceptionHandlers.current(ts);
  }

  @Builtin("excepthook(exctype, value, traceback, /)")
  static void excepthook(ThreadState ts, long type, long value, long traceback) {
    if (Hosts.orNull(ts, value) instanceof PyException) {
      StandardError.write(ts, Tracebacks.format(ts, value));
    } else {
      String name = ts.runtime().typeOf(value).name();
      StandardError.write(
          ts, "TypeError: print_exception(): Exception expected for value, " + name + " found\n");
    }
  }
}
