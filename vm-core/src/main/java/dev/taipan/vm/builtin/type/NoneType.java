package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.value.Word;

/** The type of {@code None}. */
@BuiltinType(name = "NoneType", kind = Kind.NONE, subclassable = false)
final class NoneType {
  private NoneType() {}

  @Builtin(value = "__new__(cls, /)", binding = Binding.NEW)
  static long create(long cls) {
    return Word.NONE;
  }

  @Builtin("__repr__(self, /)")
  static String repr(long self) {
    return "None";
  }

  @Builtin("__bool__(self, /)")
  static boolean bool(long self) {
    return false;
  }

  /** The same in every process, so that hashes of tuples with None are. */
  @Builtin("__hash__(self, /)")
  static long hash(long self) {
    return dev.taipan.vm.value.Word.boxInt(0xFCA8_6420L);
  }
}
