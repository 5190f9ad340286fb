package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code dict}. */
@BuiltinType(name = "dict", kind = Kind.DICT)
final class DictType {
  private DictType() {}
}
