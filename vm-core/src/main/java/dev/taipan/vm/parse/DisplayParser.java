package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Atoms and everything in brackets.
 *
 * <p>The first run reads the first element and then knows what the brackets hold. The second tries
 * the possibilities one after the other, because each has mistakes of its own.
 */
final class DisplayParser {
  private final Parse p;
  private final Grammar g;

  DisplayParser(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  Expr atom() throws SyntaxFault {
    return switch (p.kind()) {
      case NAME -> g.expressions.name(p.pos++);
      case NUMBER -> g.expressions.number();
      case STRING, FSTRING_START -> g.strings.strings();
      case LPAR -> p.diagnosing ? diagnosedParentheses() : parentheses();
      case LSQB -> p.diagnosing ? diagnosedBrackets() : brackets();
      case LBRACE -> p.diagnosing ? diagnosedBraces() : braces();
      case TRUE -> g.expressions.singleton(ConstantValue.Singleton.TRUE);
      case FALSE -> g.expressions.singleton(ConstantValue.Singleton.FALSE);
      case NONE -> g.expressions.singleton(ConstantValue.Singleton.NONE);
      case ELLIPSIS -> g.expressions.singleton(ConstantValue.Singleton.ELLIPSIS);
      default -> null;
    };
  }

  private boolean atFor() throws SyntaxFault {
    return p.at(TokenKind.FOR) || p.at(TokenKind.ASYNC);
  }

  private Expr parentheses() throws SyntaxFault {
    int first = p.pos++;
    if (p.accept(TokenKind.RPAR)) {
      return new Expr.Tuple(p.spanFrom(first), List.of(), ExprContext.LOAD);
    }
    if (p.at(TokenKind.YIELD)) {
      Expr result = g.expressions.yieldExpression();
      return p.accept(TokenKind.RPAR) ? result : null;
    }
    Expr e = g.expressions.starNamedExpression();
    if (e == null) {
      return null;
    }
    if (p.at(TokenKind.COMMA)) {
      return tupleFrom(first, e);
    }
    if (e instanceof Expr.Starred) {
      return null;
    }
    if (!atFor()) {
      return p.accept(TokenKind.RPAR) ? e : null;
    }
    List<Comprehension> clauses = g.comprehensions.clauses();
    return clauses == null || !p.accept(TokenKind.RPAR)
        ? null
        : new Expr.GeneratorExp(p.spanFrom(first), e, clauses);
  }

  private Expr tupleFrom(int first, Expr e) throws SyntaxFault {
    List<Expr> elements = new ArrayList<>();
    elements.add(e);
    g.expressions.moreElements(elements, g.expressions::starNamedExpression);
    return p.accept(TokenKind.RPAR)
        ? new Expr.Tuple(p.spanFrom(first), elements, ExprContext.LOAD)
        : null;
  }

  private Expr brackets() throws SyntaxFault {
    int first = p.pos++;
    if (p.accept(TokenKind.RSQB)) {
      return new Expr.List(p.spanFrom(first), List.of(), ExprContext.LOAD);
    }
    Expr e = g.expressions.starNamedExpression();
    if (e == null) {
      return null;
    }
    if (atFor()) {
      List<Comprehension> clauses = e instanceof Expr.Starred ? null : g.comprehensions.clauses();
      return clauses == null || !p.accept(TokenKind.RSQB)
          ? null
          : new Expr.ListComp(p.spanFrom(first), e, clauses);
    }
    List<Expr> elements = new ArrayList<>();
    elements.add(e);
    g.expressions.moreElements(elements, g.expressions::starNamedExpression);
    return p.accept(TokenKind.RSQB)
        ? new Expr.List(p.spanFrom(first), elements, ExprContext.LOAD)
        : null;
  }

  private Expr braces() throws SyntaxFault {
    int first = p.pos++;
    if (p.at(TokenKind.RBRACE) || p.at(TokenKind.DOUBLE_STAR)) {
      return dictFrom(first, new ArrayList<>(), new ArrayList<>());
    }
    Expr e = g.expressions.starNamedExpression();
    if (e == null) {
      return null;
    }
    if (p.at(TokenKind.COLON)) {
      boolean isKey = !(e instanceof Expr.Starred) && !g.expressions.isNamed(first + 1);
      return isKey ? keyed(first, e) : null;
    }
    if (atFor()) {
      List<Comprehension> clauses = e instanceof Expr.Starred ? null : g.comprehensions.clauses();
      return clauses == null || !p.accept(TokenKind.RBRACE)
          ? null
          : new Expr.SetComp(p.spanFrom(first), e, clauses);
    }
    List<Expr> elements = new ArrayList<>();
    elements.add(e);
    g.expressions.moreElements(elements, g.expressions::starNamedExpression);
    return p.accept(TokenKind.RBRACE) ? new Expr.Set(p.spanFrom(first), elements) : null;
  }

  private Expr keyed(int first, Expr key) throws SyntaxFault {
    p.pos++;
    Expr value = g.expressions.expression();
    if (value == null) {
      return null;
    }
    if (atFor()) {
      List<Comprehension> clauses = g.comprehensions.clauses();
      return clauses == null || !p.accept(TokenKind.RBRACE)
          ? null
          : new Expr.DictComp(p.spanFrom(first), key, value, clauses);
    }
    List<Expr> keys = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    keys.add(key);
    values.add(value);
    if (p.accept(TokenKind.COMMA)) {
      return dictFrom(first, keys, values);
    }
    return p.accept(TokenKind.RBRACE) ? new Expr.Dict(p.spanFrom(first), keys, values) : null;
  }

  /** Reads pairs, if any, and the closing brace. */
  private Expr dictFrom(int first, List<Expr> keys, List<Expr> values) throws SyntaxFault {
    while (pair(keys, values) && p.accept(TokenKind.COMMA)) {
      // the condition reads one pair after the other
    }
    return p.accept(TokenKind.RBRACE) ? new Expr.Dict(p.spanFrom(first), keys, values) : null;
  }

  /** Reads one {@code key: value} or {@code **value}; where there is none, reads nothing. */
  boolean pair(List<Expr> keys, List<Expr> values) throws SyntaxFault {
    int mark = p.pos;
    Expr key = null;
    Expr value;
    if (p.accept(TokenKind.DOUBLE_STAR)) {
      value = g.expressions.bitwiseOr();
    } else {
      key = g.expressions.expression();
      value = key != null && p.accept(TokenKind.COLON) ? g.expressions.expression() : null;
    }
    if (value == null) {
      p.pos = mark;
      return false;
    }
    keys.add(key);
    values.add(value);
    return true;
  }

  private Expr diagnosedParentheses() throws SyntaxFault {
    Expr e = generator();
    if (e == null) {
      e = p.attempt(this::tuple);
    }
    if (e == null) {
      e = p.attempt(this::group);
    }
    if (e == null) {
      g.invalidExpressions.group();
    }
    return e;
  }

  /** {@code genexp}, parentheses included. */
  Expr generator() throws SyntaxFault {
    Expr e = p.attempt(this::generatorBody);
    if (e == null) {
      g.invalidExpressions.comprehension();
    }
    return e;
  }

  private Expr generatorBody() throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.LPAR)) {
      return null;
    }
    Expr e = g.expressions.assignmentExpression();
    if (e == null) {
      e = g.expressions.plainExpression();
    }
    List<Comprehension> clauses = e == null ? null : g.comprehensions.clauses();
    return clauses == null || !p.accept(TokenKind.RPAR)
        ? null
        : new Expr.GeneratorExp(p.spanFrom(first), e, clauses);
  }

  /** {@code tuple}, parentheses included. */
  Expr tuple() throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.LPAR)) {
      return null;
    }
    int mark = p.pos;
    Expr e = g.expressions.starNamedExpression();
    if (e != null && p.at(TokenKind.COMMA)) {
      return tupleFrom(first, e);
    }
    p.pos = mark;
    return p.accept(TokenKind.RPAR)
        ? new Expr.Tuple(p.spanFrom(first), List.of(), ExprContext.LOAD)
        : null;
  }

  private Expr group() throws SyntaxFault {
    p.pos++;
    Expr e =
        p.at(TokenKind.YIELD) ? g.expressions.yieldExpression() : g.expressions.namedExpression();
    return e != null && p.accept(TokenKind.RPAR) ? e : null;
  }

  private Expr diagnosedBrackets() throws SyntaxFault {
    Expr e = p.attempt(this::listComprehension);
    if (e == null) {
      g.invalidExpressions.comprehension();
      e = list();
    }
    return e;
  }

  private Expr listComprehension() throws SyntaxFault {
    int first = p.pos++;
    Expr e = g.expressions.namedExpression();
    List<Comprehension> clauses = e == null ? null : g.comprehensions.clauses();
    return clauses == null || !p.accept(TokenKind.RSQB)
        ? null
        : new Expr.ListComp(p.spanFrom(first), e, clauses);
  }

  /** {@code list}, brackets included. */
  Expr list() throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.LSQB)) {
      return null;
    }
    List<Expr> elements = elements();
    return p.accept(TokenKind.RSQB)
        ? new Expr.List(p.spanFrom(first), elements, ExprContext.LOAD)
        : null;
  }

  private List<Expr> elements() throws SyntaxFault {
    List<Expr> elements = new ArrayList<>();
    Expr e = p.attempt(g.expressions::starNamedExpression);
    if (e != null) {
      elements.add(e);
      g.expressions.moreElements(elements, g.expressions::starNamedExpression);
    }
    return elements;
  }

  private Expr diagnosedBraces() throws SyntaxFault {
    int first = p.pos;
    Expr e = p.attempt(() -> dictFrom(p.pos++, new ArrayList<>(), new ArrayList<>()));
    if (e == null) {
      g.invalidExpressions.pairs();
      e = p.attempt(this::set);
    }
    if (e == null) {
      e = p.attempt(this::dictComprehension);
    }
    if (e == null) {
      g.invalidExpressions.dictComprehension();
      e = p.attempt(this::setComprehension);
    }
    if (e == null) {
      p.pos = first;
      g.invalidExpressions.comprehension();
    }
    return e;
  }

  private Expr set() throws SyntaxFault {
    int first = p.pos++;
    List<Expr> elements = elements();
    return !elements.isEmpty() && p.accept(TokenKind.RBRACE)
        ? new Expr.Set(p.spanFrom(first), elements)
        : null;
  }

  private Expr dictComprehension() throws SyntaxFault {
    int first = p.pos++;
    List<Expr> keys = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    if (p.at(TokenKind.DOUBLE_STAR) || !pair(keys, values)) {
      return null;
    }
    List<Comprehension> clauses = g.comprehensions.clauses();
    return clauses == null || !p.accept(TokenKind.RBRACE)
        ? null
        : new Expr.DictComp(p.spanFrom(first), keys.get(0), values.get(0), clauses);
  }

  private Expr setComprehension() throws SyntaxFault {
    int first = p.pos++;
    Expr e = g.expressions.namedExpression();
    List<Comprehension> clauses = e == null ? null : g.comprehensions.clauses();
    return clauses == null || !p.accept(TokenKind.RBRACE)
        ? null
        : new Expr.SetComp(p.spanFrom(first), e, clauses);
  }
}
