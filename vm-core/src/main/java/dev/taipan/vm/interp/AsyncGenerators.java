package dev.taipan.vm.interp;

import dev.taipan.vm.layout.GeneratorLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.AsyncStep;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * Driving asynchronous generators. A value that the generator yields itself ends a step, as the
 * value of a StopIteration; what it awaits yields goes through.
 *
 * <p>The bits in the generator's flags belong to whoever drives it.
 */
public final class AsyncGenerators {
  private static final int RUNNING = 1;
  private static final int CLOSED = 2;

  /** The thread's hooks know of it. */
  private static final int ANNOUNCED = 4;

  private AsyncGenerators() {}

  public static boolean isRunning(long generator) {
    return has(generator, RUNNING);
  }

  private static boolean has(long generator, int bit) {
    return (Memory.getInt(generator + GeneratorLayout.FLAGS) & bit) != 0;
  }

  private static void set(long generator, int bit, boolean on) {
    int flags = Memory.getInt(generator + GeneratorLayout.FLAGS);
    Memory.putInt(generator + GeneratorLayout.FLAGS, on ? flags | bit : flags & ~bit);
  }

  static boolean isClosed(long generator) {
    return has(generator, CLOSED);
  }

  /** Before the first step of a generator is made: tells the hooks of the thread that makes it. */
  public static void announce(ThreadState ts, long generator) {
    if (has(generator, ANNOUNCED)) {
      return;
    }
    set(generator, ANNOUNCED, true);
    long finalizer = ts.interpreter.asyncFinalizer();
    if (finalizer != Word.NONE) {
      Memory.putLongRelease(generator + GeneratorLayout.ORIGIN, finalizer);
      ts.heap.finalizers.register(generator);
    }
    long first = ts.interpreter.asyncFirst();
    if (first != Word.NONE) {
      Calls.call1(ts, first, generator);
    }
  }

  /** {@code send} of a step. */
  public static long send(ThreadState ts, AsyncStep step, long value) {
    return step.mode() == AsyncStep.Mode.SEND
        ? sendNext(ts, step, value)
        : sendThrow(ts, step, value);
  }

  private static long sendNext(ThreadState ts, AsyncStep step, long value) {
    long generator = step.generator();
    requireOpen(ts, step);
    long sent = value;
    if (step.state() == AsyncStep.State.CREATED) {
      requireIdle(ts, step, "anext");
      sent = value == Word.NONE ? step.first() : value;
      step.setState(AsyncStep.State.STARTED);
    }
    set(generator, RUNNING, true);
    try {
      return own(ts, generator, resume(ts, generator, sent));
    } catch (Raised signal) {
      ended(ts, generator);
      step.setState(AsyncStep.State.CLOSED);
      throw signal;
    }
  }

  private static long resume(ThreadState ts, long generator, long value) {
    boolean fresh = GeneratorLayout.state(generator) == GeneratorLayout.CREATED;
    if (fresh && value != Word.NONE) {
      throw Errors.typeError(ts, "can't send non-None value to a just-started async generator");
    }
    return Generators.resume(ts, generator, value);
  }

  /** What a step gives for what its generator yielded: its own values are raised. */
  private static long own(ThreadState ts, long generator, long word) {
    if (word == Word.EMPTY) {
      throw Errors.raiseBare(ts, Exc.StopAsyncIteration);
    }
    if (yieldedItself(generator)) {
      throw Errors.raiseWith(ts, Exc.StopIteration, word);
    }
    return word;
  }

  private static boolean yieldedItself(long generator) {
    return Generators.delegateOf(generator) == Word.EMPTY;
  }

  private static void ended(ThreadState ts, long generator) {
    set(generator, RUNNING, false);
    if (Errors.pendingIs(ts, Exc.StopAsyncIteration) || Errors.pendingIs(ts, Exc.GeneratorExit)) {
      set(generator, CLOSED, true);
    }
  }

