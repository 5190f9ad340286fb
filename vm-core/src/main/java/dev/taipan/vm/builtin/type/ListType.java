package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code list}. */
@BuiltinType(name = "list", kind = Kind.LIST)
final class ListType {
  private ListType() {}
}
