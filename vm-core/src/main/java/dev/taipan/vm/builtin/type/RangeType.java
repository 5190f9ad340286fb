package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code range}. */
@BuiltinType(name = "range", kind = Kind.RANGE, subclassable = false)
final class RangeType {
  private RangeType() {}
}
