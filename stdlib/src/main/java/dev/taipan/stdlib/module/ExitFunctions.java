package dev.taipan.stdlib.module;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What happens between a program's last statement and the end of the process. */
public final class ExitFunctions {
  private static final String REGISTERED = "atexit";
  private static final String FINALIZING = "finalizing";

  private ExitFunctions() {}

  /** The list of registered {@code (function, args, kwargs)}. */
  static long registered(ThreadState ts) {
    long state = StandardLibrary.of(ts).state();
    long name = ts.runtime().intern(ts, REGISTERED);
    long list = Dicts.getStr(ts, state, name);
    return list != Word.EMPTY
        ? list
        : dev.taipan.vm.container.Dicts.setDefault(ts, state, name, Lists.create(ts, 2));
  }

  /** Whether the program has ended and only what it left is running. */
  static boolean running(ThreadState ts) {
    long state = StandardLibrary.of(ts).state();
    return Dicts.getStr(ts, state, ts.runtime().intern(ts, FINALIZING)) != 0L;
  }

  /** Waits for the threads of {@code threading}, then runs the functions, last first. */
  public static void run(ThreadState ts) {
    ts.runtime().setEnding();
    long threading = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "threading"));
    if (threading != 0L) {
      long shutdown = Attributes.get(ts, threading, "_shutdown");
      guarded(
          ts, "Exception ignored on threading shutdown", shutdown, () -> Calls.call0(ts, shutdown));
    }
    runRegistered(ts);
    Dicts.set(ts, StandardLibrary.of(ts).state(), FINALIZING, Word.TRUE);
  }

  static void runRegistered(ThreadState ts) {
    int mark = ts.rootMark();
    try {
      long list = registered(ts);
      ts.root(list);
      int inner = ts.rootMark();
      for (long last = takeLast(ts, list); last != Word.EMPTY; last = takeLast(ts, list)) {
        long entry = last;
        ts.root(entry);
        String message = "Exception ignored in atexit callback";
        guarded(ts, message, Tuples.get(entry, 0), () -> call(ts, entry));
        ts.rootRelease(inner);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long takeLast(ThreadState ts, long list) {
    return dev.taipan.vm.container.Lists.pop(ts, list, -1);
  }

  private static void call(ThreadState ts, long entry) {
    long args = ts.rootAddress();
    int count = Tuples.length(Tuples.get(entry, 1));
    for (int i = 0; i < count; i++) {
      ts.root(Tuples.get(Tuples.get(entry, 1), i));
    }
    long kwargs = Tuples.get(entry, 2);
    long names = Lists.create(ts, 2);
    for (int i = Dicts.nextPosition(kwargs, 0); i >= 0; i = Dicts.nextPosition(kwargs, i + 1)) {
      Lists.append(ts, names, Dicts.keyAt(kwargs, i));
      ts.root(Dicts.valueAt(kwargs, i));
    }
    long kwnames = Lists.length(names) == 0 ? 0L : Lists.toTuple(ts, names);
    ts.root(kwnames);
    Calls.call(ts, Tuples.get(entry, 0), args, count, kwnames);
  }

  private static void guarded(ThreadState ts, String message, long function, Runnable step) {
    int mark = ts.rootMark();
    ts.root(function);
    try {
      step.run();
    } catch (Raised signal) {
      ts.runtime().unraisable(ts, message, function);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Forgets a function that is equal, as often as it was registered. */
  static long remove(ThreadState ts, long function) {
    long list = registered(ts);
    int mark = ts.rootMark();
    try {
      ts.root(list);
      int inner = ts.rootMark();
      for (int i = Lists.length(list) - 1; i >= 0; i--) {
        long entry = Lists.get(ts, list, i);
        if (entry == Word.EMPTY) {
          continue; // others have taken some out
        }
        ts.root(entry);
        if (Comparison.equal(ts, Tuples.get(entry, 0), function)
            && !dev.taipan.vm.container.Lists.removeAt(ts, list, i, entry)) {
          i = Lists.length(list);
        }
        ts.rootRelease(inner);
      }
    } finally {
      ts.rootRelease(mark);
    }
    return Word.NONE;
  }
}
