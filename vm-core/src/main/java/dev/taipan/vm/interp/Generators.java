package dev.taipan.vm.interp;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.GeneratorLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.object.Warnings;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * Generators and coroutines as Java uses them: what their methods do.
 *
 * <p>A method that resumes gives the yielded word; EMPTY means that the generator returned, and
 * then {@link #takeResult} gives what.
 */
public final class Generators {
  private Generators() {}

  /** Resumes with a value; EMPTY if it returned or was finished. */
  public static long resume(ThreadState ts, long generator, long value) {
    ts.interpreter.result = Word.NONE;
    requireRoom(ts);
    if (!GeneratorHandlers.claim(ts, generator)) {
      if (GeneratorLayout.state(generator) == GeneratorLayout.FINISHED) {
        return finished(ts, generator);
      }
      throw Errors.valueError(ts, "%s already executing", describe(generator));
    }
    GeneratorHandlers.enter(ts, generator, value, FrameFlags.ENTRY);
    return outcome(ts, generator, Interpreter.activate(ts));
  }

  private static void requireRoom(ThreadState ts) {
    if (!GeneratorHandlers.hasRoom(ts) || ts.interpreter.depth >= Interpreter.MAX_DEPTH) {
      throw Errors.raise(ts, Exc.RecursionError, "maximum recursion depth exceeded");
    }
  }

  private static long finished(ThreadState ts, long generator) {
    if (Cells.is(generator, Kind.COROUTINE)) {
      throw Errors.runtimeError(ts, "cannot reuse already awaited coroutine");
    }
    return Word.EMPTY;
  }

  private static long outcome(ThreadState ts, long generator, long word) {
    if (GeneratorLayout.state(generator) != GeneratorLayout.FINISHED) {
      return word;
    }
    ts.interpreter.result = word;
    return Word.EMPTY;
  }

  /** What the generator returned that ended last on this thread. */
  public static long takeResult(ThreadState ts) {
    long result = ts.interpreter.result;
    ts.interpreter.result = Word.NONE;
    return result;
  }

  /** {@code generator.send(value)}: raises StopIteration at the end. */
  public static long send(ThreadState ts, long generator, long value) {
    if (value != Word.NONE && GeneratorLayout.state(generator) == GeneratorLayout.CREATED) {
      throw Errors.typeError(
          ts, "can't send non-None value to a just-started %s", describe(generator));
    }
    long word = resume(ts, generator, value);
    if (word == Word.EMPTY) {
      throw stopIteration(ts);
    }
    return word;
  }

  /** {@code next(generator)}: EMPTY at the end, StopIteration if a value was returned. */
  public static long next(ThreadState ts, long generator) {
    long word = resume(ts, generator, Word.NONE);
    if (word == Word.EMPTY && ts.interpreter.result != Word.NONE) {
      throw stopIteration(ts);
    }
    return word;
  }

  /** The StopIteration that carries the result. */
  public static Raised stopIteration(ThreadState ts) {
    long result = takeResult(ts);
    return result == Word.NONE
        ? Errors.raiseBare(ts, Exc.StopIteration)
        : Errors.raiseWith(ts, Exc.StopIteration, result);
  }

  /**
   * Raises an exception object where the generator stands; the answer is as for {@link #resume}.
   */
  public static long raiseIn(ThreadState ts, long generator, long exception) {
    return raiseIn(ts, generator, ThrowArguments.of(exception), true);
  }

  /**
   * As above.
   *
   * @param closing whether a GeneratorExit closes what the generator delegates to; else it is
   *     thrown there, as the first step of {@code aclose} and {@code athrow} does
   */
  static long raiseIn(ThreadState ts, long generator, ThrowArguments given, boolean closing) {
    ts.interpreter.result = Word.NONE;
    requireRoom(ts);
    long delegate = delegateOf(generator);
    if (delegate != Word.EMPTY) {
      return raiseInDelegate(ts, generator, delegate, given, closing);
    }
    int mark = ts.rootMark();
    try {
      long exception = given.exception(ts);
      ts.root(exception);
      return raiseItself(ts, generator, exception);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long raiseItself(ThreadState ts, long generator, long exception) {
    if (!claimAt(ts, generator, Word.EMPTY)) {
      if (GeneratorLayout.state(generator) == GeneratorLayout.FINISHED) {
        finished(ts, generator);
        throw ts.raise(exception);
      }
      throw Errors.valueError(ts, "%s already executing", describe(generator));
    }
    enterWithout(ts, generator);
    return raiseHere(ts, generator, exception);
  }

  /**
   * Claims the generator where it still delegates to what was found, or to nothing; false if it
   * runs or is finished, or if another thread has had it go on since.
   */
  private static boolean claimAt(ThreadState ts, long generator, long delegate) {
    if (!GeneratorHandlers.claim(ts, generator)) {
      return false;
    }
    if (standingDelegate(generator) != delegate) {
      GeneratorLayout.setState(generator, GeneratorLayout.SUSPENDED);
      return false;
    }
    return true;
  }

  /** Enters a frame that does not go on with its RESUME, where code is brought up to date. */
  private static void enterWithout(ThreadState ts, long generator) {
    ts.runtime().monitoring().refresh(ts, FrameLayout.code(GeneratorLayout.frame(generator)));
    GeneratorHandlers.enter(ts, generator, Word.EMPTY, FrameFlags.ENTRY);
  }

  /**
   * The exception comes out of the YIELD_VALUE at which the frame stands, or out of the
   * RETURN_GENERATOR of a fresh one, which no handler covers.
   */
  private static long raiseHere(ThreadState ts, long generator, long exception) {
    long frame = GeneratorLayout.frame(generator);
    FrameLayout.setPc(frame, FrameLayout.pc(frame) - 8);
    if (ts.interpreter.handled != Word.NONE) {
      ExceptionHandlers.chain(ts, exception, ts.interpreter.handled);
    }
    ts.setPending(exception);
    ExceptionEvents.thrown(ts, frame);
    Unwinder.unwind(ts);
    return outcome(ts, generator, Interpreter.activate(ts));
  }

  private static long raiseInDelegate(
      ThreadState ts, long generator, long delegate, ThrowArguments given, boolean closing) {
    int mark = ts.rootMark();
    try {
      ts.root(delegate); // another thread may have the generator go on meanwhile
      boolean closes = closing && given.isExit(ts);
      // An error of this look-up goes to who throws; the generator stays where it stands.
      long method =
          closes || isNative(delegate)
              ? Word.EMPTY
              : Attributes.findQuietly(ts, delegate, ts.runtime().intern(ts, "throw"));
      ts.root(method);
      if (closes || method == Word.EMPTY && !isNative(delegate)) {
        long exception = given.exception(ts);
        ts.root(exception);
        ThrowArguments made = ThrowArguments.of(exception);
        return raiseInDelegate(ts, generator, delegate, made, method, closes);
      }
      return raiseInDelegate(ts, generator, delegate, given, method, false);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long raiseInDelegate(
      ThreadState ts,
      long generator,
      long delegate,
      ThrowArguments given,
      long method,
      boolean closes) {
    if (!claimAt(ts, generator, delegate)) {
      throw Errors.valueError(ts, "%s already executing", describe(generator));
    }
    // The frame stands among the callers meanwhile, and what it handles is being handled.
    enterWithout(ts, generator);
    long yielded;
    try {
      yielded = throwAt(ts, delegate, given, method, closes);
    } catch (Raised signal) {
      return raiseHere(ts, generator, ts.takePending());
    }
    GeneratorHandlers.standStill(ts, generator);
    if (yielded != Word.EMPTY) {
      GeneratorLayout.setState(generator, GeneratorLayout.SUSPENDED);
      return yielded;
    }
    return afterDelegate(ts, generator);
  }

  /** The delegate returned: the generator goes on behind its SEND loop, with the result on top. */
  private static long afterDelegate(ThreadState ts, long generator) {
    long result = takeResult(ts);
    long frame = GeneratorLayout.frame(generator);
    long pc = FrameLayout.pc(frame) - 16;
    if (Op.head(Instructions.op(pc)) != Op.SEND) {
      throw new IllegalStateException("no SEND in front of a delegating YIELD_VALUE");
    }
    FrameLayout.setPc(frame, pc + 8L * (1 + Instructions.arg(pc)));
    GeneratorHandlers.enter(ts, generator, result, FrameFlags.ENTRY);
    return outcome(ts, generator, Interpreter.activate(ts));
  }

  private static long throwAt(
      ThreadState ts, long delegate, ThrowArguments given, long method, boolean closes) {
    if (closes) {
      closeDelegate(ts, delegate);
      throw ts.raise(given.type());
    }
    if (isNative(delegate)) {
      return raiseIn(ts, delegate, given, true);
    }
    if (method == Word.EMPTY) {
      throw ts.raise(given.type());
    }
    try {
      return given.passTo(ts, method);
    } catch (Raised signal) {
      if (!Errors.pendingIs(ts, Exc.StopIteration)) {
        throw signal;
      }
      ts.interpreter.result = valueOf(ts, ts.takePending());
      return Word.EMPTY;
    }
  }

  private static void closeDelegate(ThreadState ts, long delegate) {
    if (isNative(delegate)) {
      close(ts, delegate);
      return;
    }
    long method;
    try {
      method = Attributes.findQuietly(ts, delegate, ts.runtime().intern(ts, "close"));
    } catch (Raised signal) {
      ts.runtime().unraisable(ts, null, delegate);
      return;
    }
    if (method != Word.EMPTY) {
      Calls.call0(ts, method);
    }
  }

  private static boolean isNative(long word) {
    return Cells.is(word, Kind.GENERATOR) || Cells.is(word, Kind.COROUTINE);
  }

  /** What a suspended generator delegates to, or EMPTY. */
  public static long delegateOf(long generator) {
    return GeneratorLayout.state(generator) == GeneratorLayout.SUSPENDED
        ? standingDelegate(generator)
        : Word.EMPTY;
  }

  /** The same of one that the caller has claimed; a fresh one stands at no YIELD_VALUE. */
  private static long standingDelegate(long generator) {
    long frame = GeneratorLayout.frame(generator);
    long pc = FrameLayout.pc(frame) - 8;
    boolean delegates = Instructions.op(pc) == Op.YIELD_VALUE && Instructions.arg(pc) == 1;
    return delegates ? Memory.getLong(FrameLayout.sp(frame) - 8) : Word.EMPTY;
  }

  /** {@code generator.close()}; gives what the generator returned. */
  public static long close(ThreadState ts, long generator) {
    int state = GeneratorLayout.state(generator);
    if (state == GeneratorLayout.FINISHED) {
      return Word.NONE;
    }
    if (state == GeneratorLayout.CREATED && GeneratorHandlers.claim(ts, generator)) {
      GeneratorHandlers.retire(ts, generator);
      return Word.NONE;
    }
    long exit =
        Errors.create(ts, ts.runtime().types().exception(Exc.GeneratorExit), Tuples.empty(ts));
    int mark = ts.rootMark();
    ts.root(exit);
    try {
      if (raiseIn(ts, generator, exit) != Word.EMPTY) {
        throw Errors.runtimeError(ts, "%s ignored GeneratorExit", describe(generator));
      }
      return takeResult(ts);
    } catch (Raised signal) {
      if (Errors.pendingIs(ts, Exc.StopIteration) || Errors.pendingIs(ts, Exc.GeneratorExit)) {
        ts.takePending();
        return Word.NONE;
      }
      throw signal;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /**
   * What a dead one still has to do: an asynchronous generator is given to its finalizer, a
   * coroutine that nobody awaited is reported, and what stands inside {@code try} or {@code with}
   * is closed.
   */
  public static void finalizeDead(ThreadState ts, long generator) {
    int state = GeneratorLayout.state(generator);
    boolean fresh = state == GeneratorLayout.CREATED;
    long finalizer =
        Cells.is(generator, Kind.ASYNC_GENERATOR)
            ? Memory.getLong(generator + GeneratorLayout.ORIGIN)
            : Word.EMPTY;
    if (fresh && Cells.is(generator, Kind.COROUTINE)) {
      if (!isLibrarySpecimen(ts, generator)) {
        Warnings.unawaited(ts, generator, Memory.getLong(generator + GeneratorLayout.QUALNAME));
      }
      if (GeneratorHandlers.claim(ts, generator)) {
        GeneratorHandlers.retire(ts, generator);
      }
    } else if (state == GeneratorLayout.FINISHED) {
      return;
    } else if (finalizer != Word.EMPTY && !AsyncGenerators.isClosed(generator)) {
      Calls.call1(ts, finalizer, generator);
    } else if (state == GeneratorLayout.SUSPENDED) {
      close(ts, generator);
    }
  }

  /** The library makes one coroutine to get at the type of all, and leaves it alone. */
  private static boolean isLibrarySpecimen(ThreadState ts, long generator) {
    long code = FrameLayout.code(GeneratorLayout.frame(generator));
    return Frames.codeOf(ts, code).details().filename().endsWith("/_collections_abc.py");
  }

  /** SEND's work for what is not a generator: EMPTY at the end, with the result to take. */
  static long delegate(ThreadState ts, long receiver, long value) {
    if (isNative(receiver)) {
      return resume(ts, receiver, value);
    }
    ts.interpreter.result = Word.NONE;
    try {
      return value == Word.NONE
          ? Calls.method0(ts, ts.runtime().typeOf(receiver).slot(ts, Slot.NEXT), receiver)
          : Calls.named(ts, receiver, "send", value);
    } catch (Raised signal) {
      if (!Errors.pendingIs(ts, Exc.StopIteration)) {
        throw signal;
      }
      ts.interpreter.result = valueOf(ts, ts.takePending());
      return Word.EMPTY;
    }
  }

  /** The iterator behind what {@code await} takes. */
  public static long awaitable(ThreadState ts, long value) {
    return Awaiting.awaitable(ts, value, 0);
  }

  /** The value of a StopIteration. */
  static long valueOf(ThreadState ts, long stopIteration) {
    long args = Hosts.get(ts, stopIteration, PyException.class).args();
    return Tuples.length(args) == 0 ? Word.NONE : Tuples.get(args, 0);
  }

  private static String describe(long generator) {
    return Cells.is(generator, Kind.COROUTINE)
        ? "coroutine"
        : Cells.is(generator, Kind.ASYNC_GENERATOR) ? "async generator" : "generator";
  }
}
