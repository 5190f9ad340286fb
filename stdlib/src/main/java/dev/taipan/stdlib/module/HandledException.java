package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.interp.ExceptionHandlers;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The exception being handled. */
@BuiltinModule("sys")
public final class HandledException {
  private HandledException() {}

  /** Adds to {@code sys}. */
  public static void add(ThreadState ts, long sys) {
    Modules.addFunctions(ts, sys, HandledExceptionTable.TABLE);
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
}
