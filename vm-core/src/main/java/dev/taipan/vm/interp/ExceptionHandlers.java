package dev.taipan.vm.interp;

import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.GeneratorLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Descriptors;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * Raising, matching and handling exceptions, and context managers.
 *
 * <p>The exception being handled is one word for each level: the thread's outermost, and one for
 * each generator, because a generator that is resumed inside a handler must not make its resumer's
 * exception its own.
 */
public final class ExceptionHandlers {
  private ExceptionHandlers() {}

  // ---- raising

  /** RAISE_VARARGS: leaves the state at the handler. */
  static long raise(ThreadState ts, long fp, long pc, long sp, long items, int count) {
    Frames.save(fp, pc, sp);
    Raised raised = raised(ts, items, count);
    assert raised != null;
    return Unwinder.raised(ts);
  }

  private static Raised raised(ThreadState ts, long items, int count) {
    if (count == 0) {
      long handled = current(ts);
      if (handled == Word.NONE) {
        return Errors.runtimeError(ts, "No active exception to reraise");
      }
      ts.interpreter.again = true;
      return ts.raise(handled);
    }
    long exception =
        instance(ts, Memory.getLong(items), "exceptions must derive from BaseException");
    // The instance takes its class's place on the stack, which roots it.
    Memory.putLong(items, exception);
    PyException object = Hosts.get(ts, exception, PyException.class);
    if (count == 2) {
      setCause(ts, object, Memory.getLong(items + 8));
    }
    chain(ts, exception, current(ts));
    return ts.raise(exception);
  }

  private static void setCause(ThreadState ts, PyException object, long cause) {
    long word =
        cause == Word.NONE
            ? Word.NONE
            : instance(ts, cause, "exception causes must derive from BaseException");
    object.setCause(word);
    object.setSuppressContext(true);
  }

  /** An exception object from an exception or an exception class. */
  static long instance(ThreadState ts, long word, String message) {
    PyType base = ts.runtime().types().exception(Exc.BaseException);
    PyType itself = Classes.orNull(ts, word);
    if (itself == null) {
      if (!ts.runtime().typeOf(word).isSubtypeOf(base)) {
        throw Errors.typeError(ts, "%s", message);
      }
      return word;
    }
    if (!itself.isSubtypeOf(base)) {
      throw Errors.typeError(ts, "%s", message);
    }
    long made = Calls.call0(ts, word);
    if (!ts.runtime().typeOf(made).isSubtypeOf(base)) {
      throw Errors.typeError(
          ts,
          "calling <class '%s'> should have returned an instance of BaseException, not <class"
              + " '%s'>",
          itself.name(),
          ts.runtime().typeOf(made).name());
    }
    return made;
  }

  /** Makes {@code handled} the context, unless that would close a circle. */
  static void chain(ThreadState ts, long exception, long handled) {
    if (handled == Word.NONE || handled == exception) {
      return;
    }
    cutCircle(ts, exception, handled);
    Hosts.get(ts, exception, PyException.class).setContext(handled);
  }

  /**
   * Cuts the chain of contexts where it would lead back to the exception. A script may have closed
   * a circle elsewhere in the chain: the slow one of two walkers is met again in it.
   */
  private static void cutCircle(ThreadState ts, long exception, long handled) {
    long slow = handled;
    boolean slowMoves = false;
    for (long at = handled; at != Word.NONE; ) {
      PyException object = Hosts.get(ts, at, PyException.class);
      long next = object.context();
      if (next == exception) {
        object.setContext(Word.NONE);
        return;
      }
      at = next;
      if (at == slow) {
        return;
      }
      if (slowMoves) {
        slow = Hosts.get(ts, slow, PyException.class).context();
      }
      slowMoves = !slowMoves;
    }
  }

  /**
   * RERAISE: the frame has its traceback entry already. An instruction from the stack is where the
   * frame stands for whoever looks, not this one.
   */
  static long reraise(ThreadState ts, long fp, long pc, long instruction, long exception) {
    FrameLayout.setPc(fp, pc);
    ts.interpreter.again = true;
    ts.interpreter.raisedAt = instruction == Word.EMPTY ? -1 : (int) Word.unboxInt(instruction);
    ts.setPending(exception);
    return Unwinder.raised(ts);
  }

  // ---- the exception being handled

  /** The exception that is being handled, None if there is none. */
  public static long current(ThreadState ts) {
    long handled = ts.interpreter.handled;
    for (long fp = ts.frame(); fp != 0 && handled == Word.NONE; fp = FrameLayout.previous(fp)) {
      if ((FrameLayout.flags(fp) & FrameFlags.GENERATOR) != 0) {
        handled = Memory.getLong(GeneratorLayout.ofFrame(fp) + GeneratorLayout.EXTRA);
      }
    }
    return handled;
  }

  static long pushHandled(ThreadState ts, long exception) {
    long previous = ts.interpreter.handled;
    ts.interpreter.handled = exception;
    return previous;
  }

  static void popHandled(ThreadState ts, long previous) {
    ts.interpreter.handled = previous;
    // What a MemoryError held is garbage from here on.
    ts.heap.remindOfReserve(ts);
  }

  // ---- matching

  static long matches(ThreadState ts, long exception, long classes) {
    checkClasses(ts, classes);
    return Word.boxBool(isOneOf(ts, exception, classes));
  }

