package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.ExceptionFields;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.value.Word;

/** {@code StopIteration}: its value is the first argument until it is set. */
@BuiltinType(name = "StopIteration", base = "Exception")
final class StopIterationType {
  private StopIterationType() {}

  @Getter("value")
  static long value(PyException self) {
    return ExceptionFields.orFirstArgument(self, 0);
  }

  @Setter("value")
  static void setValue(PyException self, long value) {
    self.setField(0, value == 0L ? Word.NONE : value);
  }
}
