package dev.taipan.stdlib.module;

import dev.taipan.stdlib.NativeModules;
import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.interp.InterpreterState;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code sys}: what few programs ask for. */
@BuiltinModule("sys")
public final class SysExtras {
  private static final StructSequence HOOKS_TYPE =
      new StructSequence("builtins", "asyncgen_hooks", "firstiter", "finalizer");

  private static final int CELL_BYTES = 16;
  private static final int RTLD_NOW = 2;

  private SysExtras() {}

  /** Adds the functions and values. */
  public static void add(ThreadState ts, long sys) {
    Modules.addFunctions(ts, sys, SysExtrasTable.TABLE);
    NativeModules.addGaps(ts, "sys", sys);
    long dict = Modules.dict(ts, sys);
    long git = Tuples.of(ts, Strs.of(ts, "Taipan"), Strs.of(ts, ""), Strs.of(ts, ""));
    Dicts.set(ts, dict, "_git", git);
    Dicts.set(ts, dict, "_framework", Strs.of(ts, ""));
    String executable = System.getProperty("taipan.executable", "");
    Dicts.set(ts, dict, "_base_executable", Strs.of(ts, executable));
    Dicts.set(ts, dict, "stdlib_module_names", Sets.frozenWords(ts, ModuleNames.TEXT));
  }

  @Builtin("get_asyncgen_hooks()")
  static long getAsyncgenHooks(ThreadState ts) {
    InterpreterState state = ts.interpreter;
    return HOOKS_TYPE.create(ts, state.asyncFirst(), state.asyncFinalizer());
  }

  @Builtin("set_asyncgen_hooks(firstiter=, finalizer=)")
  static void setAsyncgenHooks(ThreadState ts, long first, long last) {
    InterpreterState state = ts.interpreter;
    long finalizer = hook(ts, "finalizer", last, state.asyncFinalizer());
    state.setAsyncHooks(hook(ts, "firstiter", first, state.asyncFirst()), finalizer);
  }

  private static long hook(ThreadState ts, String name, long given, long old) {
    if (given != Word.EMPTY && given != Word.NONE && !Calls.isCallable(ts, given)) {
      throw Errors.typeError(
          ts, "callable %s expected, got %s", name, ts.runtime().typeOf(given).name());
    }
    return given == Word.EMPTY ? old : given;
  }

  @Builtin("get_coroutine_origin_tracking_depth()")
  static int originDepth(ThreadState ts) {
    return ts.interpreter.originDepth();
  }

  @Builtin("set_coroutine_origin_tracking_depth(depth)")
  static void setOriginDepth(ThreadState ts, int depth) {
    if (depth < 0) {
      throw Errors.valueError(ts, "depth must be >= 0");
    }
    ts.interpreter.setOriginDepth(depth);
  }

  @Builtin("_clear_type_cache()")
  static void clearTypeCache() {
    // Method caches belong to their classes and are dropped when those change.
  }

  /** In use, in units of the smallest cell: neither cells nor blocks are counted one by one. */
  @Builtin("getallocatedblocks()")
  static long allocatedBlocks(ThreadState ts) {
    Heap heap = ts.runtime().heap();
    return Word.boxInt((heap.liveBytes() + heap.allocatedSinceCollection()) / CELL_BYTES);
  }

  @Builtin("getunicodeinternedsize()")
  static int internedSize(ThreadState ts) {
    return ts.runtime().internedCount();
  }

  @Builtin("getdlopenflags()")
  static int dlopenFlags(ThreadState ts) {
    long known = Dicts.getStr(ts, StandardLibrary.of(ts).state(), dlopenKey(ts));
    return known == Word.EMPTY ? RTLD_NOW : (int) Ints.toLong(known);
  }

  /** Remembered only: nothing that Python code can load here is opened with dlopen. */
  @Builtin("setdlopenflags(flags, /)")
  static void setDlopenFlags(ThreadState ts, int flags) {
    Dicts.setStr(ts, StandardLibrary.of(ts).state(), dlopenKey(ts), Word.boxInt(flags));
  }

  private static long dlopenKey(ThreadState ts) {
    return ts.runtime().intern(ts, "sys.dlopenflags");
  }

  /** What CPython says where it has no trampoline either. */
  @Builtin("activate_stack_trampoline(backend, /)")
  static void activateTrampoline(ThreadState ts, String backend) {
    throw Errors.valueError(ts, "perf trampoline not available");
  }

  @Builtin("deactivate_stack_trampoline()")
  static void deactivateTrampoline() {
    // It is never active.
  }

  @Builtin("is_stack_trampoline_active()")
  static boolean trampolineActive() {
    return false;
  }
}
