package dev.taipan.stdlib.module;

import dev.taipan.stdlib.NativeModules;
import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code sys}: what few programs ask for. */
@BuiltinModule("sys")
public final class SysExtras {
  private static final String HOOKS = "asyncgen hooks";

  private static final StructSequence HOOKS_TYPE =
      new StructSequence("sys", "asyncgen_hooks", "firstiter", "finalizer");

  private SysExtras() {}

  /** Adds the functions and values. */
  public static void add(ThreadState ts, long sys) {
    Modules.addFunctions(ts, sys, SysExtrasTable.TABLE);
    long dict = Modules.dict(ts, sys);
    Dicts.set(ts, StandardLibrary.of(ts).state(), HOOKS, Dicts.create(ts));
    long git = Tuples.of(ts, Strs.of(ts, "Taipan"), Strs.of(ts, ""), Strs.of(ts, ""));
    Dicts.set(ts, dict, "_git", git);
    Dicts.set(ts, dict, "_framework", Strs.of(ts, ""));
    String executable = System.getProperty("taipan.executable", "");
    Dicts.set(ts, dict, "_base_executable", Strs.of(ts, executable));
    Dicts.set(ts, dict, "stdlib_module_names", moduleNames(ts));
  }

  /** The modules of this runtime that have no file; the library's own are found by their files. */
  private static long moduleNames(ThreadState ts) {
    int mark = ts.rootMark();
    try {
      long names = Lists.create(ts, 64);
      ts.root(names);
      for (String name : NativeModules.names()) {
        Lists.append(ts, names, Strs.of(ts, name));
      }
      return Calls.call1(ts, ts.runtime().types().frozenset.cell(), names);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long hooks(ThreadState ts) {
    long state = StandardLibrary.of(ts).state();
    return Dicts.getStr(ts, state, ts.runtime().intern(ts, HOOKS));
  }

  private static long key() {
    return Word.boxInt(Thread.currentThread().threadId());
  }

  @Builtin("get_asyncgen_hooks()")
  static long getAsyncgenHooks(ThreadState ts) {
    long known = Dicts.get(ts, hooks(ts), key());
    return known != 0L ? known : HOOKS_TYPE.create(ts, Word.NONE, Word.NONE);
  }

  @Builtin("set_asyncgen_hooks(firstiter=, finalizer=)")
  static void setAsyncgenHooks(ThreadState ts, long first, long last) {
    long[] pair = {first, last};
    String[] names = {"firstiter", "finalizer"};
    long known = getAsyncgenHooks(ts);
    for (int i = 0; i < pair.length; i++) {
      if (pair[i] == Word.EMPTY) {
        pair[i] = Tuples.get(known, i);
      } else if (pair[i] != Word.NONE && !Calls.isCallable(ts, pair[i])) {
        throw Errors.typeError(
            ts, "callable %s expected, got %s", names[i], ts.runtime().typeOf(pair[i]).name());
      }
    }
    Dicts.set(ts, hooks(ts), key(), HOOKS_TYPE.create(ts, pair));
  }

  @Builtin("get_coroutine_origin_tracking_depth()")
  static int originDepth() {
    return 0;
  }

  @Builtin("set_coroutine_origin_tracking_depth(depth)")
  static void setOriginDepth(ThreadState ts, int depth) {
    if (depth < 0) {
      throw Errors.valueError(ts, "depth must be >= 0");
    }
    if (depth > 0) {
      throw Errors.notImplemented(ts, "sys.set_coroutine_origin_tracking_depth");
    }
  }

  @Builtin("_clear_type_cache()")
  static void clearTypeCache() {
    // Method caches belong to their classes and are dropped when those change.
  }

  @Builtin("is_stack_trampoline_active()")
  static boolean trampolineActive() {
    return false;
  }
}
