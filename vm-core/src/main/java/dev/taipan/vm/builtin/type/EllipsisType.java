package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.value.Word;

/** The type of {@code ...}. */
@BuiltinType(name = "ellipsis", kind = Kind.ELLIPSIS, subclassable = false)
final class EllipsisType {
  private EllipsisType() {}

  @Builtin(value = "__new__(cls, /)", binding = Binding.NEW)
  static long create(long cls) {
    return Word.ELLIPSIS;
  }

  @Builtin("__repr__(self, /)")
  static String repr(long self) {
    return "Ellipsis";
  }

  @Builtin("__reduce__(self, /)")
  static String reduce(long self) {
    return "Ellipsis";
  }
}
