package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code BaseException}. */
@BuiltinType(name = "BaseException", dict = true)
final class BaseExceptionType {
  private BaseExceptionType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Errors.create(
        ts, Classes.of(ts, Memory.getLong(args)), Tuples.fromMemory(ts, args + 8, nargs - 1));
  }

  @Builtin("__init__(self, /, *args)")
  static void init(PyException self, long args) {
    self.setArgs(args);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    long args = dev.taipan.vm.object.Hosts.get(ts, self, PyException.class).args();
    String name = ts.runtime().typeOf(self).name();
    return Tuples.length(args) == 1
        ? name + "(" + Representation.text(ts, Tuples.get(args, 0)) + ")"
        : name + Representation.text(ts, args);
  }

  @Builtin("__str__(self, /)")
  static long str(ThreadState ts, PyException self) {
    long args = self.args();
    return switch (Tuples.length(args)) {
      case 0 -> Strs.of(ts, "");
      case 1 -> Representation.str(ts, Tuples.get(args, 0));
      default -> Representation.str(ts, args);
    };
  }

  @Getter("args")
  static long args(PyException self) {
    return self.args();
  }

  @Setter("args")
  static void setArgs(ThreadState ts, PyException self, long value) {
    self.setArgs(Iteration.toTuple(ts, value));
  }

  @Getter("__traceback__")
  static long traceback(PyException self) {
    return self.traceback();
  }

  @Getter("__cause__")
  static long cause(PyException self) {
    return self.cause();
  }

  @Setter("__cause__")
  static void setCause(PyException self, long value) {
    self.setCause(value == 0L ? Word.NONE : value);
    self.setSuppressContext(true);
  }

  @Getter("__context__")
  static long context(PyException self) {
    return self.context();
  }

  @Setter("__context__")
  static void setContext(PyException self, long value) {
    self.setContext(value == 0L ? Word.NONE : value);
  }

  @Getter("__suppress_context__")
  static boolean suppressContext(PyException self) {
    return self.suppressContext();
  }
}
