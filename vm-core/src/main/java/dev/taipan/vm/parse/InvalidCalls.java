package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Span;
import java.util.List;

/** What was meant by arguments that cannot be read; see {@link InvalidExpressions}. */
final class InvalidCalls {
  private static final String UNPARENTHESIZED = "Generator expression must be parenthesized";
  private static final String EQUALS =
      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

  private final Parse p;
  private final Grammar g;

  InvalidCalls(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  /** {@code invalid_arguments}. */
  void arguments() throws SyntaxFault {
    int first = p.pos;
    starAfterKeywords();
    p.pos = first;
    Expr e = g.expressions.expression();
    List<Comprehension> clauses = e == null ? null : g.comprehensions.clauses();
    if (clauses != null && p.accept(TokenKind.COMMA)) {
      if (g.calls.args() == null) {
        p.attempt(this::generator);
      }
      throw p.faults.range(e.span(), last(clauses), UNPARENTHESIZED);
    }
    p.pos = first;
    nameEqualsGenerator();
    p.pos = first;
    missingValue(first);
    p.pos = first;
    CallParser.Args args = g.calls.args();
    if (args != null) {
      afterArguments(args);
    }
    p.pos = first;
  }

  private void starAfterKeywords() throws SyntaxFault {
    CallParser.Args args = g.calls.args();
    if (args != null
        && !args.keywords().isEmpty()
        && p.accept(TokenKind.COMMA)
        && p.at(TokenKind.STAR)) {
      throw p.faults.at(p.pos, "iterable argument unpacking follows keyword argument unpacking");
    }
  }

  private Expr generator() throws SyntaxFault {
    Expr e = g.expressions.expression();
    return e != null && g.comprehensions.clauses() != null ? e : null;
  }

  private void nameEqualsGenerator() throws SyntaxFault {
    int name = p.take(TokenKind.NAME);
    if (name >= 0 && p.accept(TokenKind.EQUAL) && generator() != null) {
      throw p.faults.range(name, name + 1, EQUALS);
    }
  }

  private void missingValue(int first) throws SyntaxFault {
    CallParser.Args args = g.calls.args();
    if (args == null || !p.accept(TokenKind.COMMA)) {
      p.pos = first;
    }
    int name = p.take(TokenKind.NAME);
    if (name >= 0 && p.accept(TokenKind.EQUAL) && (p.at(TokenKind.COMMA) || p.at(TokenKind.RPAR))) {
      throw p.faults.range(name, name + 1, "expected argument value expression");
    }
  }

  private void afterArguments(CallParser.Args args) throws SyntaxFault {
    int mark = p.pos;
    List<Comprehension> clauses = g.comprehensions.clauses();
    if (clauses != null) {
      unparenthesized(args, clauses);
    }
    p.pos = mark;
    if (!p.accept(TokenKind.COMMA)) {
      return;
    }
    int next = p.pos;
    Expr e = g.expressions.expression();
    clauses = e == null ? null : g.comprehensions.clauses();
    if (clauses != null) {
      throw p.faults.range(e.span(), last(clauses), UNPARENTHESIZED);
    }
    p.pos = next;
    if (g.calls.args() != null) {
      throw p.faults.last(
          args.keywords().stream().anyMatch(k -> k.arg() == null)
              ? "positional argument follows keyword argument unpacking"
              : "positional argument follows keyword argument");
    }
  }

  /** A sole argument may go without parentheses, and keywords come later. */
  private void unparenthesized(CallParser.Args args, List<Comprehension> clauses)
      throws SyntaxFault {
    if (args.positional().size() > 1) {
      throw p.faults.range(args.positional().getLast().span(), last(clauses), UNPARENTHESIZED);
    }
  }

  private static Span last(List<Comprehension> clauses) {
    Comprehension last = clauses.getLast();
    return last.ifs().isEmpty() ? last.iter().span() : last.ifs().getLast().span();
  }

  /** {@code invalid_kwarg}. */
  void keyword() throws SyntaxFault {
    int first = p.pos;
    TokenKind kind = p.kind();
    if ((kind == TokenKind.TRUE || kind == TokenKind.FALSE || kind == TokenKind.NONE)
        && p.kindAhead(1) == TokenKind.EQUAL) {
      throw p.faults.range(first, first + 1, "cannot assign to " + kind.text());
    }
    nameEqualsGenerator();
    p.pos = first;
    if (!(p.at(TokenKind.NAME) && p.kindAhead(1) == TokenKind.EQUAL)) {
      Expr e = g.expressions.expression();
      int equal = p.pos;
      if (e != null && p.accept(TokenKind.EQUAL)) {
        throw p.faults.range(
            e.span(),
            p.span(equal),
            "expression cannot contain assignment, perhaps you meant \"==\"?");
      }
    }
    p.pos = first;
    if (p.accept(TokenKind.DOUBLE_STAR)) {
      assigned(first, "cannot assign to keyword argument unpacking");
    }
    p.pos = first;
  }

  /** {@code invalid_starred_expression}. */
  void starred() throws SyntaxFault {
    int first = p.pos;
    if (p.accept(TokenKind.STAR)) {
      assigned(first, "cannot assign to iterable argument unpacking");
    }
    p.pos = first;
  }

  private void assigned(int first, String message) throws SyntaxFault {
    if (g.expressions.expression() != null && p.accept(TokenKind.EQUAL)) {
      Expr value = g.expressions.expression();
      if (value != null) {
        throw p.faults.range(p.span(first), value.span(), message);
      }
    }
  }
}
