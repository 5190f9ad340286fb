package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code str}. */
@BuiltinType(name = "str", kind = Kind.STR)
final class StrType {
  private StrType() {}
}
