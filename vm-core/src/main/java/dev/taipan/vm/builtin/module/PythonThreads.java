package dev.taipan.vm.builtin.module;

import dev.taipan.vm.heap.HeapFull;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.MemoryErrors;
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

  /**
   * Starts a thread that calls {@code function(*args, **kwargs)}; gives its number.
   *
   * @param kwargs a dict or EMPTY
   * @param stackBytes what the program wants at least, 0 for no wish
   */
  static long start(ThreadState ts, long function, long args, long kwargs, long stackBytes) {
    Runtime runtime = ts.runtime();
    if (runtime.isEnding()) {
      throw Errors.runtimeError(ts, "can't create new thread at interpreter shutdown");
    }
    int mark = ts.rootMark();
    ts.root(function);
    ts.root(args);
    ts.root(kwargs);
    ts.heap.makeRoomIfFull(ts);
    ts.rootRelease(mark);
    ThreadState child = null;
    try {
      child = runtime.world().newThread("Thread");
      child.setRuntime(runtime);
      int limit = ts.interpreter.recursionLimit();
      child.interpreter.inheritRecursionLimit(limit);
      // The child's root stack keeps them alive until it has started.
      child.root(function);
      child.root(args);
      child.root(kwargs);
      ThreadState state = child;
      Thread thread =
          new Thread(
              null,
              () -> run(state, function, args, kwargs),
              "python-" + child.number,
              Math.max(JAVA_STACK, stackBytes));
      thread.setDaemon(true);
      thread.start();
    } catch (OutOfMemoryError refused) {
      if (child != null) {
        runtime.world().discard(ts, child);
      }
      throw Errors.runtimeError(ts, "can't start new thread");
    }
    return Word.boxInt(child.number);
  }

  private static void call(ThreadState ts, long function, long area, int count, long kwargs) {
    try {
      Calls.call(ts, function, area, count, keywords(ts, kwargs));
    } catch (HeapFull full) {
      throw MemoryErrors.raise(ts);
    }
  }

  /**
   * The thread's life. Only a Python exception is an end of it: a fault of the runtime goes to
   * Java's handler of uncaught exceptions, which must end the process, since nobody knows what to
   * release.
   */
  private static void run(ThreadState ts, long function, long args, long kwargs) {
    ts.attach();
    try {
      long area = ts.rootAddress();
      int count = Tuples.length(args);
      for (int i = 0; i < count; i++) {
        ts.root(Tuples.get(args, i));
      }
      call(ts, function, area, count, kwargs);
    } catch (Raised signal) {
      if (Errors.pendingIs(ts, Exc.SystemExit)) {
        ts.clearPending();
      } else {
        ts.runtime().unraisable(ts, "Exception ignored in thread started by", function);
      }
    }
    ts.runAtEnd();
    ts.runtime().world().exit(ts);
  }

  /** Puts the values behind the positional arguments; gives the tuple of names or EMPTY. */
  private static long keywords(ThreadState ts, long kwargs) {
    if (kwargs == Word.EMPTY || Dicts.size(ts, kwargs) == 0) {
      return Word.EMPTY;
    }
    // The roots stay, so this is no Dicts.forEach; nothing polls here.
    long items = Dicts.copy(ts, kwargs);
    long names = Lists.create(ts, Dicts.size(ts, items));
    for (int i = Dicts.nextPosition(items, 0); i >= 0; i = Dicts.nextPosition(items, i + 1)) {
      Lists.append(ts, names, Dicts.keyAt(items, i));
      ts.root(Dicts.valueAt(items, i));
    }
    long kwnames = Lists.toTuple(ts, names);
    ts.root(kwnames);
    return kwnames;
  }
}
