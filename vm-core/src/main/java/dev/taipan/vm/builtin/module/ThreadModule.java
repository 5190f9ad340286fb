package dev.taipan.vm.builtin.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.ThreadLock;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _thread}: starting threads, and the lock that everything else is built on. */
@BuiltinModule("_thread")
final class ThreadModule {
  private ThreadModule() {}

  @Builtin("start_new_thread(function, args, kwargs=, /)")
  static long startNewThread(ThreadState ts, long function, long args, long kwargs) {
    if (!Calls.isCallable(ts, function)) {
      throw Errors.typeError(ts, "first arg must be callable");
    }
    if (!Tuples.isTuple(ts, args)) {
      throw Errors.typeError(ts, "2nd arg must be a tuple");
    }
    if (kwargs != Word.EMPTY) {
      throw Errors.notImplemented(ts, "_thread.start_new_thread with keyword arguments");
    }
    return PythonThreads.start(ts, function, args);
  }

  @Builtin("allocate_lock()")
  static long allocateLock(ThreadState ts) {
    return Hosts.create(ts, ts.runtime().types().named("lock"), new ThreadLock());
  }

  @Builtin("get_ident()")
  static int getIdent(ThreadState ts) {
    return ts.number;
  }

  @Builtin("exit()")
  static void exit(ThreadState ts) {
    throw Errors.raiseBare(ts, Exc.SystemExit);
  }

  @Builtin("_count()")
  static int count(ThreadState ts) {
    return ts.world.threads().size() - 1;
  }
}
