package dev.taipan.vm.compile;

/** Computes {@code __qualname__}. */
final class QualifiedNames {
  private QualifiedNames() {}

  static String of(Unit unit) {
    Unit parent = unit.outer;
    // The scope of type parameters is invisible in names.
    if (parent != null && parent.kind == UnitKind.TYPE_PARAMETERS) {
      parent = parent.outer;
    }
    if (parent == null || parent.outer == null) {
      return unit.name;
    }
    boolean definition =
        switch (unit.kind) {
          case FUNCTION, ASYNC_FUNCTION, CLASS -> true;
          case MODULE, LAMBDA, COMPREHENSION, TYPE_PARAMETERS -> false;
        };
    if (definition && isExplicitGlobal(parent, unit.name)) {
      return unit.name;
    }
    String prefix =
        switch (parent.kind) {
          case FUNCTION, ASYNC_FUNCTION, LAMBDA -> parent.qualname + ".<locals>";
          case MODULE, CLASS, COMPREHENSION, TYPE_PARAMETERS -> parent.qualname;
        };
    return prefix + "." + unit.name;
  }

  private static boolean isExplicitGlobal(Unit parent, String name) {
    return parent.scope.resolutionOf(parent.mangle(name)) == Resolution.GLOBAL_EXPLICIT;
  }
}
