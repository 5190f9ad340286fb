package dev.taipan.stdlib.module;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.ThreadLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code threading} needs of {@code _thread} beyond starting threads and locks. */
@BuiltinModule("_thread")
public final class ThreadExtras {
  private ThreadExtras() {}

  /** Adds to the module that every runtime has. */
  public static void add(ThreadState ts) {
    long name = ts.runtime().intern(ts, "_thread");
    long module = Dicts.getStr(ts, ts.runtime().modules(), name);
    Modules.addFunctions(ts, module, ThreadExtrasTable.TABLE);
    long namespace = Modules.dict(ts, module);
    long error = ts.runtime().types().exception(Exc.RuntimeError).cell();
    Dicts.set(ts, namespace, "error", error);
    Dicts.set(ts, namespace, "TIMEOUT_MAX", Word.boxDouble(9223372036.0));
    Dicts.set(ts, namespace, "LockType", ts.runtime().types().named("lock").cell());
    long type = StandardLibrary.type(ts, RLockTypeTable.TABLE).cell();
    Dicts.set(ts, namespace, "RLock", type);
  }

  @Builtin("_set_sentinel()")
  static long setSentinel(ThreadState ts) {
    ThreadLock lock = new ThreadLock();
    ts.setAtEnd(
        () -> {
          if (lock.isLocked()) {
            lock.release(ts);
          }
        });
    return Hosts.create(ts, ts.runtime().types().named("lock"), lock);
  }

  @Builtin("daemon_threads_allowed()")
  static boolean daemonThreadsAllowed() {
    return true;
  }

  @Builtin("_is_main_interpreter()")
  static boolean isMainInterpreter() {
    return true;
  }
}
