package dev.taipan.vm.parse;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.MatchCase;
import dev.taipan.vm.ast.Operator;
import dev.taipan.vm.ast.Pattern;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** {@code match} statements and their patterns. */
final class PatternParser {
  private final Parse p;
  private final Grammar g;

  PatternParser(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  Stmt match() throws SyntaxFault {
    if (!p.atSoft("match")) {
      return null;
    }
    int first = p.pos;
    Stmt match = p.attempt(this::matchBody);
    if (match == null && p.diagnosing) {
      p.pos = first;
      g.invalidBlocks.match();
    }
    return match;
  }

  private Stmt matchBody() throws SyntaxFault {
    int first = p.pos++;
    Expr subject = subject();
    if (subject == null
        || !p.accept(TokenKind.COLON)
        || !p.accept(TokenKind.NEWLINE)
        || !p.accept(TokenKind.INDENT)) {
      return null;
    }
    List<MatchCase> cases = new ArrayList<>();
    MatchCase next = p.attempt(this::matchCase);
    while (next != null) {
      cases.add(next);
      next = p.attempt(this::matchCase);
    }
    if (cases.isEmpty() || !p.accept(TokenKind.DEDENT)) {
      return null;
    }
    p.since(10, "Pattern matching is");
    return new Stmt.Match(p.spanFrom(first), subject, cases);
  }

  /** {@code subject_expr}. */
  Expr subject() throws SyntaxFault {
    int first = p.pos;
    Expr e = g.expressions.starNamedExpression();
    if (e == null) {
      return null;
    }
    if (!p.at(TokenKind.COMMA)) {
      return e instanceof Expr.Starred ? null : e;
    }
    List<Expr> elements = new ArrayList<>();
    elements.add(e);
    g.expressions.moreElements(elements, g.expressions::starNamedExpression);
    return new Expr.Tuple(p.spanFrom(first), elements, ExprContext.LOAD);
  }

  private MatchCase matchCase() throws SyntaxFault {
    if (!p.atSoft("case")) {
      return null;
    }
    if (p.diagnosing) {
      g.invalidBlocks.matchCase();
    }
    p.pos++;
    Pattern pattern = patterns();
    if (pattern == null) {
      return null;
    }
    Expr guard = guard();
    List<Stmt> body = p.accept(TokenKind.COLON) ? g.statements.block() : null;
    return body == null ? null : new MatchCase(pattern, guard, body);
  }

  /** {@code [guard]}. */
  Expr guard() throws SyntaxFault {
    return p.attempt(() -> p.accept(TokenKind.IF) ? g.expressions.namedExpression() : null);
  }

  /** {@code patterns}: one pattern or an open sequence. */
  Pattern patterns() throws SyntaxFault {
    int first = p.pos;
    Pattern pattern = maybeStar();
    if (pattern == null) {
      return null;
    }
    if (!p.at(TokenKind.COMMA)) {
      return pattern instanceof Pattern.MatchStar ? null : pattern;
    }
    List<Pattern> all = new ArrayList<>();
    all.add(pattern);
    more(all, this::maybeStar);
    return new Pattern.MatchSequence(p.spanFrom(first), all);
  }

  private void more(List<Pattern> all, Parse.Rule<Pattern> rule) throws SyntaxFault {
    while (p.accept(TokenKind.COMMA)) {
      Pattern next = p.attempt(rule);
      if (next == null) {
        return;
      }
      all.add(next);
    }
  }

  private Pattern maybeStar() throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.STAR)) {
      return pattern();
    }
    if (p.acceptSoft("_")) {
      return new Pattern.MatchStar(p.spanFrom(first), null);
    }
    String name = captureTarget();
    return name == null ? null : new Pattern.MatchStar(p.spanFrom(first), name);
  }

  /** {@code pattern}: alternatives, perhaps named. */
  Pattern pattern() throws SyntaxFault {
    int first = p.pos;
    p.enter();
    Pattern pattern = alternatives();
    p.leave();
    if (pattern == null || !p.at(TokenKind.AS)) {
      return pattern;
    }
    int mark = p.pos++;
    String name = captureTarget();
    if (name != null) {
      return new Pattern.MatchAs(p.spanFrom(first), pattern, name);
    }
    if (p.diagnosing) {
      g.invalidBlocks.asPattern();
    }
    p.pos = mark;
    return pattern;
  }

  private Pattern alternatives() throws SyntaxFault {
    int first = p.pos;
    Pattern pattern = closed();
    if (pattern == null || !p.at(TokenKind.VBAR)) {
      return pattern;
    }
    List<Pattern> all = new ArrayList<>();
    all.add(pattern);
    while (p.at(TokenKind.VBAR)) {
      int mark = p.pos++;
      Pattern next = closed();
      if (next == null) {
        p.pos = mark;
        break;
      }
      all.add(next);
    }
    return all.size() == 1 ? pattern : new Pattern.MatchOr(p.spanFrom(first), all);
  }

  private Pattern closed() throws SyntaxFault {
    return p.diagnosing
        ? p.remembered(Parse.Memo.CLOSED_PATTERN, this::closedBody)
        : p.attempt(this::closedBody);
  }

  private Pattern closedBody() throws SyntaxFault {
    int first = p.pos;
    return switch (p.kind()) {
      case NUMBER, MINUS, PLUS, STRING, FSTRING_START -> {
        Expr value = literal();
        yield value == null ? null : new Pattern.MatchValue(p.spanFrom(first), value);
      }
      case NONE -> singleton(ConstantValue.Singleton.NONE);
      case TRUE -> singleton(ConstantValue.Singleton.TRUE);
      case FALSE -> singleton(ConstantValue.Singleton.FALSE);
      case NAME -> named();
      case LPAR -> parenthesized();
      case LSQB -> {
        p.pos++;
        yield sequence(first, TokenKind.RSQB);
      }
      case LBRACE -> mapping();
      default -> null;
    };
  }

  private Pattern singleton(ConstantValue.Singleton value) {
    int token = p.pos++;
    return new Pattern.MatchSingleton(p.span(token), value);
  }

  /** A number, signed or complex, or a string. */
  private Expr literal() throws SyntaxFault {
    if (p.at(TokenKind.STRING) || p.at(TokenKind.FSTRING_START)) {
      return g.strings.strings();
    }
    int first = p.pos;
    Expr real = signedNumber();
    if (real == null || !(p.at(TokenKind.PLUS) || p.at(TokenKind.MINUS))) {
      return real;
    }
    requireKind(real, first, false);
    Operator op = p.at(TokenKind.PLUS) ? Operator.ADD : Operator.SUB;
    p.pos++;
    if (!p.at(TokenKind.NUMBER)) {
      return null;
    }
    int token = p.pos;
    Expr imaginary = g.expressions.number();
    requireKind(imaginary, token, true);
    return new Expr.BinOp(p.spanFrom(first), real, op, imaginary);
  }

  private void requireKind(Expr number, int first, boolean imaginary) throws SyntaxFault {
    Expr operand = number instanceof Expr.UnaryOp u ? u.operand() : number;
    boolean isComplex =
        operand instanceof Expr.Constant c && c.value() instanceof ConstantValue.ComplexValue;
    if (isComplex != imaginary) {
      int token = p.tokens.kind(first) == TokenKind.NUMBER ? first : first + 1;
      throw p.faults.at(
          token, (imaginary ? "imaginary" : "real") + " number required in complex literal");
    }
  }

  private Expr signedNumber() throws SyntaxFault {
    int first = p.pos;
    boolean negative = p.accept(TokenKind.MINUS);
    if (!negative) {
      return p.at(TokenKind.NUMBER) ? g.expressions.number() : null;
    }
    if (!p.at(TokenKind.NUMBER)) {
      return null;
    }
    Expr number = g.expressions.number();
    return new Expr.UnaryOp(p.spanFrom(first), UnaryOperator.U_SUB, number);
  }

  /** {@code pattern_capture_target}. */
  private String captureTarget() throws SyntaxFault {
    if (!p.at(TokenKind.NAME) || p.atSoft("_")) {
      return null;
    }
    int mark = p.pos++;
    if (p.at(TokenKind.DOT) || p.at(TokenKind.LPAR) || p.at(TokenKind.EQUAL)) {
      p.pos = mark;
      return null;
    }
    return p.tokens.name(mark);
  }

  /** A capture, the wildcard, a value or a class pattern. */
  private Pattern named() throws SyntaxFault {
    int first = p.pos;
    String capture = captureTarget();
    if (capture != null) {
      return new Pattern.MatchAs(p.spanFrom(first), null, capture);
    }
    TokenKind next = p.kindAhead(1);
    if (next != TokenKind.DOT && next != TokenKind.LPAR) {
      return p.acceptSoft("_") ? new Pattern.MatchAs(p.spanFrom(first), null, null) : null;
    }
    if (p.atSoft("_") && next == TokenKind.LPAR) {
      p.pos++;
      return new Pattern.MatchAs(p.spanFrom(first), null, null);
    }
    Expr name = dotted();
    if (p.at(TokenKind.LPAR)) {
      Pattern pattern = classPattern(first, name);
      if (pattern == null && p.diagnosing) {
        p.pos = first;
        g.invalidBlocks.classPattern();
      }
      return pattern;
    }
    return name instanceof Expr.Attribute && !p.at(TokenKind.EQUAL)
        ? new Pattern.MatchValue(p.spanFrom(first), name)
        : null;
  }

  /** {@code name_or_attr}. */
  Expr dotted() throws SyntaxFault {
    int first = p.pos;
    if (!p.at(TokenKind.NAME)) {
      return null;
    }
    Expr e = g.expressions.name(p.pos++);
    while (p.at(TokenKind.DOT)) {
      int mark = p.pos++;
      int name = p.take(TokenKind.NAME);
      if (name < 0) {
        p.pos = mark;
        break;
      }
      e = new Expr.Attribute(p.spanFrom(first), e, p.tokens.name(name), ExprContext.LOAD);
    }
    return e;
  }

  private Pattern parenthesized() throws SyntaxFault {
    int first = p.pos++;
    int mark = p.pos;
    Pattern inner = p.attempt(this::pattern);
    if (inner != null && p.accept(TokenKind.RPAR)) {
      return inner;
    }
    p.pos = mark;
    return openSequence(first);
  }

  private Pattern openSequence(int first) throws SyntaxFault {
    Pattern element = p.attempt(this::maybeStar);
    List<Pattern> all = new ArrayList<>();
    if (element != null) {
      if (!p.at(TokenKind.COMMA)) {
        return null;
      }
      all.add(element);
      more(all, this::maybeStar);
    }
    return p.accept(TokenKind.RPAR) ? new Pattern.MatchSequence(p.spanFrom(first), all) : null;
  }

  private Pattern sequence(int first, TokenKind close) throws SyntaxFault {
    List<Pattern> all = new ArrayList<>();
    Pattern element = p.attempt(this::maybeStar);
    if (element != null) {
      all.add(element);
      more(all, this::maybeStar);
    }
    return p.accept(close) ? new Pattern.MatchSequence(p.spanFrom(first), all) : null;
  }

  private Pattern mapping() throws SyntaxFault {
    int first = p.pos++;
    List<Expr> keys = new ArrayList<>();
    List<Pattern> values = new ArrayList<>();
    String rest = null;
    while (!p.at(TokenKind.RBRACE)) {
      if (p.accept(TokenKind.DOUBLE_STAR)) {
        rest = captureTarget();
        if (rest == null) {
          return null;
        }
        p.accept(TokenKind.COMMA);
        break;
      }
      Expr key = p.attempt(this::mappingKey);
      Pattern value = key != null && p.accept(TokenKind.COLON) ? pattern() : null;
      if (value == null) {
        return null;
      }
      keys.add(key);
      values.add(value);
      if (!p.accept(TokenKind.COMMA)) {
        break;
      }
    }
    return p.accept(TokenKind.RBRACE)
        ? new Pattern.MatchMapping(p.spanFrom(first), keys, values, rest)
        : null;
  }

  private Expr mappingKey() throws SyntaxFault {
    return switch (p.kind()) {
      case NONE -> g.expressions.singleton(ConstantValue.Singleton.NONE);
      case TRUE -> g.expressions.singleton(ConstantValue.Singleton.TRUE);
      case FALSE -> g.expressions.singleton(ConstantValue.Singleton.FALSE);
      case NAME -> dotted() instanceof Expr.Attribute a ? a : null;
      default -> literal();
    };
  }

  private Pattern classPattern(int first, Expr cls) throws SyntaxFault {
    p.pos++;
    List<Pattern> positional = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Pattern> keywords = new ArrayList<>();
    while (!p.at(TokenKind.RPAR)) {
      if (p.at(TokenKind.NAME) && p.kindAhead(1) == TokenKind.EQUAL) {
        names.add(p.tokens.name(p.pos));
        p.pos += 2;
        Pattern value = pattern();
        if (value == null) {
          return null;
        }
        keywords.add(value);
      } else {
        Pattern value = names.isEmpty() ? pattern() : null;
        if (value == null) {
          return null;
        }
        positional.add(value);
      }
      if (!p.accept(TokenKind.COMMA)) {
        break;
      }
    }
    return p.accept(TokenKind.RPAR)
        ? new Pattern.MatchClass(p.spanFrom(first), cls, positional, names, keywords)
        : null;
  }
}
