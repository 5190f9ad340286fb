package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.spi.TraceRecorder;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Running Python code from Java.
 *
 * <p>Each call is one activation of the loop on the Java stack. Python calling Python does not come
 * here, so only builtins that call back can nest, and a counter ends that with RecursionError
 * before the Java stack does.
 */
public final class Interpreter {
  /** Activations that a thread may nest; each takes a few frames of the Java stack. */
  static final int MAX_DEPTH = 900;

  /** Bytes of the value stack for each frame that the recursion limit allows. */
  private static final int FRAME_ALLOWANCE = 1024;

  private Interpreter() {}

  /**
   * Calls a Python function.
   *
   * @param args address of the positional words, the keywords' values behind them
   * @param kwnames tuple of the keywords' names, or EMPTY
   */
  public static long call(ThreadState ts, long function, long args, int nargs, long kwnames) {
    long frame = ArgumentBinder.bind(ts, function, args, nargs, kwnames);
    return execute(ts, frame);
  }

  /** Whether a callable is a Python function that takes just so many positional arguments. */
  public static boolean isExact(long callable, int nargs) {
    return Cells.is(callable, Kind.FUNCTION)
        && CodeLayout.isExact(FunctionLayout.code(callable), nargs);
  }

  /**
   * Calls an {@link #isExact} function of one or two arguments (a second one that is EMPTY is
   * none): they go straight into its frame.
   */
  public static long callExact(ThreadState ts, long function, long first, long second) {
    return execute(ts, CallHandlers.pushExact(ts, function, first, second));
  }

  /** Runs a function's code with a mapping for its locals: the body of a class. */
  public static long callWithLocals(ThreadState ts, long function, long locals) {
    long frame = Frames.pushFunction(ts, function, FunctionLayout.code(function));
    FrameLayout.setLocals(frame, locals);
    return execute(ts, frame);
  }

  /** Runs the code of a module, {@code exec} or {@code eval}. */
  public static long run(ThreadState ts, long code, long globals, long builtins, long locals) {
    long frame = Frames.push(ts, Word.EMPTY, code, globals, builtins);
    FrameLayout.setLocals(frame, locals);
    return execute(ts, frame);
  }

  /** Links a blueprint and runs it as a module's code. */
  public static long run(ThreadState ts, CodeBlueprint blueprint, long globals, long builtins) {
    return run(ts, CodeLinker.link(ts, blueprint), globals, builtins, globals);
  }

  /**
   * Limits the value stack to what {@code limit} frames of generous size take. Counting calls would
   * cost every call; a deep recursion of small frames therefore gets deeper than the limit says.
   */
  public static void setRecursionLimit(ThreadState ts, int limit) {
    ts.interpreter.recursionLimit = limit;
    long bytes = Math.min(ThreadState.STACK_BYTES, (long) limit * FRAME_ALLOWANCE);
    Memory.putLong(ts.block + ThreadLayout.STACK_LIMIT, ts.stackBase + bytes);
  }

  public static int recursionLimit(ThreadState ts) {
    return ts.interpreter.recursionLimit;
  }

  private static long execute(ThreadState ts, long frame) {
    Frames.enter(ts, frame, FrameFlags.ENTRY);
    if (ts.interpreter.depth == 0) {
      setRecursionLimit(ts, ts.interpreter.recursionLimit);
      ts.interpreter.counting = counts(ts);
    }
    return activate(ts);
  }

  private static boolean counts(ThreadState ts) {
    Options options = ts.runtime().options();
    boolean specializes = ts.runtime().services().specializer() != null && options.specialize();
    return specializes || options.stats();
  }

  /** Runs the thread's frame, which is marked as an entry, until it returns or yields. */
  static long activate(ThreadState ts) {
    ts.mayPoll();
    InterpreterState state = ts.interpreter;
    if (state.depth >= MAX_DEPTH) {
      ts.setFrame(FrameLayout.previous(ts.frame()));
      throw Errors.raise(ts, Exc.RecursionError, "maximum recursion depth exceeded");
    }
    state.depth++;
    try {
      long result = plain(ts, state);
      while (result == States.SWITCH) {
        result = state.requested == null ? plain(ts, state) : trace(ts, state);
      }
      return result;
    } finally {
      state.depth--;
    }
  }

  /**
   * Where nothing is specialized, heads run in their plain forms. Under -X stats the twin runs: its
   * recorder counts.
   */
  private static long plain(ThreadState ts, InterpreterState state) {
    Options options = ts.runtime().options();
    if (!options.stats()) {
      return options.specialize() ? InterpreterLoop.run(ts) : PlainLoop.run(ts);
    }
    if (state.counts == null) {
      state.counts = ts.runtime().families().add();
    }
    return TracingLoop.run(ts, state.counts);
  }

  private static long trace(ThreadState ts, InterpreterState state) {
    TraceRecorder recorder = state.requested;
    state.requested = null;
    state.tracing = true;
    long result;
    try {
      result = TracingLoop.run(ts, recorder);
    } catch (RuntimeException | Error failed) {
      state.tracing = false;
      recorder.left(ts);
      throw failed;
    }
    state.tracing = false;
    if (result != States.SWITCH) {
      int mark = ts.rootMark();
      ts.root(result);
      recorder.left(ts);
      ts.rootRelease(mark);
    }
    return result;
  }
}
