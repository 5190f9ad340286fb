package dev.taipan.vm.compile;

/** Where a name of a scope lives; the numbers are those Python's {@code symtable} shows. */
enum Resolution {
  UNRESOLVED,
  LOCAL,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  FREE,
  CELL
}
