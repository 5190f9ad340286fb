package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.ExceptionFields;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code ImportError}. */
@BuiltinType(name = "ImportError", base = "Exception")
final class ImportErrorType {
  private ImportErrorType() {}

  @Builtin("__init__(self, /, *args, name=, path=, name_from=)")
  static void init(PyException self, long args, long name, long path, long nameFrom) {
    self.setArgs(args);
    self.setField(0, name);
    self.setField(1, path);
    self.setField(2, nameFrom);
    self.setField(3, Tuples.length(args) == 1 ? Tuples.get(args, 0) : Word.EMPTY);
  }

  @Builtin("__str__(self, /)")
  static long str(ThreadState ts, PyException self) {
    long message = self.field(3);
    boolean shown = message != Word.EMPTY && Strs.isStr(ts, message);
    return shown ? message : BaseExceptionType.str(ts, self);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    long args = Hosts.get(ts, self, PyException.class).args();
    long cls = ts.runtime().typeOf(self).cell();
    long state = ExceptionFields.state(ts, self, "name", "path", "name_from");
    return Dicts.size(ts, state) == 0 ? Tuples.of(ts, cls, args) : Tuples.of(ts, cls, args, state);
  }

  @Getter("msg")
  static long msg(PyException self) {
    return ExceptionFields.orFirstArgument(self, 3);
  }

  @Setter("msg")
  static void setMsg(PyException self, long value) {
    self.setField(3, value);
  }

  @Getter("name")
  static long name(PyException self) {
    return ExceptionFields.get(self, 0);
  }

  @Setter("name")
  static void setName(PyException self, long value) {
    self.setField(0, value);
  }

  @Getter("path")
  static long path(PyException self) {
    return ExceptionFields.get(self, 1);
  }

  @Setter("path")
  static void setPath(PyException self, long value) {
    self.setField(1, value);
  }

  @Getter("name_from")
  static long nameFrom(PyException self) {
    return ExceptionFields.get(self, 2);
  }

  @Setter("name_from")
  static void setNameFrom(PyException self, long value) {
    self.setField(2, value);
  }
}
