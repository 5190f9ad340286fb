package dev.taipan.vm.interp;

import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.PyTraceback;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.object.Warnings;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** {@code throw(type, value, traceback)} of generators and what is like them. */
public final class Throwing {
  private Throwing() {}

  /** Warns of arguments that are not an exception alone. */
  public static void warnOfThree(ThreadState ts, String method) {
    Warnings.warn(
        ts,
        Exc.DeprecationWarning,
        "the (type, exc, tb) signature of "
            + method
            + "() is deprecated, use the single-arg signature instead.");
  }

  /** The exception that the arguments of {@code throw} mean; EMPTY for those not given. */
  static long meant(ThreadState ts, long type, long value, long traceback) {
    long tb = traceback == Word.EMPTY ? Word.NONE : traceback;
    if (tb != Word.NONE && !(Hosts.orNull(ts, tb) instanceof PyTraceback)) {
      throw Errors.typeError(ts, "throw() third argument must be a traceback object");
    }
    long exception = normalized(ts, type, value == Word.EMPTY ? Word.NONE : value);
    if (tb != Word.NONE) {
      Hosts.get(ts, exception, PyException.class).setTraceback(tb);
    }
    return exception;
  }

  private static long normalized(ThreadState ts, long type, long value) {
    PyType base = ts.runtime().types().exception(Exc.BaseException);
    PyType itself = Classes.orNull(ts, type);
    if (itself != null && itself.isSubtypeOf(base)) {
      if (ts.runtime().typeOf(value).isSubtypeOf(itself)) {
        return value;
      }
      return made(ts, type, value);
    }
    if (itself == null && ts.runtime().typeOf(type).isSubtypeOf(base)) {
      if (value != Word.NONE) {
        throw Errors.typeError(ts, "instance exception may not have a separate value");
      }
      return type;
    }
    throw Errors.typeError(
        ts,
        "exceptions must be classes or instances deriving from BaseException, not %s",
        ts.runtime().typeOf(type).name());
  }

  /** An instance of the class; what goes wrong in making it is thrown in its place. */
  private static long made(ThreadState ts, long type, long value) {
    try {
      long made =
          Tuples.isTuple(ts, value)
              ? Calls.call(ts, type, TupleLayout.items(value), Tuples.length(value), 0L)
              : value == Word.NONE ? Calls.call0(ts, type) : Calls.call1(ts, type, value);
      if (Errors.isInstance(ts, made, Exc.BaseException)) {
        return made;
      }
      long cls = ts.runtime().typeOf(made).cell();
      throw Errors.typeError(
          ts,
          "calling %s should have returned an instance of BaseException, not %s",
          Representation.text(ts, type),
          Representation.text(ts, cls));
    } catch (Raised signal) {
      return ts.takePending();
    }
  }

  /** {@code throw} of a generator or coroutine: StopIteration at the end. */
  public static long into(ThreadState ts, long generator, long type, long value, long traceback) {
    ThrowArguments given = new ThrowArguments(type, value, traceback);
    given.warn(ts);
    long word = Generators.raiseIn(ts, generator, given, true);
    if (word == Word.EMPTY) {
      throw Generators.stopIteration(ts);
    }
    return word;
  }
}
