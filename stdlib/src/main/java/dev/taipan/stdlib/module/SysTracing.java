package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.interp.TraceFunctions;
import dev.taipan.vm.monitor.TraceHooks;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code sys}: trace and profile functions. Each thread has its own. */
@BuiltinModule("sys")
public final class SysTracing {
  private SysTracing() {}

  /** Adds the functions and {@code sys.monitoring}. */
  public static void add(ThreadState ts, long sys) {
    Modules.addFunctions(ts, sys, SysTracingTable.TABLE);
    Dicts.set(ts, Modules.dict(ts, sys), "monitoring", MonitoringModule.create(ts));
  }

  private static long orEmpty(long function) {
    return function == Word.NONE ? Word.EMPTY : function;
  }

  private static long orNone(long function) {
    return function == Word.EMPTY ? Word.NONE : function;
  }

  @Builtin("settrace(function, /)")
  static void setTrace(ThreadState ts, long function) {
    endWithThread(ts, function);
    TraceFunctions.setTrace(ts, orEmpty(function));
  }

  @Builtin("gettrace()")
  static long getTrace(ThreadState ts) {
    return orNone(ts.interpreter.hooks.trace());
  }

  @Builtin("setprofile(function, /)")
  static void setProfile(ThreadState ts, long function) {
    endWithThread(ts, function);
    TraceFunctions.setProfile(ts, orEmpty(function));
  }

  @Builtin("getprofile()")
  static long getProfile(ThreadState ts) {
    return orNone(ts.interpreter.hooks.profile());
  }

  @Builtin("_settraceallthreads(function, /)")
  static void setTraceAllThreads(ThreadState ts, long function) {
    TraceFunctions.setTraceEverywhere(ts, orEmpty(function));
  }

  @Builtin("_setprofileallthreads(function, /)")
  static void setProfileAllThreads(ThreadState ts, long function) {
    TraceFunctions.setProfileEverywhere(ts, orEmpty(function));
  }

  /** What nobody traces any more is not to slow down the others. */
  private static void endWithThread(ThreadState ts, long function) {
    TraceHooks hooks = ts.interpreter.hooks;
    if (function != Word.NONE && hooks.trace() == Word.EMPTY && hooks.profile() == Word.EMPTY) {
      ts.addAtEnd(() -> TraceFunctions.forget(ts));
    }
  }

  /** Calls a function from within a trace function with events on. */
  @Builtin("call_tracing(func, args, /)")
  static long callTracing(ThreadState ts, long function, long args) {
    if (!Tuples.isTuple(ts, args)) {
      throw Errors.typeError(
          ts, "call_tracing() argument 2 must be tuple, not %s", ts.runtime().typeOf(args).name());
    }
    long[] words = new long[Tuples.length(args)];
    for (int i = 0; i < words.length; i++) {
      words[i] = Tuples.get(args, i);
    }
    TraceHooks hooks = ts.interpreter.hooks;
    int depth = hooks.depth();
    try {
      hooks.setDepth(0);
      return Calls.named(ts, function, "__call__", words);
    } finally {
      hooks.setDepth(depth);
    }
  }
}
