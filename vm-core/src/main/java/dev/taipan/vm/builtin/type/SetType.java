package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code set}. */
@BuiltinType(name = "set", kind = Kind.SET)
final class SetType {
  private SetType() {}
}
