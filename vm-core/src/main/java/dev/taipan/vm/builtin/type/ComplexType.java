package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code complex}. */
@BuiltinType(name = "complex", kind = Kind.COMPLEX)
final class ComplexType {
  private ComplexType() {}
}
