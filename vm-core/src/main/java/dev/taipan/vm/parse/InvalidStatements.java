package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Expr;
import java.util.List;

/** What was meant by statements that cannot be read; see {@link InvalidExpressions}. */
final class InvalidStatements {
  private final Parse p;
  private final Grammar g;

  InvalidStatements(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  /** {@code invalid_assignment}. */
  void assignment() throws SyntaxFault {
    int first = p.pos;
    annotation(first);
    p.pos = first;
    chain(first);
    p.pos = first;
    Expr e = p.attempt(g.expressions::starExpressions);
    if (e != null && BinaryOp.ofAugmented(p.kind()) != null) {
      p.pos++;
      if (g.expressions.yieldOrStarExpressions() != null) {
        throw p.faults.at(
            e.span(),
            "'" + ExprNames.describe(e) + "' is an illegal expression for augmented assignment");
      }
    }
    p.pos = first;
  }

  private void annotation(int first) throws SyntaxFault {
    Expr display = p.attempt(this::annotatedDisplay);
    if (display != null && annotated()) {
      throw p.faults.at(
          display.span(),
          "only single target (not " + ExprNames.describe(display) + ") can be annotated");
    }
    p.pos = first;
    Expr e = g.expressions.starNamedExpression();
    if (e != null && p.accept(TokenKind.COMMA)) {
      Expr more = p.attempt(g.expressions::starNamedExpression);
      while (more != null) {
        p.accept(TokenKind.COMMA);
        more = p.attempt(g.expressions::starNamedExpression);
      }
      if (annotated()) {
        throw p.faults.at(e.span(), "only single target (not tuple) can be annotated");
      }
    }
    p.pos = first;
    e = g.expressions.expression();
    if (e != null && annotated()) {
      throw p.faults.at(e.span(), "illegal target for annotation");
    }
  }

  private boolean annotated() throws SyntaxFault {
    return p.accept(TokenKind.COLON) && g.expressions.expression() != null;
  }

  /** A list or tuple, perhaps in parentheses. */
  private Expr annotatedDisplay() throws SyntaxFault {
    if (p.at(TokenKind.LSQB)) {
      return g.displays.list();
    }
    if (!p.at(TokenKind.LPAR)) {
      return null;
    }
    Expr tuple = p.attempt(g.displays::tuple);
    if (tuple != null) {
      return tuple;
    }
    p.pos++;
    Expr inner = annotatedDisplay();
    return inner != null && p.accept(TokenKind.RPAR) ? inner : null;
  }

  private void chain(int first) throws SyntaxFault {
    int mark = first;
    while (true) {
      Expr target = p.attempt(g.targets::starTargets);
      if (target == null || !p.accept(TokenKind.EQUAL)) {
        break;
      }
      mark = p.pos;
    }
    p.pos = mark;
    Expr e = p.attempt(g.expressions::starExpressions);
    if (e != null && p.at(TokenKind.EQUAL)) {
      invalidTarget(e, ExprNames.TargetUse.STAR);
    }
    p.pos = mark;
    e = g.expressions.yieldExpression();
    if (e != null && p.at(TokenKind.EQUAL)) {
      throw p.faults.at(e.span(), "assignment to yield expression not possible");
    }
  }

  private void invalidTarget(Expr e, ExprNames.TargetUse use) throws SyntaxFault {
    Expr invalid = ExprNames.invalidTarget(e, use);
    if (invalid != null) {
      String verb = use == ExprNames.TargetUse.DELETE ? "delete " : "assign to ";
      throw p.faults.at(invalid.span(), "cannot " + verb + ExprNames.describe(invalid));
    }
  }

  /** {@code invalid_del_stmt}. */
  void delete() throws SyntaxFault {
    p.pos++;
    Expr e = g.expressions.starExpressions();
    if (e != null) {
      invalidTarget(e, ExprNames.TargetUse.DELETE);
    }
  }

  /** {@code invalid_for_target}. */
  void forTarget() throws SyntaxFault {
    p.accept(TokenKind.ASYNC);
    if (p.accept(TokenKind.FOR)) {
      Expr e = g.expressions.starExpressions();
      if (e != null) {
        invalidTarget(e, ExprNames.TargetUse.FOR);
      }
    }
  }

  /** {@code invalid_with_item}. */
  void withItem() throws SyntaxFault {
    if (g.expressions.expression() != null && p.accept(TokenKind.AS)) {
      Expr e = g.expressions.expression();
      if (e != null && g.compounds.atItemEnd()) {
        invalidTarget(e, ExprNames.TargetUse.STAR);
      }
    }
  }

  /** {@code invalid_import}. */
  void importFrom() throws SyntaxFault {
    int first = p.pos;
    if (p.accept(TokenKind.IMPORT)) {
      List<?> names = g.imports.aliases(g.imports::plainAlias);
      if (names != null && p.accept(TokenKind.FROM) && g.imports.dottedName() != null) {
        throw p.faults.from(p.span(first), "Did you mean to use 'from ... import ...' instead?");
      }
    }
    p.pos = first;
  }
}