  private static void requireOpen(ThreadState ts, AsyncStep step) {
    if (step.state() == AsyncStep.State.CLOSED) {
      throw Errors.runtimeError(
          ts,
          "cannot reuse already awaited %s",
          step.mode() == AsyncStep.Mode.SEND ? "__anext__()/asend()" : "aclose()/athrow()");
    }
  }

  private static void requireIdle(ThreadState ts, AsyncStep step, String what) {
    if (has(step.generator(), RUNNING)) {
      step.setState(AsyncStep.State.CLOSED);
      throw Errors.runtimeError(ts, "%s(): asynchronous generator is already running", what);
    }
  }

  private static long sendThrow(ThreadState ts, AsyncStep step, long value) {
    long generator = step.generator();
    boolean closes = step.mode() == AsyncStep.Mode.CLOSE;
    requireOpen(ts, step);
    if (GeneratorLayout.state(generator) == GeneratorLayout.FINISHED) {
      step.setState(AsyncStep.State.CLOSED);
      throw Errors.raiseBare(ts, Exc.StopIteration);
    }
    boolean first = step.state() == AsyncStep.State.CREATED;
    if (first) {
      requireIdle(ts, step, closes ? "aclose" : "athrow");
      if (has(generator, CLOSED)) {
        step.setState(AsyncStep.State.CLOSED);
        throw Errors.raiseBare(ts, Exc.StopAsyncIteration);
      }
      if (value != Word.NONE) {
        throw Errors.runtimeError(ts, "can't send non-None value to a just-started coroutine");
      }
      step.setState(AsyncStep.State.STARTED);
      set(generator, RUNNING, true);
    }
    int mark = ts.rootMark();
    try {
      long word = first ? begin(ts, step) : Generators.resume(ts, generator, value);
      return closes ? closing(ts, generator, word) : own(ts, generator, word);
    } catch (Raised signal) {
      set(generator, RUNNING, false);
      step.setState(AsyncStep.State.CLOSED);
      boolean end =
          Errors.pendingIs(ts, Exc.StopAsyncIteration) || Errors.pendingIs(ts, Exc.GeneratorExit);
      if (closes && end) {
        ts.clearPending();
        throw Errors.raiseBare(ts, Exc.StopIteration);
      }
      throw signal;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long begin(ThreadState ts, AsyncStep step) {
    if (step.mode() == AsyncStep.Mode.THROW) {
      ThrowArguments given = new ThrowArguments(step.first(), step.second(), step.third());
      return Generators.raiseIn(ts, step.generator(), given, false);
    }
    set(step.generator(), CLOSED, true);
    long exit =
        Errors.create(ts, ts.runtime().types().exception(Exc.GeneratorExit), Tuples.empty(ts));
    ts.root(exit);
    return Generators.raiseIn(ts, step.generator(), ThrowArguments.of(exit), false);
  }

  private static long closing(ThreadState ts, long generator, long word) {
    if (word == Word.EMPTY) {
      throw Errors.raiseBare(ts, Exc.StopAsyncIteration);
    }
    if (yieldedItself(generator)) {
      throw Errors.runtimeError(ts, "async generator ignored GeneratorExit");
    }
    return word;
  }

  /** {@code throw} of a step. */
  public static long raise(ThreadState ts, AsyncStep step, long type, long value, long traceback) {
    long generator = step.generator();
    requireOpen(ts, step);
    int mark = ts.rootMark();
    try {
      ThrowArguments given = new ThrowArguments(type, value, traceback);
      given.warn(ts);
      long word = Generators.raiseIn(ts, generator, given, true);
      return step.mode() == AsyncStep.Mode.CLOSE
          ? closing(ts, generator, word)
          : own(ts, generator, word);
    } catch (Raised signal) {
      ended(ts, generator);
      step.setState(AsyncStep.State.CLOSED);
      boolean end =
          Errors.pendingIs(ts, Exc.StopAsyncIteration) || Errors.pendingIs(ts, Exc.GeneratorExit);
      if (step.mode() == AsyncStep.Mode.CLOSE && end) {
        ts.clearPending();
        throw Errors.raiseBare(ts, Exc.StopIteration);
      }
      throw signal;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
