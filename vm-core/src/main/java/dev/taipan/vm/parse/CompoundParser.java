package dev.taipan.vm.parse;

import dev.taipan.vm.ast.ExceptHandler;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.ast.WithItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Statements that hold blocks, definitions apart. */
final class CompoundParser {
  private final Parse p;
  private final Grammar g;

  CompoundParser(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  Stmt compound() throws SyntaxFault {
    TokenKind kind = p.kind();
    int first = p.pos;
    Stmt statement =
        switch (kind) {
          case DEF, AT, CLASS, ASYNC -> g.definitions.definition();
          case IF -> ifStatement();
          case WITH -> with();
          case FOR -> loop();
          case TRY -> tryStatement();
          case WHILE -> whileStatement();
          case NAME -> g.patterns.match();
          default -> null;
        };
    if (statement == null && kind == TokenKind.ASYNC) {
      p.pos = first;
      statement = asyncBlock();
    }
    return statement;
  }

  private Stmt asyncBlock() throws SyntaxFault {
    return switch (p.kindAhead(1)) {
      case WITH -> with();
      case FOR -> loop();
      default -> null;
    };
  }

  private record Branch(int first, Expr test, List<Stmt> body) {}

  /** The branches nest to the right, so the statement is built from the last one. */
  private Stmt ifStatement() throws SyntaxFault {
    Deque<Branch> branches = new ArrayDeque<>();
    do {
      if (p.diagnosing) {
        g.invalidBlocks.branch();
      }
      int first = p.pos++;
      Expr test = g.expressions.namedExpression();
      List<Stmt> body = test != null && p.accept(TokenKind.COLON) ? g.statements.block() : null;
      if (body == null) {
        return null;
      }
      branches.push(new Branch(first, test, body));
    } while (p.at(TokenKind.ELIF));
    List<Stmt> orelse = elseBlock();
    Stmt statement = null;
    for (Branch branch : branches) {
      statement = new Stmt.If(p.spanFrom(branch.first), branch.test, branch.body, orelse);
      orelse = new ArrayList<>(1);
      orelse.add(statement);
    }
    return statement;
  }

  /** {@code [else_block]}: empty where there is none. */
  private List<Stmt> elseBlock() throws SyntaxFault {
    if (!p.at(TokenKind.ELSE)) {
      return List.of();
    }
    if (p.diagnosing) {
      g.invalidBlocks.plain("else");
    }
    int mark = p.pos++;
    forced(TokenKind.COLON);
    List<Stmt> body = g.statements.block();
    if (body == null) {
      p.pos = mark;
      return List.of();
    }
    return body;
  }

  /** Reads a token that nothing else could stand for. */
  void forced(TokenKind kind) throws SyntaxFault {
    if (!p.accept(kind)) {
      throw p.faults.at(p.pos, "expected '" + kind.text() + "'");
    }
  }

  private Stmt whileStatement() throws SyntaxFault {
    if (p.diagnosing) {
      g.invalidBlocks.whileLoop();
    }
    int first = p.pos++;
    Expr test = g.expressions.namedExpression();
    List<Stmt> body = test != null && p.accept(TokenKind.COLON) ? g.statements.block() : null;
    if (body == null) {
      return null;
    }
    List<Stmt> orelse = elseBlock();
    return new Stmt.While(p.spanFrom(first), test, body, orelse);
  }

  private Stmt loop() throws SyntaxFault {
    if (p.diagnosing) {
      g.invalidBlocks.forLoop();
    }
    int first = p.pos;
    boolean isAsync = p.accept(TokenKind.ASYNC);
    p.pos++;
    Expr target = g.targets.starTargets();
    if (target == null || !p.accept(TokenKind.IN)) {
      if (p.diagnosing) {
        p.pos = first;
        g.invalidStatements.forTarget();
      }
      return null;
    }
    Expr iter = g.expressions.starExpressions();
    if (iter == null || !p.accept(TokenKind.COLON)) {
      return null;
    }
    String comment = g.statements.typeComment();
    List<Stmt> body = g.statements.block();
    if (body == null) {
      return null;
    }
    List<Stmt> orelse = elseBlock();
    if (isAsync) {
      p.since(5, "Async for loops are");
    }
    return isAsync
        ? new Stmt.AsyncFor(p.spanFrom(first), target, iter, body, orelse, comment)
        : new Stmt.For(p.spanFrom(first), target, iter, body, orelse, comment);
  }

  private Stmt with() throws SyntaxFault {
    if (p.diagnosing) {
      g.invalidBlocks.withIndent();
    }
    int first = p.pos;
    Stmt statement = p.attempt(() -> withBody(true));
    if (statement == null) {
      statement = p.attempt(() -> withBody(false));
    }
    if (statement == null && p.diagnosing) {
      p.pos = first;
      g.invalidBlocks.with();
    }
    return statement;
  }

  private Stmt withBody(boolean parenthesized) throws SyntaxFault {
    int first = p.pos;
    boolean isAsync = p.accept(TokenKind.ASYNC);
    p.pos++;
    if (parenthesized && !p.accept(TokenKind.LPAR)) {
      return null;
    }
    List<WithItem> items = items();
    if (items == null) {
      return null;
    }
    if (parenthesized) {
      p.accept(TokenKind.COMMA);
      if (!p.accept(TokenKind.RPAR)) {
        return null;
      }
    }
    if (!p.accept(TokenKind.COLON)) {
      return null;
    }
    String comment = g.statements.typeComment();
    List<Stmt> body = g.statements.block();
    if (body == null) {
      return null;
    }
    if (isAsync) {
      p.since(5, "Async with statements are");
    } else if (parenthesized) {
      p.since(9, "Parenthesized context managers are");
    }
    return isAsync
        ? new Stmt.AsyncWith(p.spanFrom(first), items, body, comment)
        : new Stmt.With(p.spanFrom(first), items, body, comment);
  }

  private List<WithItem> items() throws SyntaxFault {
    List<WithItem> items = new ArrayList<>(1);
    int mark = p.pos;
    do {
      WithItem item = item();
      if (item == null) {
        p.pos = mark;
        break;
      }
      items.add(item);
      mark = p.pos;
    } while (p.accept(TokenKind.COMMA));
    return items.isEmpty() ? null : items;
  }

  private WithItem item() throws SyntaxFault {
    int first = p.pos;
    Expr context = g.expressions.expression();
    if (context == null) {
      return null;
    }
    if (!p.at(TokenKind.AS)) {
      return new WithItem(context, null);
    }
    int mark = p.pos++;
    Expr target = g.targets.starTarget();
    if (target != null && atItemEnd()) {
      return new WithItem(context, target);
    }
    if (p.diagnosing) {
      p.pos = first;
      g.invalidStatements.withItem();
    }
    p.pos = mark;
    return new WithItem(context, null);
  }

  boolean atItemEnd() throws SyntaxFault {
    return p.at(TokenKind.COMMA) || p.at(TokenKind.RPAR) || p.at(TokenKind.COLON);
  }

  private Stmt tryStatement() throws SyntaxFault {
    if (p.diagnosing) {
      g.invalidBlocks.tryStatement();
    }
    int first = p.pos++;
    forced(TokenKind.COLON);
    List<Stmt> body = g.statements.block();
    if (body == null) {
      return null;
    }
    List<ExceptHandler> handlers = new ArrayList<>();
    boolean star = p.at(TokenKind.EXCEPT) && p.kindAhead(1) == TokenKind.STAR;
    while (p.at(TokenKind.EXCEPT)) {
      ExceptHandler handler = p.attempt(() -> handler(star));
      if (handler == null) {
        break;
      }
      handlers.add(handler);
    }
    List<Stmt> orelse = handlers.isEmpty() ? List.of() : elseBlock();
    List<Stmt> finalbody = finallyBlock();
    if (finalbody == null || (handlers.isEmpty() && finalbody.isEmpty())) {
      return null;
    }
    if (star) {
      p.since(11, "Exception groups are");
    }
    return star
        ? new Stmt.TryStar(p.spanFrom(first), body, handlers, orelse, finalbody)
        : new Stmt.Try(p.spanFrom(first), body, handlers, orelse, finalbody);
  }

  private List<Stmt> finallyBlock() throws SyntaxFault {
    if (!p.at(TokenKind.FINALLY)) {
      return List.of();
    }
    if (p.diagnosing) {
      g.invalidBlocks.plain("finally");
    }
    p.pos++;
    forced(TokenKind.COLON);
    return g.statements.block();
  }

  ExceptHandler handler(boolean star) throws SyntaxFault {
    if (p.diagnosing) {
      g.invalidBlocks.exceptIndent(star);
    }
    int first = p.pos;
    ExceptHandler handler = p.attempt(() -> handlerBody(star));
    if (handler == null && p.diagnosing) {
      p.pos = first;
      g.invalidBlocks.except();
    }
    return handler;
  }

  private ExceptHandler handlerBody(boolean star) throws SyntaxFault {
    int first = p.pos;
    if (!p.accept(TokenKind.EXCEPT) || (star && !p.accept(TokenKind.STAR))) {
      return null;
    }
    Expr type = null;
    String name = null;
    if (star || !p.at(TokenKind.COLON)) {
      type = g.expressions.expression();
      if (type == null) {
        return null;
      }
      if (p.accept(TokenKind.AS)) {
        int token = p.take(TokenKind.NAME);
        if (token < 0) {
          return null;
        }
        name = p.tokens.name(token);
      }
    }
    List<Stmt> body = p.accept(TokenKind.COLON) ? g.statements.block() : null;
    return body == null ? null : new ExceptHandler(p.spanFrom(first), type, name, body);
  }
}
