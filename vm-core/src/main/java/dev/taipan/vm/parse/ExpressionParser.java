package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Arguments;
import dev.taipan.vm.ast.BoolOperator;
import dev.taipan.vm.ast.CompareOperator;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Operator;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/**
 * Expressions down to atoms.
 *
 * <p>Where an operator is not followed by an operand the expression ends before the operator: the
 * rule still applies, and its caller finds the operator it did not expect.
 */
final class ExpressionParser {
  private final Parse p;
  private final Grammar g;

  ExpressionParser(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  /** {@code star_expressions}: one expression or, with commas, a tuple of them. */
  Expr starExpressions() throws SyntaxFault {
    return tuple(this::starExpression);
  }

  /** {@code expressions}: as {@link #starExpressions} without stars. */
  Expr expressions() throws SyntaxFault {
    return tuple(this::expression);
  }

  private Expr tuple(Parse.Rule<Expr> element) throws SyntaxFault {
    int first = p.pos;
    Expr e = element.parse();
    if (e == null || !p.at(TokenKind.COMMA)) {
      return e;
    }
    List<Expr> elements = new ArrayList<>();
    elements.add(e);
    moreElements(elements, element);
    return new Expr.Tuple(p.spanFrom(first), elements, ExprContext.LOAD);
  }

  /** Reads further elements, each after a comma, and a last comma. */
  void moreElements(List<Expr> elements, Parse.Rule<Expr> element) throws SyntaxFault {
    while (p.accept(TokenKind.COMMA)) {
      int mark = p.pos;
      Expr e = element.parse();
      if (e == null) {
        p.pos = mark;
        return;
      }
      elements.add(e);
    }
  }

  Expr starExpression() throws SyntaxFault {
    return p.diagnosing
        ? p.remembered(Parse.Memo.STAR_EXPRESSION, () -> starredOr(this::expression))
        : starredOr(this::expression);
  }

  Expr starNamedExpression() throws SyntaxFault {
    return starredOr(this::namedExpression);
  }

  private Expr starredOr(Parse.Rule<Expr> other) throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.STAR)) {
      return other.parse();
    }
    Expr value = bitwiseOr();
    if (value == null) {
      p.pos = first;
      return null;
    }
    return new Expr.Starred(p.spanFrom(first), value, ExprContext.LOAD);
  }

  /** {@code assignment_expression}; null where no {@code :=} follows a name. */
  Expr assignmentExpression() throws SyntaxFault {
    int first = p.pos;
    if (!p.at(TokenKind.NAME) || p.kindAhead(1) != TokenKind.COLON_EQUAL) {
      return null;
    }
    p.pos += 2;
    Expr value = expression();
    if (value == null) {
      p.pos = first;
      return null;
    }
    Expr target = new Expr.Name(p.span(first), p.tokens.name(first), ExprContext.STORE);
    p.since(8, "Assignment expressions are");
    return new Expr.NamedExpr(p.spanFrom(first), target, value);
  }

  /** Whether the token read before is the name of an assignment expression. */
  boolean isNamed(int token) {
    return p.tokens.kind(token) == TokenKind.NAME
        && p.tokens.kind(token + 1) == TokenKind.COLON_EQUAL;
  }

  Expr namedExpression() throws SyntaxFault {
    if (p.at(TokenKind.NAME) && p.kindAhead(1) == TokenKind.COLON_EQUAL) {
      return assignmentExpression(); // the := commits to it
    }
    if (p.diagnosing) {
      g.invalidExpressions.named();
    }
    return plainExpression();
  }

  /** {@code expression !':='}. */
  Expr plainExpression() throws SyntaxFault {
    int mark = p.pos;
    Expr e = expression();
    if (e != null && p.at(TokenKind.COLON_EQUAL)) {
      p.pos = mark;
      return null;
    }
    return e;
  }

  Expr yieldExpression() throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.YIELD)) {
      return null;
    }
    int mark = p.pos;
    if (p.accept(TokenKind.FROM)) {
      Expr value = expression();
      if (value != null) {
        return new Expr.YieldFrom(p.spanFrom(first), value);
      }
      p.pos = mark;
    }
    Expr value = p.attempt(this::starExpressions);
    return new Expr.Yield(p.spanFrom(first), value);
  }

  /** {@code annotated_rhs}: what may stand right of an assignment. */
  Expr yieldOrStarExpressions() throws SyntaxFault {
    return p.at(TokenKind.YIELD) ? yieldExpression() : starExpressions();
  }

  Expr expression() throws SyntaxFault {
    return p.diagnosing
        ? p.remembered(Parse.Memo.EXPRESSION, this::diagnosedExpression)
        : conditional();
  }

  private Expr diagnosedExpression() throws SyntaxFault {
    g.invalidExpressions.expression();
    g.invalidExpressions.legacy();
    return conditional();
  }

  /** {@code expression} without the diagnosis at this level. */
  Expr conditional() throws SyntaxFault {
    if (p.at(TokenKind.LAMBDA)) {
      return lambda();
    }
    p.enter();
    int first = p.pos;
    Expr body = disjunction();
    if (body != null && p.at(TokenKind.IF)) {
      int mark = p.pos++;
      Expr whole = rest(first, body);
      if (whole == null) {
        p.pos = mark;
      } else {
        body = whole;
      }
    }
    p.leave();
    return body;
  }

  private Expr rest(int first, Expr body) throws SyntaxFault {
    Expr test = disjunction();
    if (test == null || !p.accept(TokenKind.ELSE)) {
      return null;
    }
    Expr orelse = expression();
    return orelse == null ? null : new Expr.IfExp(p.spanFrom(first), test, body, orelse);
  }

  private Expr lambda() throws SyntaxFault {
    int first = p.pos++;
    p.enter();
    Arguments args = p.attempt(g.lambdaParameters::parameters);
    if (!p.accept(TokenKind.COLON)) {
      p.leave();
      p.pos = first;
      return null;
    }
    Expr body = expression();
    p.leave();
    if (body == null) {
      p.pos = first;
      return null;
    }
    return new Expr.Lambda(p.spanFrom(first), args == null ? ParameterParser.none() : args, body);
  }

  Expr disjunction() throws SyntaxFault {
    return p.diagnosing
        ? p.remembered(
            Parse.Memo.DISJUNCTION, () -> logical(TokenKind.OR, BoolOperator.OR, this::conjunction))
        : logical(TokenKind.OR, BoolOperator.OR, this::conjunction);
  }

  private Expr conjunction() throws SyntaxFault {
    return p.diagnosing
        ? p.remembered(
            Parse.Memo.CONJUNCTION, () -> logical(TokenKind.AND, BoolOperator.AND, this::inversion))
        : logical(TokenKind.AND, BoolOperator.AND, this::inversion);
  }

  private Expr logical(TokenKind operator, BoolOperator op, Parse.Rule<Expr> operand)
      throws SyntaxFault {
    int first = p.pos;
    Expr left = operand.parse();
    if (left == null || !p.at(operator)) {
      return left;
    }
    List<Expr> values = new ArrayList<>();
    values.add(left);
    while (p.at(operator)) {
      int mark = p.pos++;
      Expr right = operand.parse();
      if (right == null) {
        p.pos = mark;
        break;
      }
      values.add(right);
    }
    return values.size() == 1 ? left : new Expr.BoolOp(p.spanFrom(first), op, values);
  }

  Expr inversion() throws SyntaxFault {
    if (!p.at(TokenKind.NOT)) {
      return comparison();
    }
    int first = p.pos;
    while (p.accept(TokenKind.NOT)) {
      // counted below, innermost last
    }
    int last = p.pos;
    Expr e = comparison();
    if (e == null) {
      p.pos = first;
      return null;
    }
    for (int not = last - 1; not >= first; not--) {
      e = new Expr.UnaryOp(p.spanFrom(not), UnaryOperator.NOT, e);
    }
    return e;
  }

  private Expr comparison() throws SyntaxFault {
    int first = p.pos;
    Expr left = bitwiseOr();
    if (left == null) {
      return null;
    }
    List<CompareOperator> ops = null;
    List<Expr> operands = null;
    while (true) {
      int mark = p.pos;
      CompareOperator op = compareOperator();
      Expr right = op == null ? null : bitwiseOr();
      if (right == null) {
        p.pos = mark;
        break;
      }
      if (ops == null) {
        ops = new ArrayList<>(1);
        operands = new ArrayList<>(1);
      }
      ops.add(op);
      operands.add(right);
    }
    return ops == null ? left : new Expr.Compare(p.spanFrom(first), left, ops, operands);
  }

  private CompareOperator compareOperator() throws SyntaxFault {
    CompareOperator op =
        switch (p.kind()) {
          case EQ_EQUAL -> CompareOperator.EQ;
          case NOT_EQUAL -> notEqual();
          case LESS -> CompareOperator.LT;
          case LESS_EQUAL -> CompareOperator.LT_E;
          case GREATER -> CompareOperator.GT;
          case GREATER_EQUAL -> CompareOperator.GT_E;
          case IN -> CompareOperator.IN;
          case IS -> CompareOperator.IS;
          case NOT -> CompareOperator.NOT_IN;
          default -> null;
        };
    if (op == null) {
      return null;
    }
    p.pos++;
    if (op == CompareOperator.NOT_IN) {
      return p.accept(TokenKind.IN) ? op : null;
    }
    return op == CompareOperator.IS && p.accept(TokenKind.NOT) ? CompareOperator.IS_NOT : op;
  }

  /** {@code <>} is read as this token but is not an operator. */
  private CompareOperator notEqual() {
    return p.lexer.in.bytes[p.tokens.start(p.pos)] == '!' ? CompareOperator.NOT_EQ : null;
  }

  Expr bitwiseOr() throws SyntaxFault {
    return p.diagnosing ? p.remembered(Parse.Memo.BITWISE_OR, () -> binary(1)) : binary(1);
  }

  /** Reads operands joined by operators that bind at least as tightly as {@code level}. */
  private Expr binary(int level) throws SyntaxFault {
    int first = p.pos;
    Expr left = factor();
    if (left == null) {
      return null;
    }
    while (true) {
      BinaryOp op = BinaryOp.of(p.kind());
      if (op == null || op.level() < level) {
        return left;
      }
      int mark = p.pos++;
      Expr right = binary(op.level() + 1);
      if (right == null) {
        p.pos = mark;
        return left;
      }
      if (op == BinaryOp.MAT_MULT) {
        p.since(5, "The '@' operator is");
      }
      left = new Expr.BinOp(p.spanFrom(first), left, op.operator(), right);
    }
  }

  Expr factor() throws SyntaxFault {
    return p.diagnosing ? p.remembered(Parse.Memo.FACTOR, this::signed) : signed();
  }

  private Expr signed() throws SyntaxFault {
    int first = p.pos;
    while (unary(p.kind()) != null) {
      p.pos++;
    }
    int last = p.pos;
    Expr e = power();
    if (e == null) {
      p.pos = first;
      return null;
    }
    for (int sign = last - 1; sign >= first; sign--) {
      e = new Expr.UnaryOp(p.spanFrom(sign), unary(p.tokens.kind(sign)), e);
    }
    return e;
  }

  private static UnaryOperator unary(TokenKind kind) {
    return switch (kind) {
      case PLUS -> UnaryOperator.U_ADD;
      case MINUS -> UnaryOperator.U_SUB;
      case TILDE -> UnaryOperator.INVERT;
      default -> null;
    };
  }

  private Expr power() throws SyntaxFault {
    int first = p.pos;
    Expr base = awaitPrimary();
    if (base == null || !p.at(TokenKind.DOUBLE_STAR)) {
      return base;
    }
    int mark = p.pos++;
    p.enter();
    Expr exponent = factor();
    p.leave();
    if (exponent == null) {
      p.pos = mark;
      return base;
    }
    return new Expr.BinOp(p.spanFrom(first), base, Operator.POW, exponent);
  }

  private Expr awaitPrimary() throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.AWAIT)) {
      return primary();
    }
    Expr value = primary();
    if (value == null) {
      p.pos = first;
      return null;
    }
    p.since(5, "Await expressions are");
    return new Expr.Await(p.spanFrom(first), value);
  }

  Expr primary() throws SyntaxFault {
    return p.diagnosing ? p.remembered(Parse.Memo.PRIMARY, this::trailers) : trailers();
  }

  private Expr trailers() throws SyntaxFault {
    int first = p.pos;
    Expr e = g.displays.atom();
    while (e != null) {
      int mark = p.pos;
      Expr longer =
          switch (p.kind()) {
            case DOT -> attribute(first, e);
            case LPAR -> g.calls.call(first, e);
            case LSQB -> subscript(first, e);
            default -> null;
          };
      if (longer == null) {
        p.pos = mark;
        return e;
      }
      e = longer;
    }
    return null;
  }

  private Expr attribute(int first, Expr value) throws SyntaxFault {
    p.pos++;
    int name = p.take(TokenKind.NAME);
    return name < 0
        ? null
        : new Expr.Attribute(p.spanFrom(first), value, p.tokens.name(name), ExprContext.LOAD);
  }

  private Expr subscript(int first, Expr value) throws SyntaxFault {
    p.pos++;
    Expr slice = slices();
    return slice == null || !p.accept(TokenKind.RSQB)
        ? null
        : new Expr.Subscript(p.spanFrom(first), value, slice, ExprContext.LOAD);
  }

  private Expr slices() throws SyntaxFault {
    int first = p.pos;
    Expr e = sliceOrStarred();
    if (e == null || (!p.at(TokenKind.COMMA) && !(e instanceof Expr.Starred))) {
      return e;
    }
    List<Expr> elements = new ArrayList<>();
    elements.add(e);
    moreElements(elements, this::sliceOrStarred);
    return new Expr.Tuple(p.spanFrom(first), elements, ExprContext.LOAD);
  }

  private Expr sliceOrStarred() throws SyntaxFault {
    return p.at(TokenKind.STAR) ? g.calls.starred() : slice();
  }

  private Expr slice() throws SyntaxFault {
    int first = p.pos;
    Expr lower = null;
    if (!p.at(TokenKind.COLON)) {
      if (!p.diagnosing) {
        lower = namedExpression();
        if (lower == null || !p.at(TokenKind.COLON) || isNamed(first)) {
          return lower;
        }
      } else {
        lower = p.attempt(this::expression);
        if (!p.at(TokenKind.COLON)) {
          p.pos = first;
          return namedExpression();
        }
      }
    }
    p.pos++;
    Expr upper = p.attempt(this::expression);
    Expr step = p.accept(TokenKind.COLON) ? p.attempt(this::expression) : null;
    return new Expr.Slice(p.spanFrom(first), lower, upper, step);
  }

  Expr.Name name(int token) {
    return new Expr.Name(p.span(token), p.tokens.name(token), ExprContext.LOAD);
  }

  Expr number() throws SyntaxFault {
    int token = p.pos++;
    ConstantValue value = NumberLiterals.value(p, token);
    return new Expr.Constant(p.span(token), value, null);
  }

  Expr singleton(ConstantValue.Singleton value) {
    Span span = p.span(p.pos++);
    return new Expr.Constant(span, value, null);
  }
}
