package dev.taipan.vm.builtin;

/** How a builtin of a type is bound when it is read from a class or an instance. */
public enum Binding {
  METHOD,
  STATIC,
  CLASS,
  /**
   * {@code __new__}: a static method whose first argument must be a subtype of the declaring type.
   */
  NEW
}
