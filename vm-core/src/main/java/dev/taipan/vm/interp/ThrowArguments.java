package dev.taipan.vm.interp;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/**
 * What {@code throw} was given; EMPTY for what was not. They become an exception only where it is
 * raised: whoever a generator delegates to gets them as they are. The caller keeps the words.
 */
record ThrowArguments(long type, long value, long traceback) {
  static ThrowArguments of(long exception) {
    return new ThrowArguments(exception, Word.EMPTY, Word.EMPTY);
  }

  /** The exception object. */
  long exception(ThreadState ts) {
    return Throwing.meant(ts, type, value, traceback);
  }

  /** Whether it is a GeneratorExit, by its class or as an object. */
  boolean isExit(ThreadState ts) {
    PyType given = Classes.orNull(ts, type);
    PyType thrown = given == null ? ts.runtime().typeOf(type) : given;
    return thrown.isSubtypeOf(ts.runtime().types().exception(Exc.GeneratorExit));
  }

  /** Calls a delegate's own {@code throw}. */
  long passTo(ThreadState ts, long method) {
    if (value == Word.EMPTY) {
      return Calls.call1(ts, method, type);
    }
    return traceback == Word.EMPTY
        ? Calls.call2(ts, method, type, value)
        : Calls.call3(ts, method, type, value, traceback);
  }

  void warn(ThreadState ts) {
    if (value != Word.EMPTY || traceback != Word.EMPTY) {
      Throwing.warnOfThree(ts, "throw");
    }
  }
}
