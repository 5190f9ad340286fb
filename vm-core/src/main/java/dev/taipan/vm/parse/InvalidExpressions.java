package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * What was meant by expressions that cannot be read.
 *
 * <p>Every method tries the mistakes it knows, in order, and throws at the first one it recognises;
 * otherwise it returns with the position unchanged.
 */
final class InvalidExpressions {
  private final Parse p;
  private final Grammar g;

  InvalidExpressions(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  /** {@code invalid_expression}. */
  void expression() throws SyntaxFault {
    int first = p.pos;
    missingComma(first);
    Expr body = g.expressions.disjunction();
    if (body != null && p.accept(TokenKind.IF)) {
      Expr test = g.expressions.disjunction();
      if (test != null && !p.at(TokenKind.ELSE) && !p.at(TokenKind.COLON)) {
        throw p.faults.range(body.span(), test.span(), "expected 'else' after 'if' expression");
      }
    }
    p.pos = first;
    if (p.accept(TokenKind.LAMBDA)) {
      p.attempt(g.lambdaParameters::parameters);
      int colon = p.take(TokenKind.COLON);
      if (colon >= 0 && p.at(TokenKind.FSTRING_MIDDLE)) {
        throw p.faults.range(
            first, colon, "f-string: lambda expressions are not allowed without parentheses");
      }
    }
    p.pos = first;
  }

  private void missingComma(int first) throws SyntaxFault {
    boolean prefixedString =
        p.at(TokenKind.NAME)
            && (isStringStart(p.kindAhead(1)) || isSoftKeyword(p.tokens.name(first)));
    if (prefixedString) {
      return;
    }
    Expr left = g.expressions.disjunction();
    Expr right = left == null ? null : withoutDiagnosis();
    if (right != null && !isLegacy(left) && p.tokens.level(p.pos - 1) != 0) {
      throw p.faults.range(
          left.span(), right.span(), "invalid syntax. Perhaps you forgot a comma?");
    }
    p.pos = first;
  }

  private static boolean isStringStart(TokenKind kind) {
    return kind == TokenKind.STRING;
  }

  private static boolean isSoftKeyword(String name) {
    return switch (name) {
      case "_", "case", "match", "type" -> true;
      default -> false;
    };
  }

  private Expr withoutDiagnosis() throws SyntaxFault {
    p.diagnosing = false;
    try {
      return p.attempt(g.expressions::conditional);
    } finally {
      p.diagnosing = true;
    }
  }

  private static boolean isLegacy(Expr e) {
    return e instanceof Expr.Name name && isLegacy(name.id());
  }

  private static boolean isLegacy(String name) {
    return name.equals("print") || name.equals("exec");
  }

  /** {@code invalid_legacy_expression}. */
  void legacy() throws SyntaxFault {
    int first = p.pos;
    if (p.accept(TokenKind.NAME) && !p.at(TokenKind.LPAR)) {
      Expr argument = g.expressions.starExpressions();
      String name = p.tokens.name(first);
      if (argument != null && isLegacy(name)) {
        throw p.faults.range(
            p.span(first),
            argument.span(),
            "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?");
      }
    }
    p.pos = first;
  }

  /** {@code invalid_named_expression}. */
  void named() throws SyntaxFault {
    p.remembered(Parse.Memo.INVALID_NAMED, this::namedBody);
  }

  private Boolean namedBody() throws SyntaxFault {
    int first = p.pos;
    Expr e = g.expressions.expression();
    if (e != null && p.accept(TokenKind.COLON_EQUAL) && g.expressions.expression() != null) {
      throw p.faults.at(
          e.span(), "cannot use assignment expressions with " + ExprNames.describe(e));
    }
    p.pos = first;
    if (p.accept(TokenKind.NAME) && p.accept(TokenKind.EQUAL)) {
      Expr value = g.expressions.bitwiseOr();
      if (value != null && !atAssignment()) {
        throw p.faults.range(
            p.span(first),
            value.span(),
            "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
      }
    }
    p.pos = first;
    if (!startsDisplay()) {
      Expr left = g.expressions.bitwiseOr();
      if (left != null
          && p.accept(TokenKind.EQUAL)
          && g.expressions.bitwiseOr() != null
          && !atAssignment()) {
        throw p.faults.at(
            left.span(),
            "cannot assign to "
                + ExprNames.describe(left)
                + " here. Maybe you meant '==' instead of '='?");
      }
    }
    p.pos = first;
    return null;
  }

  private boolean atAssignment() throws SyntaxFault {
    return p.at(TokenKind.EQUAL) || p.at(TokenKind.COLON_EQUAL);
  }

  private boolean startsDisplay() throws SyntaxFault {
    return switch (p.kind()) {
      case TRUE, FALSE, NONE -> true;
      case LSQB -> p.sees(g.displays::list);
      case LPAR -> p.sees(g.displays::tuple) || p.sees(g.displays::generator);
      default -> false;
    };
  }

  /** {@code invalid_group}. */
  void group() throws SyntaxFault {
    int first = p.pos;
    if (p.accept(TokenKind.LPAR)) {
      if (p.at(TokenKind.STAR)) {
        Expr starred = g.calls.starred();
        if (starred != null && p.accept(TokenKind.RPAR)) {
          throw p.faults.at(starred.span(), "cannot use starred expression here");
        }
      }
      p.pos = first + 1;
      if (p.accept(TokenKind.DOUBLE_STAR)
          && g.expressions.expression() != null
          && p.accept(TokenKind.RPAR)) {
        throw p.faults.at(first + 1, "cannot use double starred expression here");
      }
    }
    p.pos = first;
  }

  /** {@code invalid_comprehension}. */
  void comprehension() throws SyntaxFault {
    int first = p.pos;
    TokenKind open = p.kind();
    if (open != TokenKind.LPAR && open != TokenKind.LSQB && open != TokenKind.LBRACE) {
      return;
    }
    p.pos++;
    if (p.at(TokenKind.STAR)) {
      Expr starred = g.calls.starred();
      if (starred != null && g.comprehensions.clauses() != null) {
        throw p.faults.at(starred.span(), "iterable unpacking cannot be used in comprehension");
      }
    }
    p.pos = first + 1;
    if (open != TokenKind.LPAR) {
      bareTuple();
    }
    p.pos = first;
  }

  private void bareTuple() throws SyntaxFault {
    Expr e = g.expressions.starNamedExpression();
    int comma = p.pos;
    if (e == null || !p.accept(TokenKind.COMMA)) {
      return;
    }
    String message = "did you forget parentheses around the comprehension target?";
    List<Expr> rest = new ArrayList<>();
    Expr next = p.attempt(g.expressions::starNamedExpression);
    if (next != null) {
      rest.add(next);
      g.expressions.moreElements(rest, g.expressions::starNamedExpression);
      if (g.comprehensions.clauses() != null) {
        throw p.faults.range(e.span(), rest.getLast().span(), message);
      }
    }
    p.pos = comma + 1;
    if (g.comprehensions.clauses() != null) {
      throw p.faults.range(e.span(), p.span(comma), message);
    }
  }

  /** {@code invalid_dict_comprehension}. */
  void dictComprehension() throws SyntaxFault {
    int first = p.pos;
    if (p.accept(TokenKind.LBRACE)
        && p.accept(TokenKind.DOUBLE_STAR)
        && g.expressions.bitwiseOr() != null) {
      List<Comprehension> clauses = g.comprehensions.clauses();
      if (clauses != null && p.accept(TokenKind.RBRACE)) {
        throw p.faults.at(first + 1, "dict unpacking cannot be used in dict comprehension");
      }
    }
    p.pos = first;
  }

  /** {@code invalid_double_starred_kvpairs}, from the brace on. */
  void pairs() throws SyntaxFault {
    int first = p.pos++;
    List<Expr> keys = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    int mark = p.pos;
    while (g.displays.pair(keys, values)) {
      mark = p.pos;
      if (!p.accept(TokenKind.COMMA)) {
        break;
      }
    }
    p.pos = mark;
    if (!keys.isEmpty() && p.accept(TokenKind.COMMA)) {
      pair();
    }
    p.pos = first + 1;
    value();
    p.pos = first;
  }

  /** {@code invalid_kvpair}. */
  private void pair() throws SyntaxFault {
    int first = p.pos;
    Expr key = g.expressions.expression();
    if (key != null && !p.at(TokenKind.COLON)) {
      throw p.faults.at(
          key.span().lineno(),
          key.span().endColOffset() - 1,
          key.span().endLineno(),
          -1,
          "':' expected after dictionary key");
    }
    p.pos = first;
    value();
  }

  private void value() throws SyntaxFault {
    Expr key = g.expressions.expression();
    int colon = p.pos;
    if (key == null || !p.accept(TokenKind.COLON)) {
      return;
    }
    int star = p.pos;
    if (p.accept(TokenKind.STAR) && g.expressions.bitwiseOr() != null) {
      throw p.faults.from(p.span(star), "cannot use a starred expression in a dictionary value");
    }
    p.pos = star;
    if (p.at(TokenKind.RBRACE) || p.at(TokenKind.COMMA)) {
      throw p.faults.at(colon, "expression expected after dictionary key and ':'");
    }
  }

  /** {@code invalid_replacement_field}. */
  void field() throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.LBRACE)) {
      return;
    }
    switch (p.kind()) {
      case EQUAL, EXCLAMATION, COLON, RBRACE ->
          throw p.faults.at(
              first + 1, "f-string: valid expression required before '" + p.kind().text() + "'");
      default -> {
        // the expression is looked at below
      }
    }
    if (p.attempt(g.expressions::yieldOrStarExpressions) == null) {
      throw p.faults.next("f-string: expecting a valid expression after '{'");
    }
    afterFieldExpression();
    p.pos = first;
  }

  private void afterFieldExpression() throws SyntaxFault {
    if (!atFieldPart() && !p.at(TokenKind.EQUAL)) {
      throw p.faults.next("f-string: expecting '=', or '!', or ':', or '}'");
    }
    if (p.accept(TokenKind.EQUAL) && !atFieldPart()) {
      throw p.faults.next("f-string: expecting '!', or ':', or '}'");
    }
    if (p.accept(TokenKind.EXCLAMATION)) {
      if (p.at(TokenKind.COLON) || p.at(TokenKind.RBRACE)) {
        throw p.faults.next("f-string: missing conversion character");
      }
      if (!p.at(TokenKind.NAME)) {
        throw p.faults.next("f-string: invalid conversion character");
      }
      p.pos++;
    }
    if (!p.at(TokenKind.COLON) && !p.at(TokenKind.RBRACE)) {
      throw p.faults.next("f-string: expecting ':' or '}'");
    }
    if (p.accept(TokenKind.COLON)) {
      g.strings.formatSpec();
      if (!p.at(TokenKind.RBRACE)) {
        throw p.faults.next("f-string: expecting '}', or format specs");
      }
    }
  }

  private boolean atFieldPart() throws SyntaxFault {
    return p.at(TokenKind.EXCLAMATION) || p.at(TokenKind.COLON) || p.at(TokenKind.RBRACE);
  }
}
