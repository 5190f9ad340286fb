package dev.taipan.vm.builtin.type;

import dev.taipan.vm.type.PyType;
import java.util.Map;

/**
 * {@code __text_signature__} of types: what {@code inspect} shows for calling them. Python has one
 * only for types whose arguments a signature can tell.
 */
final class TypeSignatures {
  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("object", "()"),
          Map.entry("complex", "(real=0, imag=0)"),
          Map.entry("enumerate", "(iterable, start=0)"),
          Map.entry("float", "(x=0, /)"),
          Map.entry("list", "(iterable=(), /)"),
          Map.entry("tuple", "(iterable=(), /)"),
          Map.entry("memoryview", "(object)"),
          Map.entry("property", "(fget=None, fset=None, fdel=None, doc=None)"),
          Map.entry("reversed", "(sequence, /)"),
          Map.entry("cell", "([contents])"),
          Map.entry("function", "(code, globals, name=None, argdefs=None, closure=None)"),
          Map.entry("method", "(function, instance, /)"),
          Map.entry("module", "(name, doc=None)"));

  private TypeSignatures() {}

  /** The signature, null if there is none. */
  static String of(PyType type) {
    return type.has(PyType.Flag.HEAP) ? null : BY_NAME.get(type.name());
  }
}
