package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code bytearray}. */
@BuiltinType(name = "bytearray", kind = Kind.BYTEARRAY)
final class ByteArrayType {
  private ByteArrayType() {}
}
