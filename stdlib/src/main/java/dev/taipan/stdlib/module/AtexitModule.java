package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;

/** {@code atexit}. */
@BuiltinModule("atexit")
final class AtexitModule {
  private AtexitModule() {}

  @Builtin("register(func, /, *args, **kwargs)")
  static long register(ThreadState ts, long function, long args, long kwargs) {
    if (!Calls.isCallable(ts, function)) {
      throw Errors.typeError(ts, "the first argument must be callable");
    }
    Lists.append(ts, ExitFunctions.registered(ts), Tuples.of(ts, function, args, kwargs));
    return function;
  }

  @Builtin("unregister(func, /)")
  static long unregister(ThreadState ts, long function) {
    return ExitFunctions.remove(ts, function);
  }

  @Builtin("_run_exitfuncs()")
  static void runExitFunctions(ThreadState ts) {
    ExitFunctions.runRegistered(ts);
  }

  @Builtin("_clear()")
  static void clear(ThreadState ts) {
    Calls.named(ts, ExitFunctions.registered(ts), "clear");
  }

  @Builtin("_ncallbacks()")
  static int count(ThreadState ts) {
    return Lists.length(ExitFunctions.registered(ts));
  }
}
