package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.interp.ExceptionHandlers;
import dev.taipan.vm.interp.StackWalk;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.function.ToLongFunction;

/** What the threads are at: the exception being handled, the frames. */
@BuiltinModule("sys")
public final class SysThreads {
  private SysThreads() {}

  /** Adds to {@code sys}. */
  public static void add(ThreadState ts, long sys) {
    Modules.addFunctions(ts, sys, SysThreadsTable.TABLE);
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

  @Builtin("_current_frames()")
  static long currentFrames(ThreadState ts) {
    return perThread(ts, thread -> StackWalk.frameObject(ts, thread));
  }

  @Builtin("_current_exceptions()")
  static long currentExceptions(ThreadState ts) {
    return perThread(ts, ExceptionHandlers::current);
  }

  /** A dict from the threads' numbers to something of each, found in a stop. */
  private static long perThread(ThreadState ts, ToLongFunction<ThreadState> ask) {
    long dict = Dicts.create(ts);
    int mark = ts.rootMark();
    ts.root(dict);
    try {
      ts.world.stop(
          ts,
          () -> {
            for (ThreadState thread : ts.world.threads()) {
              long word = thread.frame() == 0 ? Word.EMPTY : ask.applyAsLong(thread);
              if (word != Word.EMPTY) {
                Dicts.set(ts, dict, Word.boxInt(thread.number), word);
              }
            }
          });
      return dict;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
