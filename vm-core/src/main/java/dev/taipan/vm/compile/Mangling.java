package dev.taipan.vm.compile;

/** Private names: {@code __x} inside class {@code C} is {@code _C__x}. */
final class Mangling {
  private Mangling() {}

  /** The name as the scope knows it; {@code privateName} is the class's name or null. */
  static String mangle(String privateName, String name) {
    if (privateName == null || !name.startsWith("__")) {
      return name;
    }
    // Names that end in two underscores are Python's own; dotted ones are module paths.
    if (name.endsWith("__") || name.indexOf('.') >= 0) {
      return name;
    }
    int start = 0;
    while (start < privateName.length() && privateName.charAt(start) == '_') {
      start++;
    }
    return start == privateName.length() ? name : "_" + privateName.substring(start) + name;
  }
}
