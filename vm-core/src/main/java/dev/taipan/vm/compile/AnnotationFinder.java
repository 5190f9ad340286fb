package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Stmt;
import java.util.List;

/** Looks for annotated assignments that belong to a body itself. */
final class AnnotationFinder {
  private AnnotationFinder() {}

  static boolean hasAnnotations(List<Stmt> body) {
    for (Stmt statement : body) {
      if (has(statement)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Stmt statement) {
    return switch (statement) {
      case Stmt.AnnAssign s -> true;
      case Stmt.For s -> hasAnnotations(s.body()) || hasAnnotations(s.orelse());
      case Stmt.AsyncFor s -> hasAnnotations(s.body()) || hasAnnotations(s.orelse());
      case Stmt.While s -> hasAnnotations(s.body()) || hasAnnotations(s.orelse());
      case Stmt.If s -> hasAnnotations(s.body()) || hasAnnotations(s.orelse());
      case Stmt.With s -> hasAnnotations(s.body());
      case Stmt.AsyncWith s -> hasAnnotations(s.body());
      case Stmt.Match s -> s.cases().stream().anyMatch(c -> hasAnnotations(c.body()));
      case Stmt.Try s ->
          hasAnnotations(s.body())
              || s.handlers().stream().anyMatch(h -> hasAnnotations(h.body()))
              || hasAnnotations(s.finalbody())
              || hasAnnotations(s.orelse());
      case Stmt.TryStar s ->
          hasAnnotations(s.body())
              || s.handlers().stream().anyMatch(h -> hasAnnotations(h.body()))
              || hasAnnotations(s.finalbody())
              || hasAnnotations(s.orelse());
      default -> false;
    };
  }
}
