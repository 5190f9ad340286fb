package dev.taipan.vm.interp;

import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.PyTraceback;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** {@code throw(type, value, traceback)} of generators and what is like them. */
public final class Throwing {
  private Throwing() {}

  /** The exception that the three arguments mean; EMPTY for those not given. */
  public static long exception(ThreadState ts, long type, long value, long traceback) {
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
      long made =
          Tuples.isTuple(ts, value)
              ? Calls.call(ts, type, TupleLayout.items(value), Tuples.length(value), 0L)
              : value == Word.NONE ? Calls.call0(ts, type) : Calls.call1(ts, type, value);
      return ExceptionHandlers.instance(ts, made, "exceptions must derive from BaseException");
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

  /** {@code throw} of a generator or coroutine: StopIteration at the end. */
  public static long into(ThreadState ts, long generator, long type, long value, long traceback) {
    int mark = ts.rootMark();
    try {
      long exception = exception(ts, type, value, traceback);
      ts.root(exception);
      long word = Generators.raiseIn(ts, generator, exception);
      if (word == Word.EMPTY) {
        throw Generators.stopIteration(ts);
      }
      return word;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
