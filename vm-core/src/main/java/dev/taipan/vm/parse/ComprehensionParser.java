package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.Expr;
import java.util.ArrayList;
import java.util.List;

/** The {@code for} and {@code if} clauses of comprehensions. */
final class ComprehensionParser {
  private final Parse p;
  private final Grammar g;

  ComprehensionParser(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  /** {@code for_if_clauses}: at least one clause, else null. */
  List<Comprehension> clauses() throws SyntaxFault {
    List<Comprehension> clauses = null;
    while (true) {
      Comprehension clause = p.attempt(this::clause);
      if (clause == null) {
        return clauses;
      }
      if (clauses == null) {
        clauses = new ArrayList<>(1);
      }
      clauses.add(clause);
    }
  }

  private Comprehension clause() throws SyntaxFault {
    int first = p.pos;
    int isAsync = p.accept(TokenKind.ASYNC) ? 1 : 0;
    if (!p.accept(TokenKind.FOR)) {
      return null;
    }
    Expr target = g.targets.starTargets();
    if (target == null || !p.accept(TokenKind.IN)) {
      if (p.diagnosing) {
        p.pos = first;
        g.invalidStatements.forTarget();
      }
      return null;
    }
    Expr iter = g.expressions.disjunction();
    if (iter == null) {
      return null;
    }
    List<Expr> conditions = new ArrayList<>(0);
    while (p.at(TokenKind.IF)) {
      int mark = p.pos++;
      Expr condition = g.expressions.disjunction();
      if (condition == null) {
        p.pos = mark;
        break;
      }
      conditions.add(condition);
    }
    if (isAsync == 1) {
      p.since(6, "Async comprehensions are");
    }
    return new Comprehension(target, iter, conditions, isAsync);
  }
}
