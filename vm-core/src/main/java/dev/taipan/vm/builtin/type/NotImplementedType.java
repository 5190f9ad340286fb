package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.value.Word;

/** The type of {@code NotImplemented}. */
@BuiltinType(name = "NotImplementedType", kind = Kind.NOT_IMPLEMENTED, subclassable = false)
final class NotImplementedType {
  private NotImplementedType() {}

  @Builtin(value = "__new__(cls, /)", binding = Binding.NEW)
  static long create(long cls) {
    return Word.NOT_IMPLEMENTED;
  }

  @Builtin("__repr__(self, /)")
  static String repr(long self) {
    return "NotImplemented";
  }

  @Builtin("__reduce__(self, /)")
  static String reduce(long self) {
    return "NotImplemented";
  }
}
