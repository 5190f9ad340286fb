package dev.taipan.vm.interp;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Apart;
import dev.taipan.vm.monitor.TraceHooks;
import dev.taipan.vm.spi.TraceRecorder;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/**
 * What the interpreter keeps for one thread in Java; only that thread touches it, except in a stop.
 *
 * <p>Profiles live here because a counter that two threads write costs more than all it could save:
 * each thread has its own counters for each code object, found through the frame.
 */
public final class InterpreterState extends Apart {
  /** Address of the profile of the code with this number, or 0. */
  private long[] profiles = new long[64];

  /** The exception being handled at this level, or None: see {@link ExceptionHandlers}. */
  long handled = Word.NONE;

  /** Set by a handler that asks for the tracing loop; taken by {@link Interpreter}. */
  TraceRecorder requested;

  /** Counts of what the families do, under -X stats only; see {@link Interpreter}. */
  OpCounts counts;

  /** Made when the thread first looks up an attribute. */
  AttributeLookups lookups;

  /** Whether sites count at all: without a specializer it would be for nothing. */
  boolean counting = true;

  /** Whether some activation of this thread runs under a recorder. */
  boolean tracing;

  /** A method of the loop's has raised; said to {@link Heads} by the next miss. */
  boolean raised;

  /** Activations of the loop on the Java stack. */
  int depth;

  /** What the generator returned that ended last. */
  long result = Word.NONE;

  /** The exception being raised is raised again: its frame has a traceback entry already. */
  boolean again;

  /** Which instruction raised what is raised again in the frame; -1 if not known. */
  int raisedAt = -1;

  /** The exception that was unwound last: it has its context. Forgotten in a collection. */
  long unwinding = Word.NONE;

  /** The thread's trace and profile functions. */
  public final TraceHooks hooks = new TraceHooks();

  /** See {@link Interpreter#setRecursionLimit}. */
  int recursionLimit = 1000;

  /** {@code sys.set_asyncgen_hooks}: a callable or None each. */
  private long asyncFirst = Word.NONE;

  private long asyncFinalizer = Word.NONE;

  /** {@code sys.set_coroutine_origin_tracking_depth} */
  private int originDepth;

  /** The state of a new thread. */
  public InterpreterState() {}

  public int recursionLimit() {
    return recursionLimit;
  }

  /** For a new thread, before it runs. */
  public void inheritRecursionLimit(int limit) {
    recursionLimit = limit;
  }

  long profile(int code) {
    return code < profiles.length ? profiles[code] : 0;
  }

  void setProfile(int code, long address) {
    if (code >= profiles.length) {
      profiles = Arrays.copyOf(profiles, Math.max(code + 1, profiles.length * 2));
    }
    profiles[code] = address;
  }

  public boolean isTracing() {
    return tracing;
  }

  /** What is called with an asynchronous generator that is iterated for the first time, or None. */
  public long asyncFirst() {
    return asyncFirst;
  }

  /** What is called with an asynchronous generator that dies unfinished, or None. */
  public long asyncFinalizer() {
    return asyncFinalizer;
  }

  public void setAsyncHooks(long first, long finalizer) {
    asyncFirst = first;
    asyncFinalizer = finalizer;
  }

  /** How many callers a new coroutine notes. */
  public int originDepth() {
    return originDepth;
  }

  public void setOriginDepth(int depth) {
    originDepth = depth;
  }

  public void trace(Visitor visitor) {
    visitor.visit(handled);
    visitor.visit(asyncFirst);
    visitor.visit(asyncFinalizer);
    visitor.visit(result);
    hooks.trace(visitor);
    // Kept for a comparison only: it must not keep the exception and all its frames alive.
    unwinding = Word.NONE;
  }

  /** The thread is gone. */
  public void free() {
    for (long profile : profiles) {
      if (profile != 0) {
        Profiles.free(profile);
      }
    }
    profiles = new long[0];
  }
}
