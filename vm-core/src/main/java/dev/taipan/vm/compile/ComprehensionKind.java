package dev.taipan.vm.compile;

/** The four comprehensions, with the names of their scope and of the construct. */
enum ComprehensionKind {
  NONE("", ""),
  LIST("listcomp", "list comprehension"),
  SET("setcomp", "set comprehension"),
  DICT("dictcomp", "dict comprehension"),
  GENERATOR("genexpr", "generator expression");

  private final String scopeName;
  private final String description;

  ComprehensionKind(String scopeName, String description) {
    this.scopeName = scopeName;
    this.description = description;
  }

  String scopeName() {
    return scopeName;
  }

  /** The name of the code, which no other function can have. */
  String codeName() {
    return "<" + scopeName + ">";
  }

  String description() {
    return description;
  }
}
