package dev.taipan.vm.compile;

/** What a code object is made from. */
enum UnitKind {
  MODULE,
  CLASS,
  FUNCTION,
  ASYNC_FUNCTION,
  LAMBDA,
  COMPREHENSION,
  TYPE_PARAMETERS
}
