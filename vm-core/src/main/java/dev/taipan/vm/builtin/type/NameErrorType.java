package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.ExceptionFields;
import dev.taipan.vm.object.PyException;

/** {@code NameError}. */
@BuiltinType(name = "NameError", base = "Exception")
final class NameErrorType {
  private NameErrorType() {}

  @Builtin("__init__(self, /, *args, name=)")
  static void init(PyException self, long args, long name) {
    self.setArgs(args);
    self.setField(0, name);
  }

  @Getter("name")
  static long name(PyException self) {
    return ExceptionFields.get(self, 0);
  }

  @Setter("name")
  static void setName(PyException self, long value) {
    self.setField(0, value);
  }
}
