package dev.taipan.stdlib.module;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;

/**
 * {@code sys.audit} and {@code sys.addaudithook}. Hooks stay for the life of the runtime, in a list
 * that only grows; a program without one pays for a look at a dict.
 */
@BuiltinModule("sys")
public final class Audit {
  private static final String KEY = "sys.audithooks";

  private Audit() {}

  /** Adds the functions to {@code sys}. */
  public static void add(ThreadState ts, long sys) {
    Modules.addFunctions(ts, sys, AuditTable.TABLE);
    long state = StandardLibrary.of(ts).state();
    Dicts.setStr(ts, state, ts.runtime().intern(ts, KEY), Lists.create(ts, 0));
  }

  /** The list of hooks. */
  private static long hooks(ThreadState ts) {
    return Dicts.getStr(ts, StandardLibrary.of(ts).state(), ts.runtime().intern(ts, KEY));
  }

  /** Tells the hooks of an event; what they raise goes on to the caller. */
  public static void event(ThreadState ts, String event, long... arguments) {
    long hooks = hooks(ts);
    if (Lists.length(hooks) == 0) {
      return;
    }
    int mark = ts.rootMark();
    try {
      long args = Tuples.of(ts, arguments);
      ts.root(args);
      long name = Strs.of(ts, event);
      ts.root(name);
      tell(ts, hooks, name, args);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void tell(ThreadState ts, long hooks, long event, long args) {
    for (int i = 0; i < Lists.length(hooks); i++) {
      Calls.call2(ts, Lists.get(ts, hooks, i), event, args);
    }
  }

  @Builtin("audit(event, /, *args)")
  static void audit(ThreadState ts, long event, long args) {
    if (!Strs.isStr(ts, event)) {
      throw Errors.typeError(
          ts, "audit() argument 1 must be str, not %s", ts.runtime().typeOf(event).name());
    }
    tell(ts, hooks(ts), event, args);
  }

  /** Adds a hook unless one that is there refuses. */
  @Builtin("addaudithook(hook)")
  static void addHook(ThreadState ts, long hook) {
    try {
      event(ts, "sys.addaudithook");
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.RuntimeError);
      return;
    }
    Lists.append(ts, hooks(ts), hook);
  }
}
