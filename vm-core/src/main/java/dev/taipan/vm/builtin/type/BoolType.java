package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code bool}. */
@BuiltinType(name = "bool", kind = Kind.INT, base = "int", subclassable = false)
final class BoolType {
  private BoolType() {}
}
