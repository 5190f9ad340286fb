package dev.taipan.vm.ast;

import java.util.List;

/**
 * Statements. Optional components are null; lists are never null. {@link ExprStmt} is the only
 * record whose name differs from its Python class ({@code Expr}), which names the family here.
 */
public sealed interface Stmt extends Located {
  record FunctionDef(
      Span span,
      String name,
      Arguments args,
      List<Stmt> body,
      List<Expr> decoratorList,
      Expr returns,
      String typeComment,
      List<TypeParam> typeParams)
      implements Stmt {}

  record AsyncFunctionDef(
      Span span,
      String name,
      Arguments args,
      List<Stmt> body,
      List<Expr> decoratorList,
      Expr returns,
      String typeComment,
      List<TypeParam> typeParams)
      implements Stmt {}

  record ClassDef(
      Span span,
      String name,
      List<Expr> bases,
      List<Keyword> keywords,
      List<Stmt> body,
      List<Expr> decoratorList,
      List<TypeParam> typeParams)
      implements Stmt {}

  record Return(Span span, Expr value) implements Stmt {}

  record Delete(Span span, List<Expr> targets) implements Stmt {}

  record Assign(Span span, List<Expr> targets, Expr value, String typeComment) implements Stmt {}

  record TypeAlias(Span span, Expr name, List<TypeParam> typeParams, Expr value) implements Stmt {}

  record AugAssign(Span span, Expr target, Operator op, Expr value) implements Stmt {}

  /** {@code simple} is 1 for a bare name, 0 otherwise. */
  record AnnAssign(Span span, Expr target, Expr annotation, Expr value, int simple)
      implements Stmt {}

  record For(
      Span span, Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String typeComment)
      implements Stmt {}

  record AsyncFor(
      Span span, Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String typeComment)
      implements Stmt {}

  record While(Span span, Expr test, List<Stmt> body, List<Stmt> orelse) implements Stmt {}

  record If(Span span, Expr test, List<Stmt> body, List<Stmt> orelse) implements Stmt {}

  record With(Span span, List<WithItem> items, List<Stmt> body, String typeComment)
      implements Stmt {}

  record AsyncWith(Span span, List<WithItem> items, List<Stmt> body, String typeComment)
      implements Stmt {}

  record Match(Span span, Expr subject, List<MatchCase> cases) implements Stmt {}

  record Raise(Span span, Expr exc, Expr cause) implements Stmt {}

  record Try(
      Span span,
      List<Stmt> body,
      List<ExceptHandler> handlers,
      List<Stmt> orelse,
      List<Stmt> finalbody)
      implements Stmt {}

  record TryStar(
      Span span,
      List<Stmt> body,
      List<ExceptHandler> handlers,
      List<Stmt> orelse,
      List<Stmt> finalbody)
      implements Stmt {}

  record Assert(Span span, Expr test, Expr msg) implements Stmt {}

  record Import(Span span, List<Alias> names) implements Stmt {}

  /** {@code module} is null for {@code from . import x}; {@code level} counts the dots. */
  record ImportFrom(Span span, String module, List<Alias> names, int level) implements Stmt {}

  record Global(Span span, List<String> names) implements Stmt {}

  record Nonlocal(Span span, List<String> names) implements Stmt {}

  record ExprStmt(Span span, Expr value) implements Stmt {}

  record Pass(Span span) implements Stmt {}

  record Break(Span span) implements Stmt {}

  record Continue(Span span) implements Stmt {}
}
