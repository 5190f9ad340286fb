package dev.taipan.stdlib.importing;

/**
 * A module's source, found.
 *
 * @param name the full name
 * @param origin what {@code __file__} says; null for a folder without {@code __init__.py}
 * @param source the bytes; null for such a folder
 * @param packagePath what {@code __path__} holds; null for a module that is no package
 * @param ours whether it belongs to the library, not to the program
 */
@SuppressWarnings("ArrayRecordComponent") // read once by the importer; records are never compared
record ModuleSource(String name, String origin, byte[] source, String packagePath, boolean ours) {}
