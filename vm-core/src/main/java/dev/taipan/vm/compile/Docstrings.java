package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ConstantValue.StrValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Stmt;
import java.util.List;

/** Finds the string that documents a body. */
final class Docstrings {
  private Docstrings() {}

  /** The docstring of a body, null if it has none. */
  static StrValue of(List<Stmt> body) {
    return body.isEmpty() ? null : textOf(body.getFirst());
  }

  /** The text of a statement that is just a string, null for every other one. */
  static StrValue textOf(Stmt s) {
    boolean text =
        s instanceof Stmt.ExprStmt e
            && e.value() instanceof Expr.Constant c
            && c.value() instanceof StrValue;
    if (!text) {
      return null;
    }
    Expr.Constant constant = (Expr.Constant) ((Stmt.ExprStmt) s).value();
    return (StrValue) constant.value();
  }
}
