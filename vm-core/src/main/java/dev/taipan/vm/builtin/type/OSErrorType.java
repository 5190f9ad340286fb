package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.ErrorNumbers;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.ExceptionFields;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/** {@code OSError}: its number chooses the subclass. */
@BuiltinType(name = "OSError", base = "Exception")
final class OSErrorType {
  private OSErrorType() {}

  @Builtin(value = "__new__(cls, /, *args)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long args) {
    PyType type = ErrorNumbers.typeFor(ts, Classes.of(ts, cls), args);
    try (RootScope roots = ts.roots()) {
      long error = roots.keep(Errors.create(ts, type, args));
      ErrorNumbers.fill(ts, Hosts.get(ts, error, PyException.class), type, args);
      return error;
    }
  }

  @Builtin("__init__(self, /, *args)")
  static void init(ThreadState ts, long self, long args) {
    PyException error = Hosts.get(ts, self, PyException.class);
    ErrorNumbers.fill(ts, error, ts.runtime().typeOf(self), args);
  }

  @Builtin("__str__(self, /)")
  static long str(ThreadState ts, PyException self) {
    String text = ErrorNumbers.show(ts, self);
    return text == null ? BaseExceptionType.str(ts, self) : Strs.of(ts, text);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    PyException error = Hosts.get(ts, self, PyException.class);
    return ExceptionFields.reduce(ts, self, ErrorNumbers.fullArguments(ts, error));
  }

  @Getter("errno")
  static long errno(PyException self) {
    return ExceptionFields.get(self, 0);
  }

  @Setter("errno")
  static void setErrno(PyException self, long value) {
    self.setField(0, value);
  }

  @Getter("strerror")
  static long strerror(PyException self) {
    return ExceptionFields.get(self, 1);
  }

  @Setter("strerror")
  static void setStrerror(PyException self, long value) {
    self.setField(1, value);
  }

  @Getter("filename")
  static long filename(PyException self) {
    return ExceptionFields.get(self, 2);
  }

  @Setter("filename")
  static void setFilename(PyException self, long value) {
    self.setField(2, value);
  }

  @Getter("filename2")
  static long filename2(PyException self) {
    return ExceptionFields.get(self, 3);
  }

  @Setter("filename2")
  static void setFilename2(PyException self, long value) {
    self.setField(3, value);
  }

  /** How many characters a write took before it would have blocked; there if somebody said so. */
  @Getter("characters_written")
  static long written(ThreadState ts, PyException self) {
    return ErrorNumbers.written(ts, self);
  }

  @Setter("characters_written")
  static void setWritten(ThreadState ts, PyException self, long value) {
    ErrorNumbers.setWritten(ts, self, value);
  }
}
