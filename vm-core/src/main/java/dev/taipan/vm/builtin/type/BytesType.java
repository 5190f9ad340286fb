package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;

/** {@code bytes}. */
@BuiltinType(name = "bytes", kind = Kind.BYTES)
final class BytesType {
  private BytesType() {}
}
