package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Operator;
import dev.taipan.vm.ast.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Statements that fit on one line, and blocks. */
final class StatementParser {
  private final Parse p;
  private final Grammar g;

  StatementParser(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  /** {@code statements}: as many as there are, at least one, else null. */
  List<Stmt> statements() throws SyntaxFault {
    List<Stmt> all = new ArrayList<>();
    while (!p.at(TokenKind.END_MARKER) && !p.at(TokenKind.DEDENT)) {
      int mark = p.pos;
      if (!statement(all)) {
        p.pos = mark;
        break;
      }
    }
    return all.isEmpty() ? null : all;
  }

  private boolean statement(List<Stmt> into) throws SyntaxFault {
    Stmt compound = p.attempt(g.compounds::compound);
    if (compound != null) {
      into.add(compound);
      return true;
    }
    return simpleStatements(into);
  }

  /** {@code simple_stmts}: with the line end. */
  boolean simpleStatements(List<Stmt> into) throws SyntaxFault {
    int mark = into.size();
    do {
      if (into.size() > mark && p.at(TokenKind.NEWLINE)) {
        break;
      }
      Stmt statement = simpleStatement();
      if (statement == null) {
        break;
      }
      into.add(statement);
    } while (p.accept(TokenKind.SEMI));
    if (into.size() > mark && p.accept(TokenKind.NEWLINE)) {
      return true;
    }
    into.subList(mark, into.size()).clear();
    return false;
  }

  /** {@code block}. */
  List<Stmt> block() throws SyntaxFault {
    return p.diagnosing ? p.remembered(Parse.Memo.BLOCK, this::blockBody) : blockBody();
  }

  private List<Stmt> blockBody() throws SyntaxFault {
    if (!p.at(TokenKind.NEWLINE)) {
      List<Stmt> statements = new ArrayList<>(1);
      return simpleStatements(statements) ? statements : null;
    }
    p.pos++;
    if (!p.accept(TokenKind.INDENT)) {
      if (p.diagnosing) {
        throw p.faults.indentation("expected an indented block");
      }
      return null;
    }
    List<Stmt> statements = statements();
    return statements != null && p.accept(TokenKind.DEDENT) ? statements : null;
  }

  Stmt simpleStatement() throws SyntaxFault {
    return p.diagnosing ? p.remembered(Parse.Memo.SIMPLE_STATEMENT, this::diagnosed) : simple();
  }

  private Stmt simple() throws SyntaxFault {
    int first = p.pos;
    return switch (p.kind()) {
      case IMPORT, FROM -> g.imports.importStatement();
      case RETURN -> {
        p.pos++;
        Expr value = p.attempt(g.expressions::starExpressions);
        yield new Stmt.Return(p.spanFrom(first), value);
      }
      case RAISE -> raise();
      case PASS -> {
        p.pos++;
        yield new Stmt.Pass(p.spanFrom(first));
      }
      case BREAK -> {
        p.pos++;
        yield new Stmt.Break(p.spanFrom(first));
      }
      case CONTINUE -> {
        p.pos++;
        yield new Stmt.Continue(p.spanFrom(first));
      }
      case DEL -> delete();
      case YIELD -> {
        Expr value = g.expressions.yieldExpression();
        yield new Stmt.ExprStmt(p.spanFrom(first), value);
      }
      case ASSERT -> assertion();
      case GLOBAL -> {
        List<String> names = names();
        yield names == null ? null : new Stmt.Global(p.spanFrom(first), names);
      }
      case NONLOCAL -> {
        List<String> names = names();
        yield names == null ? null : new Stmt.Nonlocal(p.spanFrom(first), names);
      }
      default -> {
        Stmt alias = p.atSoft("type") ? p.attempt(g.definitions::typeAlias) : null;
        yield alias == null ? expressionOrAssignment() : alias;
      }
    };
  }

  /** In the order of the grammar: what could be an assignment is asked about as one first. */
  private Stmt diagnosed() throws SyntaxFault {
    Stmt assignment = p.attempt(this::assignment);
    if (assignment != null) {
      return assignment;
    }
    g.invalidStatements.assignment();
    Stmt alias = p.atSoft("type") ? p.attempt(g.definitions::typeAlias) : null;
    if (alias != null) {
      return alias;
    }
    int first = p.pos;
    Expr e = p.attempt(g.expressions::starExpressions);
    return e == null ? simple() : new Stmt.ExprStmt(p.spanFrom(first), e);
  }

  private Stmt expressionOrAssignment() throws SyntaxFault {
    int first = p.pos;
    Expr e = g.expressions.starExpressions();
    if (e == null) {
      return null;
    }
    if (p.at(TokenKind.EQUAL)) {
      return assignments(first, e);
    }
    if (p.at(TokenKind.COLON) && TargetParser.isSingle(e)) {
      return annotated(first, e);
    }
    BinaryOp op = BinaryOp.ofAugmented(p.kind());
    if (op != null) {
      return TargetParser.isSingle(e) ? augmented(first, e, op.operator()) : null;
    }
    return new Stmt.ExprStmt(p.spanFrom(first), e);
  }

  /** {@code assignment}, for the second run. */
  private Stmt assignment() throws SyntaxFault {
    int first = p.pos;
    if (p.at(TokenKind.NAME) && p.kindAhead(1) == TokenKind.COLON) {
      Stmt annotated = annotated(first, g.expressions.name(p.pos++));
      if (annotated != null) {
        return annotated;
      }
      p.pos = first;
    }
    Expr single = p.attempt(g.targets::singleTarget);
    if (single != null
        && p.at(TokenKind.COLON)
        && !(single instanceof Expr.Name && p.pos == first + 1)) {
      Stmt annotated = annotated(first, single);
      if (annotated != null) {
        return annotated;
      }
    }
    p.pos = first;
    Expr target = g.targets.starTargets();
    if (target != null && p.at(TokenKind.EQUAL)) {
      Stmt assign = starAssignments(first, target);
      if (assign != null) {
        return assign;
      }
    }
    p.pos = first;
    single = g.targets.singleTarget();
    BinaryOp op = single == null ? null : BinaryOp.ofAugmented(p.kind());
    if (op == null) {
      return null;
    }
    return augmented(first, single, op.operator());
  }

  private Stmt starAssignments(int first, Expr firstTarget) throws SyntaxFault {
    List<Expr> targets = new ArrayList<>(1);
    Expr target = firstTarget;
    int mark = p.pos;
    while (target != null && p.accept(TokenKind.EQUAL)) {
      targets.add(target);
      mark = p.pos;
      target = g.targets.starTargets();
    }
    p.pos = mark;
    Expr value = g.expressions.yieldOrStarExpressions();
    return value == null || p.at(TokenKind.EQUAL) ? null : assign(first, targets, value);
  }

  private Stmt assignments(int first, Expr firstTarget) throws SyntaxFault {
    List<Expr> targets = new ArrayList<>(1);
    Expr value = firstTarget;
    while (p.at(TokenKind.EQUAL)) {
      Expr target = TargetParser.as(value, ExprContext.STORE);
      if (target == null) {
        return null;
      }
      targets.add(target);
      p.pos++;
      value = g.expressions.yieldOrStarExpressions();
      if (value == null) {
        return null;
      }
    }
    return assign(first, targets, value);
  }

  private Stmt assign(int first, List<Expr> targets, Expr value) throws SyntaxFault {
    String comment = typeComment();
    return new Stmt.Assign(p.spanFrom(first), targets, value, comment);
  }

  /** The text of a type comment, null where there is none. */
  String typeComment() throws SyntaxFault {
    int token = p.take(TokenKind.TYPE_COMMENT);
    return token < 0 ? null : p.lexer.in.source.text(p.tokens.start(token), p.tokens.end(token));
  }

  private Stmt annotated(int first, Expr target) throws SyntaxFault {
    p.pos++;
    Expr annotation = g.expressions.expression();
    if (annotation == null) {
      return null;
    }
    Expr value = null;
    if (p.at(TokenKind.EQUAL)) {
      int mark = p.pos++;
      value = g.expressions.yieldOrStarExpressions();
      if (value == null) {
        p.pos = mark;
      }
    }
    int simple = target instanceof Expr.Name && p.tokens.kind(first) == TokenKind.NAME ? 1 : 0;
    p.since(6, simple == 1 ? "Variable annotation syntax is" : "Variable annotations syntax is");
    return new Stmt.AnnAssign(
        p.spanFrom(first), TargetParser.as(target, ExprContext.STORE), annotation, value, simple);
  }

  private Stmt augmented(int first, Expr target, Operator op) throws SyntaxFault {
    p.pos++;
    if (op == Operator.MAT_MULT) {
      p.since(5, "The '@' operator is");
    }
    Expr value = g.expressions.yieldOrStarExpressions();
    return value == null
        ? null
        : new Stmt.AugAssign(
            p.spanFrom(first), TargetParser.as(target, ExprContext.STORE), op, value);
  }

  private Stmt raise() throws SyntaxFault {
    int first = p.pos++;
    Expr exc = p.attempt(g.expressions::expression);
    Expr cause = null;
    if (exc != null && p.at(TokenKind.FROM)) {
      int mark = p.pos++;
      cause = g.expressions.expression();
      if (cause == null) {
        p.pos = mark;
      }
    }
    return new Stmt.Raise(p.spanFrom(first), exc, cause);
  }

  private Stmt delete() throws SyntaxFault {
    int first = p.pos++;
    List<Expr> targets = g.targets.deleteTargets();
    if (targets != null && (p.at(TokenKind.SEMI) || p.at(TokenKind.NEWLINE))) {
      return new Stmt.Delete(p.spanFrom(first), targets);
    }
    if (p.diagnosing) {
      p.pos = first;
      g.invalidStatements.delete();
    }
    return null;
  }

  private Stmt assertion() throws SyntaxFault {
    int first = p.pos++;
    Expr test = g.expressions.expression();
    if (test == null) {
      return null;
    }
    Expr message = null;
    if (p.at(TokenKind.COMMA)) {
      int mark = p.pos++;
      message = g.expressions.expression();
      if (message == null) {
        p.pos = mark;
      }
    }
    return new Stmt.Assert(p.spanFrom(first), test, message);
  }

  private List<String> names() throws SyntaxFault {
    List<String> names = new ArrayList<>(1);
    int mark = p.pos;
    do {
      mark = p.pos++;
      int name = p.pos;
      if (!p.accept(TokenKind.NAME)) {
        p.pos = mark;
        break;
      }
      names.add(p.tokens.name(name));
    } while (p.at(TokenKind.COMMA));
    return names.isEmpty() ? null : names;
  }
}
