package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Arguments;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.ast.TypeParam;
import java.util.ArrayList;
import java.util.List;

/** Functions, classes and type aliases. */
final class DefinitionParser {
  private final Parse p;
  private final Grammar g;

  DefinitionParser(Parse p, Grammar g) {
    this.p = p;
    this.g = g;
  }

  Stmt definition() throws SyntaxFault {
    List<Expr> decorators = decorators();
    return switch (p.kind()) {
      case DEF -> function(decorators);
      case ASYNC -> p.kindAhead(1) == TokenKind.DEF ? function(decorators) : null;
      case CLASS -> classDefinition(decorators);
      default -> null;
    };
  }

  private List<Expr> decorators() throws SyntaxFault {
    List<Expr> decorators = new ArrayList<>(0);
    while (p.at(TokenKind.AT)) {
      int mark = p.pos++;
      Expr decorator = g.expressions.namedExpression();
      if (decorator == null || !p.accept(TokenKind.NEWLINE)) {
        p.pos = mark;
        return decorators;
      }
      decorators.add(decorator);
    }
    return decorators;
  }

  private Stmt function(List<Expr> decorators) throws SyntaxFault {
    if (p.diagnosing) {
      g.invalidBlocks.function();
    }
    int first = p.pos;
    boolean isAsync = p.accept(TokenKind.ASYNC);
    p.pos++;
    int name = p.take(TokenKind.NAME);
    if (name < 0) {
      return null;
    }
    List<TypeParam> typeParams = typeParams();
    g.compounds.forced(TokenKind.LPAR);
    Arguments params = p.attempt(g.parameters::parameters);
    if (!p.accept(TokenKind.RPAR)) {
      return null;
    }
    Arguments args = params == null ? ParameterParser.none() : params;
    Expr returns = returns();
    g.compounds.forced(TokenKind.COLON);
    String comment = functionComment();
    List<Stmt> body = g.statements.block();
    if (body == null) {
      return null;
    }
    String id = p.tokens.name(name);
    if (isAsync) {
      p.since(5, "Async functions are");
    }
    return isAsync
        ? new Stmt.AsyncFunctionDef(
            p.spanFrom(first), id, args, body, decorators, returns, comment, typeParams)
        : new Stmt.FunctionDef(
            p.spanFrom(first), id, args, body, decorators, returns, comment, typeParams);
  }

  /** A type comment may stand after the colon or on the line below it. */
  private String functionComment() throws SyntaxFault {
    int mark = p.pos;
    if (p.at(TokenKind.NEWLINE) && p.kindAhead(1) == TokenKind.TYPE_COMMENT) {
      p.pos++;
      String comment = g.statements.typeComment();
      if (p.at(TokenKind.NEWLINE) && p.kindAhead(1) == TokenKind.INDENT) {
        return comment;
      }
      p.pos = mark;
    }
    return g.statements.typeComment();
  }

  /** {@code ['->' expression]}. */
  Expr returns() throws SyntaxFault {
    int mark = p.pos;
    if (!p.accept(TokenKind.R_ARROW)) {
      return null;
    }
    Expr returns = g.expressions.expression();
    if (returns == null) {
      p.pos = mark;
    }
    return returns;
  }

  private Stmt classDefinition(List<Expr> decorators) throws SyntaxFault {
    if (p.diagnosing) {
      g.invalidBlocks.classDefinition();
    }
    int first = p.pos++;
    int name = p.take(TokenKind.NAME);
    if (name < 0) {
      return null;
    }
    List<TypeParam> typeParams = typeParams();
    CallParser.Args bases = bases();
    if (bases == null || !p.accept(TokenKind.COLON)) {
      return null;
    }
    List<Stmt> body = g.statements.block();
    return body == null
        ? null
        : new Stmt.ClassDef(
            p.spanFrom(first),
            p.tokens.name(name),
            bases.positional(),
            bases.keywords(),
            body,
            decorators,
            typeParams);
  }

  /** {@code ['(' [arguments] ')']}; null only where an open list does not end. */
  CallParser.Args bases() throws SyntaxFault {
    CallParser.Args bases = CallParser.Args.empty();
    if (p.accept(TokenKind.LPAR)) {
      if (!p.at(TokenKind.RPAR)) {
        bases = g.calls.arguments();
      }
      if (bases == null || !p.accept(TokenKind.RPAR)) {
        return null;
      }
    }
    return bases;
  }

  Stmt typeAlias() throws SyntaxFault {
    int first = p.pos++;
    int name = p.take(TokenKind.NAME);
    if (name < 0) {
      return null;
    }
    List<TypeParam> typeParams = typeParams();
    Expr value = p.accept(TokenKind.EQUAL) ? g.expressions.expression() : null;
    if (value == null) {
      return null;
    }
    Expr target = new Expr.Name(p.span(name), p.tokens.name(name), ExprContext.STORE);
    p.since(12, "Type statement is");
    return new Stmt.TypeAlias(p.spanFrom(first), target, typeParams, value);
  }

  /** {@code [type_params]}: empty where there are none. */
  List<TypeParam> typeParams() throws SyntaxFault {
    int mark = p.pos;
    if (!p.accept(TokenKind.LSQB)) {
      return List.of();
    }
    List<TypeParam> params = new ArrayList<>();
    do {
      TypeParam param = p.attempt(this::typeParam);
      if (param == null) {
        break;
      }
      params.add(param);
    } while (p.accept(TokenKind.COMMA));
    if (params.isEmpty() || !p.accept(TokenKind.RSQB)) {
      p.pos = mark;
      return List.of();
    }
    p.since(12, "Type parameter lists are");
    return params;
  }

  private TypeParam typeParam() throws SyntaxFault {
    int first = p.pos;
    TokenKind stars = p.kind();
    if (stars == TokenKind.STAR || stars == TokenKind.DOUBLE_STAR) {
      p.pos++;
    }
    int name = p.take(TokenKind.NAME);
    if (name < 0) {
      return null;
    }
    String id = p.tokens.name(name);
    int colon = p.pos;
    Expr bound = p.attempt(() -> p.accept(TokenKind.COLON) ? g.expressions.expression() : null);
    return switch (stars) {
      case STAR -> {
        refuseBound(colon, bound, "TypeVarTuple");
        yield new TypeParam.TypeVarTuple(p.spanFrom(first), id);
      }
      case DOUBLE_STAR -> {
        refuseBound(colon, bound, "ParamSpec");
        yield new TypeParam.ParamSpec(p.spanFrom(first), id);
      }
      default -> new TypeParam.TypeVar(p.spanFrom(first), id, bound);
    };
  }

  private void refuseBound(int colon, Expr bound, String kind) throws SyntaxFault {
    if (bound != null) {
      String what = bound instanceof Expr.Tuple ? "constraints" : "bound";
      throw p.faults.from(p.span(colon), "cannot use " + what + " with " + kind);
    }
  }
}
