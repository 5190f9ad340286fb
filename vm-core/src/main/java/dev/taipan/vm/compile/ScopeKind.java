package dev.taipan.vm.compile;

/** What opens a scope, with the word Python's {@code symtable} module uses for it. */
enum ScopeKind {
  MODULE("module"),
  CLASS("class"),
  FUNCTION("function"),
  ANNOTATION("annotation"),
  TYPE_VARIABLE("TypeVar bound"),
  TYPE_ALIAS("type alias"),
  TYPE_PARAMETERS("type parameter");

  private final String pythonName;

  ScopeKind(String pythonName) {
    this.pythonName = pythonName;
  }

  String pythonName() {
    return pythonName;
  }

  /** Whether names in the scope live in fast locals and are seen by the scopes inside. */
  boolean isFunctionLike() {
    return switch (this) {
      case FUNCTION, TYPE_VARIABLE, TYPE_ALIAS, TYPE_PARAMETERS -> true;
      case MODULE, CLASS, ANNOTATION -> false;
    };
  }
}