  private static void checkClasses(ThreadState ts, long classes) {
    if (Tuples.isTuple(ts, classes)) {
      for (int i = 0; i < TupleLayout.length(classes); i++) {
        checkClass(ts, TupleLayout.get(classes, i));
      }
    } else {
      checkClass(ts, classes);
    }
  }

  private static void checkClass(ThreadState ts, long word) {
    PyType type = Classes.orNull(ts, word);
    if (type == null || !type.isSubtypeOf(ts.runtime().types().exception(Exc.BaseException))) {
      throw Errors.typeError(
          ts, "catching classes that do not inherit from BaseException is not allowed");
    }
  }

  private static boolean isOneOf(ThreadState ts, long exception, long classes) {
    PyType type = ts.runtime().typeOf(exception);
    if (!Tuples.isTuple(ts, classes)) {
      return type.isSubtypeOf(Classes.of(ts, classes));
    }
    for (int i = 0; i < TupleLayout.length(classes); i++) {
      if (type.isSubtypeOf(Classes.of(ts, TupleLayout.get(classes, i)))) {
        return true;
      }
    }
    return false;
  }

  /** {@code except*} takes groups apart, so it cannot ask for one. */
  private static void refuseGroups(ThreadState ts, long classes) {
    PyType group = ts.runtime().types().exception(Exc.BaseExceptionGroup);
    int count = Tuples.isTuple(ts, classes) ? TupleLayout.length(classes) : 1;
    for (int i = 0; i < count; i++) {
      long word = Tuples.isTuple(ts, classes) ? TupleLayout.get(classes, i) : classes;
      if (Classes.of(ts, word).isSubtypeOf(group)) {
        throw Errors.typeError(
            ts, "catching ExceptionGroup with except* is not allowed. Use except instead.");
      }
    }
  }

  /**
   * CHECK_EG_MATCH: gives the rest and stores the match at {@code match}; None where there is none.
   * The match becomes the exception being handled.
   */
  static long matchGroup(ThreadState ts, long exception, long classes, long match) {
    checkClasses(ts, classes);
    refuseGroups(ts, classes);
    PyType group = ts.runtime().types().exception(Exc.BaseExceptionGroup);
    if (exception == Word.NONE) {
      Memory.putLong(match, Word.NONE);
      return Word.NONE;
    }
    long rest = exception;
    long found = Word.NONE;
    if (ts.runtime().typeOf(exception).isSubtypeOf(group)) {
      long pair = Calls.named(ts, exception, "split", classes);
      if (!Tuples.isTuple(ts, pair) || TupleLayout.length(pair) != 2) {
        throw Errors.typeError(
            ts, "%s.split must return a 2-tuple", ts.runtime().typeOf(exception).name());
      }
      found = TupleLayout.get(pair, 0);
      rest = TupleLayout.get(pair, 1);
    } else if (isOneOf(ts, exception, classes)) {
      long one = Tuples.of(ts, exception);
      found =
          Calls.call2(
              ts,
              ts.runtime().types().exception(Exc.ExceptionGroup).cell(),
              ts.runtime().intern(ts, ""),
              one);
      rest = Word.NONE;
    }
    Memory.putLong(match, found);
    if (found != Word.NONE) {
      ts.interpreter.handled = found;
    }
    return rest;
  }

  // ---- the ends of asynchronous loops and delegation

  static void endAsyncFor(ThreadState ts, long exception) {
    if (!Errors.isInstance(ts, exception, Exc.StopAsyncIteration)) {
      ts.interpreter.again = true;
      throw ts.raise(exception);
    }
  }

  static long cleanupThrow(ThreadState ts, long exception) {
    if (!Errors.isInstance(ts, exception, Exc.StopIteration)) {
      ts.interpreter.again = true;
      throw ts.raise(exception);
    }
    return Generators.valueOf(ts, exception);
  }

  // ---- context managers

  static long exitMethod(ThreadState ts, long manager) {
    return managerMethod(ts, manager, Slot.ENTER, Slot.EXIT, "context manager");
  }

  static long asyncExitMethod(ThreadState ts, long manager) {
    return managerMethod(ts, manager, Slot.AENTER, Slot.AEXIT, "asynchronous context manager");
  }

  /** The bound exit method; the enter method is checked first, as scripts can tell. */
  private static long managerMethod(
      ThreadState ts, long manager, Slot enter, Slot exit, String protocol) {
    PyType type = ts.runtime().typeOf(manager);
    if (type.slot(ts, enter) == 0) {
      throw Errors.typeError(
          ts, "'%s' object does not support the %s protocol", type.name(), protocol);
    }
    long method = type.slot(ts, exit);
    if (method == 0) {
      throw Errors.typeError(
          ts,
          "'%s' object does not support the %s protocol (missed %s method)",
          type.name(),
          protocol,
          exit.pythonName());
    }
    return Descriptors.get(ts, method, manager, type);
  }

  static long enter(ThreadState ts, long manager) {
    return Calls.method0(ts, ts.runtime().typeOf(manager).slot(ts, Slot.ENTER), manager);
  }

  static long asyncEnter(ThreadState ts, long manager) {
    return Calls.method0(ts, ts.runtime().typeOf(manager).slot(ts, Slot.AENTER), manager);
  }

  static long callExit(ThreadState ts, long exit, long exception) {
    long type = ts.runtime().typeOf(exception).cell();
    long traceback = Hosts.get(ts, exception, PyException.class).traceback();
    return Calls.call3(ts, exit, type, exception, traceback);
  }
}
