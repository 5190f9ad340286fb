package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code tuple}. */
@BuiltinType(name = "tuple", kind = Kind.TUPLE)
final class TupleType {
  private TupleType() {}
}
