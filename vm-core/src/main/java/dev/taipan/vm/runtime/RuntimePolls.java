package dev.taipan.vm.runtime;

import dev.taipan.vm.heap.Finalizers;
import dev.taipan.vm.interp.FunctionWatcher;
import dev.taipan.vm.interp.Generators;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.WeakrefLayout;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.MemoryView;
import dev.taipan.vm.object.MemoryViews;
import dev.taipan.vm.spi.Library;
import dev.taipan.vm.thread.PollActions;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * What Python code runs at polls: weak callbacks and {@code __del__} on whichever thread gets there
 * first, signal handlers on the main thread. Each queue hands an entry to one taker, so everything
 * runs once.
 */
public final class RuntimePolls implements PollActions {
  RuntimePolls() {}

  @Override
  public void signal(ThreadState ts) {
    Library library = ts.runtime().services().library();
    if (library != null) {
      library.runSignalHandlers(ts);
    }
  }

  @Override
  public void asyncException(ThreadState ts) {}

  @Override
  public void finalizers(ThreadState ts) {
    runFinalizers(ts);
  }

  @Override
  public void executors(ThreadState ts) {}

  /** Runs what a collection left to be run: callbacks first, as their targets are gone already. */
  public static void runFinalizers(ThreadState ts) {
    Finalizers due = ts.heap.finalizers;
    for (long ref = due.takeCallback(); ref != Word.EMPTY; ref = due.takeCallback()) {
      callback(ts, ref);
    }
    for (long cell = due.takeCell(); cell != Word.EMPTY; cell = due.takeCell()) {
      finalizer(ts, cell);
    }
  }

  private static void callback(ThreadState ts, long ref) {
    int mark = ts.rootMark();
    ts.root(ref);
    long function = WeakrefLayout.callback(ref);
    WeakrefLayout.setCallback(ref, Word.EMPTY);
    ts.root(function);
    try {
      Calls.call1(ts, function, ref);
    } catch (Raised signal) {
      unraisable(ts, function);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void finalizer(ThreadState ts, long cell) {
    int mark = ts.rootMark();
    ts.root(cell);
    if (ts.runtime().kindOf(cell) == Kind.FUNCTION) {
      ts.runtime().functionWatchers().tell(ts, FunctionWatcher.Event.DESTROY, cell, Word.EMPTY);
      ts.rootRelease(mark);
      return;
    }
    if (isGenerator(ts, cell)) {
      try {
        Generators.finalizeDead(ts, cell);
      } catch (Raised signal) {
        unraisable(ts, cell);
      } finally {
        ts.rootRelease(mark);
      }
      return;
    }
    if (Hosts.orNull(ts, cell) instanceof MemoryView) {
      MemoryViews.release(ts, cell);
      ts.rootRelease(mark);
      return;
    }
    long method = ts.runtime().typeOf(cell).slot(ts, Slot.DEL);
    ts.root(method);
    try {
      if (method != Word.EMPTY) {
        Calls.method0(ts, method, cell);
      }
    } catch (Raised signal) {
      unraisable(ts, method);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static boolean isGenerator(ThreadState ts, long cell) {
    return switch (ts.runtime().kindOf(cell)) {
      case GENERATOR, COROUTINE, ASYNC_GENERATOR -> true;
      default -> false;
    };
  }

  private static void unraisable(ThreadState ts, long where) {
    ts.runtime().unraisable(ts, null, where);
  }
}
