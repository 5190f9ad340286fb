package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.ExceptionFields;
import dev.taipan.vm.object.PyException;

/** {@code AttributeError}. */
@BuiltinType(name = "AttributeError", base = "Exception")
final class AttributeErrorType {
  private AttributeErrorType() {}

  @Builtin("__init__(self, /, *args, name=, obj=)")
  static void init(PyException self, long args, long name, long object) {
    self.setArgs(args);
    self.setField(0, name);
    self.setField(1, object);
  }

  @Getter("name")
  static long name(PyException self) {
    return ExceptionFields.get(self, 0);
  }

  @Setter("name")
  static void setName(PyException self, long value) {
    self.setField(0, value);
  }

  @Getter("obj")
  static long obj(PyException self) {
    return ExceptionFields.get(self, 1);
  }

  @Setter("obj")
  static void setObj(PyException self, long value) {
    self.setField(1, value);
  }
}
