package dev.taipan.vm.builtin.module;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** Starts and ends the Java thread under a Python thread. */
final class PythonThreads {
  /** Java stack of a thread: room for the deepest nesting of builtins that call back. */
  private static final long JAVA_STACK = 16L << 20;

  private PythonThreads() {}

  /** Starts a thread that calls {@code function(*args)}; gives its number. */
  static long start(ThreadState ts, long function, long args) {
    Runtime runtime = ts.runtime();
    ThreadState child = runtime.world().newThread("Thread");
    child.setRuntime(runtime);
    // The child's root stack keeps both alive until it has started.
    child.root(function);
    child.root(args);
    Thread thread =
        new Thread(null, () -> run(child, function, args), "python-" + child.number, JAVA_STACK);
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (OutOfMemoryError refused) {
      runtime.world().exit(child);
      throw Errors.runtimeError(ts, "can't start new thread");
    }
    return Word.boxInt(child.number);
  }

  private static void run(ThreadState ts, long function, long args) {
    ts.attach();
    try {
      long area = ts.rootAddress();
      int count = Tuples.length(args);
      for (int i = 0; i < count; i++) {
        ts.root(Tuples.get(args, i));
      }
      Calls.call(ts, function, area, count, Word.EMPTY);
    } catch (Raised signal) {
      if (!Errors.pendingIs(ts, Exc.SystemExit)) {
        ts.runtime().reportThreadError(ts, function);
      }
      ts.clearPending();
    } finally {
      ts.runAtEnd();
      ts.runtime().world().exit(ts);
    }
  }
}
