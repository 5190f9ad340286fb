package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code float}. */
@BuiltinType(name = "float", kind = Kind.FLOAT)
final class FloatType {
  private FloatType() {}
}
