package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code slice}. */
@BuiltinType(name = "slice", kind = Kind.SLICE, subclassable = false)
final class SliceType {
  private SliceType() {}
}
