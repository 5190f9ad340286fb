package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeFlags;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The compiler's own operations, by number. */
final class IntrinsicHandlers {
  private static final int PRINT = 1;
  private static final int IMPORT_STAR = 2;
  private static final int STOPITERATION_ERROR = 3;
  private static final int ASYNC_GEN_WRAP = 4;
  private static final int UNARY_POSITIVE = 5;
  private static final int LIST_TO_TUPLE = 6;
  private static final int PREP_RERAISE_STAR = 1;

  private IntrinsicHandlers() {}

  static long unary(ThreadState ts, long fp, int which, long value) {
    return switch (which) {
      case PRINT -> display(ts, value);
      case IMPORT_STAR -> importStar(ts, fp, value);
      case STOPITERATION_ERROR -> stopIterationError(ts, fp, value);
      case UNARY_POSITIVE -> Operators.positive(ts, value);
      case LIST_TO_TUPLE -> Lists.toTuple(ts, value);
      // A value of the generator's own is told from an awaited one by the YIELD_VALUE behind it.
      case ASYNC_GEN_WRAP -> value;
      default -> TypeParameterHandlers.unary(ts, fp, which, value);
    };
  }

  static long binary(ThreadState ts, long fp, int which, long left, long right) {
    if (which == PREP_RERAISE_STAR) {
      return ExceptionGroups.reraise(ts, left, right);
    }
    return TypeParameterHandlers.binary(ts, fp, which, left, right);
  }

  /** What an interactive statement's value goes to: sys.displayhook. */
  private static long display(ThreadState ts, long value) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    long hook = sys == Word.EMPTY ? Word.EMPTY : Attributes.find(ts, sys, "displayhook");
    if (hook == Word.EMPTY) {
      throw Errors.runtimeError(ts, "lost sys.displayhook");
    }
    Calls.call1(ts, hook, value);
    return Word.NONE;
  }

  private static long importStar(ThreadState ts, long fp, long module) {
    long all = Attributes.find(ts, module, "__all__");
    long names = all != Word.EMPTY ? all : Attributes.get(ts, module, "__dict__");
    boolean hidden = all == Word.EMPTY;
    long locals = FrameLayout.locals(fp);
    int mark = ts.rootMark();
    ts.root(names);
    try {
      Iteration.forEach(
          ts,
          hidden ? Dicts.keysList(ts, names) : names,
          (thread, name) -> {
            bind(thread, module, locals, name, hidden);
            return true;
          });
    } finally {
      ts.rootRelease(mark);
    }
    return Word.NONE;
  }

  private static void bind(ThreadState ts, long module, long locals, long name, boolean hidden) {
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(
          ts, "Item in __all__ must be str, not %s", ts.runtime().typeOf(name).name());
    }
    if (hidden && Strs.toJava(name).startsWith("_")) {
      return;
    }
    long interned = ts.runtime().intern(ts, name);
    Subscript.set(ts, locals, interned, Attributes.get(ts, module, interned));
  }

  /** What comes out of a generator's frame: StopIteration must not look like its end. */
  private static long stopIterationError(ThreadState ts, long fp, long exception) {
    int flags = CodeLayout.flags(FrameLayout.code(fp));
    boolean async = (flags & CodeFlags.ASYNC_GENERATOR) != 0;
    String kind =
        async ? "async generator" : (flags & CodeFlags.COROUTINE) != 0 ? "coroutine" : "generator";
    String what;
    if (Errors.isInstance(ts, exception, Exc.StopIteration)) {
      what = "StopIteration";
    } else if (async && Errors.isInstance(ts, exception, Exc.StopAsyncIteration)) {
      what = "StopAsyncIteration";
    } else {
      return exception;
    }
    Raised raised = Errors.runtimeError(ts, "%s raised %s", kind, what);
    assert raised != null;
    long error = ts.takePending();
    PyException object = Hosts.get(ts, error, PyException.class);
    object.setCause(exception);
    object.setContext(exception);
    object.setSuppressContext(true);
    assert Classes.orNull(ts, error) == null;
    return error;
  }
}
