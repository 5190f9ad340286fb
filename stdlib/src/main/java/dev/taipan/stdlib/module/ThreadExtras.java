package dev.taipan.stdlib.module;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.stdlib.signal.Signals;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.LockTimeout;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.ThreadLock;
import dev.taipan.vm.object.Tracebacks;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code threading} needs of {@code _thread} beyond starting threads and locks. */
@BuiltinModule("_thread")
public final class ThreadExtras {
  private static final StructSequence HOOK_ARGS =
      new StructSequence(
          "_thread", "_ExceptHookArgs", "exc_type", "exc_value", "exc_traceback", "thread");

  private ThreadExtras() {}

  /** Adds to the module that every runtime has. */
  public static void add(ThreadState ts) {
    long name = ts.runtime().intern(ts, "_thread");
    long module = Dicts.getStr(ts, ts.runtime().modules(), name);
    Modules.addFunctions(ts, module, ThreadExtrasTable.TABLE);
    long namespace = Modules.dict(ts, module);
    long error = ts.runtime().types().exception(Exc.RuntimeError).cell();
    Dicts.set(ts, namespace, "error", error);
    Dicts.set(ts, namespace, "TIMEOUT_MAX", Word.boxDouble(LockTimeout.MAX));
    Dicts.set(ts, namespace, "LockType", ts.runtime().types().named("lock").cell());
    Dicts.set(ts, namespace, "RLock", StandardLibrary.type(ts, RLockTypeTable.TABLE).cell());
    Dicts.set(ts, namespace, "_local", StandardLibrary.type(ts, LocalTypeTable.TABLE).cell());
    Dicts.set(ts, namespace, "_ExceptHookArgs", StandardLibrary.type(ts, HOOK_ARGS).cell());
  }

  @Builtin("_set_sentinel()")
  static long setSentinel(ThreadState ts) {
    ThreadLock lock = new ThreadLock();
    ts.addAtEnd(lock::release);
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

  @Builtin("get_native_id()")
  static int getNativeId(ThreadState ts) {
    try {
      Path link = Files.readSymbolicLink(Path.of("/proc/thread-self"));
      return Integer.parseInt(link.getFileName().toString());
    } catch (IOException | NumberFormatException e) {
      throw Errors.raise(ts, Exc.OSError, "cannot get the thread's id: %s", e.getMessage());
    }
  }

  @Builtin("interrupt_main(signum=2, /)")
  static void interruptMain(ThreadState ts, int signum) {
    Signals.of(ts).simulate(ts, signum);
    ts.pollSignals();
  }

  @Builtin("_excepthook(exc_info, /)")
  static void exceptHook(ThreadState ts, long args) {
    if (ts.runtime().typeOf(args) != StandardLibrary.type(ts, HOOK_ARGS)) {
      throw Errors.typeError(ts, "_thread.excepthook argument type must be ExceptHookArgs");
    }
    long type = Tuples.get(args, 0);
    if (type == ts.runtime().types().exception(Exc.SystemExit).cell()) {
      return;
    }
    long thread = Tuples.get(args, 3);
    String text = "Exception in thread " + threadName(ts, thread) + ":\n";
    long exception = Tuples.get(args, 1);
    text += exception == Word.NONE ? "" : Tracebacks.format(ts, exception);
    long file = StandardError.sys(ts, "stderr");
    if (file == Word.NONE && thread != Word.NONE) {
      long own = Attributes.find(ts, thread, "_stderr");
      if (own != Word.EMPTY && own != Word.NONE) {
        StandardError.writeTo(ts, own, text);
      }
      return;
    }
    StandardError.write(ts, text);
  }

  private static String threadName(ThreadState ts, long thread) {
    if (thread != Word.NONE) {
      try {
        return Representation.strText(ts, Attributes.get(ts, thread, "_name"));
      } catch (Raised signal) {
        ts.clearPending();
      }
    }
    return Integer.toString(ts.number);
  }
}
