package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.ExceptionFields;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.value.Word;

/** {@code SystemExit}: its code is the argument, or all of several. */
@BuiltinType(name = "SystemExit", base = "BaseException")
final class SystemExitType {
  private SystemExitType() {}

  @Getter("code")
  static long code(PyException self) {
    boolean several =
        self.field(0) == Word.EMPTY && dev.taipan.vm.object.Tuples.length(self.args()) > 1;
    return several ? self.args() : ExceptionFields.orFirstArgument(self, 0);
  }

  @Setter("code")
  static void setCode(PyException self, long value) {
    self.setField(0, value == 0L ? Word.NONE : value);
  }
}
