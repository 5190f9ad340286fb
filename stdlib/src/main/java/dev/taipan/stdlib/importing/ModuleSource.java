package dev.taipan.stdlib.importing;

/**
 * Where a module's source is.
 *
 * @param name the full name
 * @param origin what {@code __file__} says; null for a folder without {@code __init__.py}
 * @param inLibrary the path below the library's folder; null for a program's own module
 * @param packagePath what {@code __path__} holds; null for a module that is no package
 */
record ModuleSource(String name, String origin, String inLibrary, String packagePath) {
  /** Whether it belongs to the library, not to the program. */
  boolean ours() {
    return inLibrary != null;
  }

  /** Whether it is a folder without code. */
  boolean isNamespace() {
    return origin == null;
  }
}
