package dev.taipan.vm.parse;

import dev.taipan.vm.ast.ExceptHandler;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Pattern;
import java.util.ArrayList;
import java.util.List;

/** What was meant by compound statements that cannot be read; see {@link InvalidExpressions}. */
final class InvalidBlocks {
  private static final String MIXED_HANDLERS =
      "cannot have both 'except' and 'except*' on the same 'try'";

  private final Parse p;
  private final Grammar g;

  InvalidBlocks(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  /** Whether a colon ends the line with no indented block after it. */
  private boolean lacksBlock() throws SyntaxFault {
    return p.accept(TokenKind.COLON) && p.accept(TokenKind.NEWLINE) && !p.at(TokenKind.INDENT);
  }

  private SyntaxFault noBlock(String what, int keyword) {
    return p.faults.indentation(
        "expected an indented block after " + what + " on line " + p.tokens.line(keyword));
  }

  private void expectColon() throws SyntaxFault {
    if (p.accept(TokenKind.NEWLINE)) {
      throw p.faults.last("expected ':'");
    }
  }

  /** A keyword that only a colon may follow. */
  void plain(String keyword) throws SyntaxFault {
    int first = p.pos++;
    if (lacksBlock()) {
      throw noBlock("'" + keyword + "' statement", first);
    }
    p.pos = first;
  }

  /** {@code invalid_if_stmt} and {@code invalid_elif_stmt}. */
  void branch() throws SyntaxFault {
    int first = p.pos++;
    conditional(first, p.tokens.kind(first).text());
  }

  void whileLoop() throws SyntaxFault {
    int first = p.pos++;
    conditional(first, "while");
  }

  private void conditional(int first, String keyword) throws SyntaxFault {
    if (g.expressions.namedExpression() != null) {
      expectColon();
      if (lacksBlock()) {
        throw noBlock("'" + keyword + "' statement", first);
      }
    }
    p.pos = first;
  }

  void forLoop() throws SyntaxFault {
    int first = p.pos;
    p.accept(TokenKind.ASYNC);
    int keyword = p.pos++;
    if (g.targets.starTargets() != null
        && p.accept(TokenKind.IN)
        && g.expressions.starExpressions() != null) {
      expectColon();
      if (lacksBlock()) {
        throw noBlock("'for' statement", keyword);
      }
    }
    p.pos = first;
  }

  /** {@code invalid_with_stmt_indent}. */
  void withIndent() throws SyntaxFault {
    int first = p.pos;
    p.accept(TokenKind.ASYNC);
    int keyword = p.pos++;
    if (withItems(g.expressions::expression) && lacksBlock()) {
      throw noBlock("'with' statement", keyword);
    }
    p.pos = keyword + 1;
    if (parenthesizedItems() && lacksBlock()) {
      throw noBlock("'with' statement", keyword);
    }
    p.pos = first;
  }

  /** {@code invalid_with_stmt}. */
  void with() throws SyntaxFault {
    int first = p.pos;
    p.accept(TokenKind.ASYNC);
    int keyword = p.pos++;
    if (withItems(g.expressions::expression)) {
      expectColon();
    }
    p.pos = keyword + 1;
    if (parenthesizedItems()) {
      expectColon();
    }
    p.pos = first;
  }

  private boolean parenthesizedItems() throws SyntaxFault {
    if (!p.accept(TokenKind.LPAR) || !withItems(g.expressions::expressions)) {
      return false;
    }
    p.accept(TokenKind.COMMA);
    return p.accept(TokenKind.RPAR);
  }

  private boolean withItems(Parse.Rule<Expr> context) throws SyntaxFault {
    int mark = p.pos;
    boolean any = false;
    do {
      if (context.parse() == null) {
        p.pos = mark;
        return any;
      }
      any = true;
      p.attempt(() -> p.accept(TokenKind.AS) ? g.targets.starTarget() : null);
      mark = p.pos;
    } while (p.accept(TokenKind.COMMA));
    return any;
  }

  /** {@code invalid_try_stmt}. */
  void tryStatement() throws SyntaxFault {
    int first = p.pos;
    plain("try");
    p.pos = first + 1;
    if (p.accept(TokenKind.COLON)
        && g.statements.block() != null
        && !p.at(TokenKind.EXCEPT)
        && !p.at(TokenKind.FINALLY)) {
      throw p.faults.last("expected 'except' or 'finally' block");
    }
    mixedHandlers(first, false);
    mixedHandlers(first, true);
    p.pos = first;
  }

  private void mixedHandlers(int first, boolean star) throws SyntaxFault {
    p.pos = first + 1;
    if (!p.accept(TokenKind.COLON)) {
      return;
    }
    while (p.attempt(g.statements::block) != null) {
      // blocks before the handlers
    }
    List<ExceptHandler> handlers = new ArrayList<>();
    while (p.at(TokenKind.EXCEPT)) {
      if (star != (p.kindAhead(1) == TokenKind.STAR)) {
        break;
      }
      ExceptHandler handler = p.attempt(() -> g.compounds.handler(star));
      if (handler == null) {
        return;
      }
      handlers.add(handler);
    }
    int keyword = p.pos;
    if (handlers.isEmpty() || !p.accept(TokenKind.EXCEPT)) {
      return;
    }
    if (star) {
      p.attempt(this::typeAndName);
      if (p.accept(TokenKind.COLON)) {
        throw p.faults.at(keyword, MIXED_HANDLERS);
      }
    } else if (p.accept(TokenKind.STAR) && typeAndName() != null && p.accept(TokenKind.COLON)) {
      throw p.faults.range(keyword, keyword + 1, MIXED_HANDLERS);
    }
  }

  /** {@code expression ['as' NAME]}. */
  private Expr typeAndName() throws SyntaxFault {
    Expr type = g.expressions.expression();
    if (type != null) {
      asName();
    }
    return type;
  }

  private void asName() throws SyntaxFault {
    int mark = p.pos;
    if (p.accept(TokenKind.AS) && !p.accept(TokenKind.NAME)) {
      p.pos = mark;
    }
  }

  /** {@code invalid_except_stmt_indent} and its starred form. */
  void exceptIndent(boolean star) throws SyntaxFault {
    int first = p.pos;
    if (p.accept(TokenKind.EXCEPT) && (!star || p.accept(TokenKind.STAR))) {
      String what = star ? "'except*' statement" : "'except' statement";
      int mark = p.pos;
      if (p.attempt(this::typeAndName) != null && lacksBlock()) {
        throw noBlock(what, first);
      }
      p.pos = mark;
      if (!star && lacksBlock()) {
        throw noBlock(what, first);
      }
    }
    p.pos = first;
  }

  /** {@code invalid_except_stmt}. */
  void except() throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.EXCEPT)) {
      return;
    }
    boolean star = p.accept(TokenKind.STAR);
    int mark = p.pos;
    Expr type = g.expressions.expression();
    if (type != null && p.accept(TokenKind.COMMA) && g.expressions.expressions() != null) {
      asName();
      if (p.accept(TokenKind.COLON)) {
        throw p.faults.from(type.span(), "multiple exception types must be parenthesized");
      }
    }
    p.pos = mark;
    if (typeAndName() != null) {
      expectColon();
    }
    p.pos = mark;
    if (!star) {
      expectColon();
    } else if (p.accept(TokenKind.NEWLINE) || p.accept(TokenKind.COLON)) {
      throw p.faults.last("expected one or more exception types");
    }
    p.pos = first;
  }

  /** {@code invalid_match_stmt}. */
  void match() throws SyntaxFault {
    int first = p.pos++;
    if (g.patterns.subject() != null) {
      expectColon();
      if (lacksBlock()) {
        throw noBlock("'match' statement", first);
      }
    }
    p.pos = first;
  }

  /** {@code invalid_case_block}. */
  void matchCase() throws SyntaxFault {
    int first = p.pos++;
    if (g.patterns.patterns() != null) {
      g.patterns.guard();
      expectColon();
      if (lacksBlock()) {
        throw noBlock("'case' statement", first);
      }
    }
    p.pos = first;
  }

  /** {@code invalid_as_pattern}, behind the {@code as}. */
  void asPattern() throws SyntaxFault {
    if (p.atSoft("_")) {
      throw p.faults.at(p.pos, "cannot use '_' as a target");
    }
    if (!p.at(TokenKind.NAME)) {
      Expr e = g.expressions.expression();
      if (e != null) {
        throw p.faults.at(e.span(), "invalid pattern target");
      }
    }
  }

  /** {@code invalid_class_pattern}. */
  void classPattern() throws SyntaxFault {
    if (g.patterns.dotted() == null || !p.accept(TokenKind.LPAR)) {
      return;
    }
    boolean keywords = false;
    Pattern firstLate = null;
    Pattern lastLate = null;
    while (true) {
      boolean keyword = p.at(TokenKind.NAME) && p.kindAhead(1) == TokenKind.EQUAL;
      if (keyword) {
        if (firstLate != null) {
          break;
        }
        keywords = true;
        p.pos += 2;
      }
      Pattern pattern = p.attempt(g.patterns::pattern);
      if (pattern == null) {
        break;
      }
      if (keywords && !keyword) {
        firstLate = firstLate == null ? pattern : firstLate;
        lastLate = pattern;
      }
      if (!p.accept(TokenKind.COMMA)) {
        break;
      }
    }
    if (firstLate != null) {
      throw p.faults.range(
          firstLate.span(), lastLate.span(), "positional patterns follow keyword patterns");
    }
  }

  /** {@code invalid_def_raw}. */
  void function() throws SyntaxFault {
    int first = p.pos;
    p.accept(TokenKind.ASYNC);
    int keyword = p.pos++;
    if (p.accept(TokenKind.NAME)) {
      g.definitions.typeParams();
      if (p.accept(TokenKind.LPAR)) {
        p.attempt(g.parameters::parameters);
        if (p.accept(TokenKind.RPAR)) {
          g.definitions.returns();
          if (lacksBlock()) {
            throw noBlock("function definition", keyword);
          }
        }
      }
    }
    p.pos = first;
  }

  /** {@code invalid_class_def_raw}. */
  void classDefinition() throws SyntaxFault {
    int first = p.pos++;
    if (p.accept(TokenKind.NAME)) {
      g.definitions.typeParams();
      if (p.attempt(g.definitions::bases) != null) {
        expectColon();
        if (lacksBlock()) {
          throw noBlock("class definition", first);
        }
      }
    }
    p.pos = first;
  }
}
