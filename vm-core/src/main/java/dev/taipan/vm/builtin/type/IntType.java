package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code int}. */
@BuiltinType(name = "int", kind = Kind.INT)
final class IntType {
  private IntType() {}
}
