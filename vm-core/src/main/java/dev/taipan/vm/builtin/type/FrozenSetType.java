package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code frozenset}. */
@BuiltinType(name = "frozenset", kind = Kind.FROZENSET)
final class FrozenSetType {
  private FrozenSetType() {}
}
