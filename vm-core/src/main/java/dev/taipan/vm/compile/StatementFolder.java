package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Arg;
import dev.taipan.vm.ast.Arguments;
import dev.taipan.vm.ast.ExceptHandler;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.MatchCase;
import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Pattern;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.ast.TypeParam;
import dev.taipan.vm.ast.WithItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Folds the expressions of statements; see {@link ConstantFolder}. */
final class StatementFolder {
  private final ConstantFolder folder;
  private final boolean keepAnnotations;
  private final Nesting nesting = new Nesting();

  /**
   * A folder.
   *
   * @param keepAnnotations whether annotations become strings and must stay as written
   */
  private StatementFolder(boolean debug, boolean keepAnnotations) {
    this.folder = new ConstantFolder(debug);
    this.keepAnnotations = keepAnnotations;
  }

  static Mod fold(Mod mod, boolean debug, boolean keepAnnotations) {
    StatementFolder f = new StatementFolder(debug, keepAnnotations);
    return switch (mod) {
      case Mod.Module m -> new Mod.Module(f.suite(m.body()), m.typeIgnores());
      case Mod.Interactive m -> new Mod.Interactive(f.body(m.body()));
      case Mod.Expression m -> new Mod.Expression(f.expr(m.body()));
      case Mod.FunctionType m -> m;
    };
  }

  private static <T> List<T> map(List<T> list, UnaryOperator<T> change) {
    List<T> result = new ArrayList<>(list.size());
    for (T item : list) {
      result.add(change.apply(item));
    }
    return result;
  }

  private List<Stmt> body(List<Stmt> body) {
    return map(body, this::statement);
  }

  /** The body of a scope: folding must not turn an expression into a docstring. */
  private List<Stmt> suite(List<Stmt> body) {
    List<Stmt> folded = body(body);
    if (!folded.isEmpty() && isText(folded.getFirst()) && !isText(body.getFirst())) {
      Expr text = ((Stmt.ExprStmt) folded.getFirst()).value();
      Expr joined = new Expr.JoinedStr(text.span(), List.of(text));
      folded.set(0, new Stmt.ExprStmt(folded.getFirst().span(), joined));
    }
    return folded;
  }

  private static boolean isText(Stmt s) {
    return Docstrings.textOf(s) != null;
  }

  private Expr expr(Expr e) {
    return folder.fold(e);
  }

  private Expr annotation(Expr e) {
    return keepAnnotations ? e : folder.fold(e);
  }

  private Stmt statement(Stmt statement) {
    nesting.enter();
    Stmt folded =
        switch (statement) {
          case Stmt.FunctionDef s ->
              new Stmt.FunctionDef(
                  s.span(),
                  s.name(),
                  arguments(s.args()),
                  suite(s.body()),
                  folder.foldAll(s.decoratorList()),
                  annotation(s.returns()),
                  s.typeComment(),
                  map(s.typeParams(), this::typeParameter));
          case Stmt.AsyncFunctionDef s ->
              new Stmt.AsyncFunctionDef(
                  s.span(),
                  s.name(),
                  arguments(s.args()),
                  suite(s.body()),
                  folder.foldAll(s.decoratorList()),
                  annotation(s.returns()),
                  s.typeComment(),
                  map(s.typeParams(), this::typeParameter));
          case Stmt.ClassDef s ->
              new Stmt.ClassDef(
                  s.span(),
                  s.name(),
                  folder.foldAll(s.bases()),
                  folder.keywords(s.keywords()),
                  suite(s.body()),
                  folder.foldAll(s.decoratorList()),
                  map(s.typeParams(), this::typeParameter));
          case Stmt.TypeAlias s ->
              new Stmt.TypeAlias(
                  s.span(), s.name(), map(s.typeParams(), this::typeParameter), expr(s.value()));
          default -> compound(statement);
        };
    nesting.leave();
    return folded;
  }

  private Stmt compound(Stmt statement) {
    return switch (statement) {
      case Stmt.For s ->
          new Stmt.For(
              s.span(),
              expr(s.target()),
              folder.iterable(expr(s.iter())),
              body(s.body()),
              body(s.orelse()),
              s.typeComment());
      case Stmt.AsyncFor s ->
          new Stmt.AsyncFor(
              s.span(),
              expr(s.target()),
              expr(s.iter()),
              body(s.body()),
              body(s.orelse()),
              s.typeComment());
      case Stmt.While s ->
          new Stmt.While(s.span(), expr(s.test()), body(s.body()), body(s.orelse()));
      case Stmt.If s -> new Stmt.If(s.span(), expr(s.test()), body(s.body()), body(s.orelse()));
      case Stmt.With s ->
          new Stmt.With(s.span(), map(s.items(), this::item), body(s.body()), s.typeComment());
      case Stmt.AsyncWith s ->
          new Stmt.AsyncWith(s.span(), map(s.items(), this::item), body(s.body()), s.typeComment());
      case Stmt.Match s ->
          new Stmt.Match(s.span(), expr(s.subject()), map(s.cases(), this::matchCase));
      case Stmt.Try s ->
          new Stmt.Try(
              s.span(),
              body(s.body()),
              map(s.handlers(), this::handler),
              body(s.orelse()),
              body(s.finalbody()));
      case Stmt.TryStar s ->
          new Stmt.TryStar(
              s.span(),
              body(s.body()),
              map(s.handlers(), this::handler),
              body(s.orelse()),
              body(s.finalbody()));
      default -> simple(statement);
    };
  }

  private Stmt simple(Stmt statement) {
    return switch (statement) {
      case Stmt.Return s -> new Stmt.Return(s.span(), expr(s.value()));
      case Stmt.Delete s -> new Stmt.Delete(s.span(), folder.foldAll(s.targets()));
      case Stmt.Assign s ->
          new Stmt.Assign(s.span(), folder.foldAll(s.targets()), expr(s.value()), s.typeComment());
      case Stmt.AugAssign s ->
          new Stmt.AugAssign(s.span(), expr(s.target()), s.op(), expr(s.value()));
      case Stmt.AnnAssign s ->
          new Stmt.AnnAssign(
              s.span(), expr(s.target()), annotation(s.annotation()), expr(s.value()), s.simple());
      case Stmt.Raise s -> new Stmt.Raise(s.span(), expr(s.exc()), expr(s.cause()));
      case Stmt.Assert s -> new Stmt.Assert(s.span(), expr(s.test()), expr(s.msg()));
      case Stmt.ExprStmt s -> new Stmt.ExprStmt(s.span(), expr(s.value()));
      default -> statement;
    };
  }

  private WithItem item(WithItem item) {
    return new WithItem(expr(item.contextExpr()), expr(item.optionalVars()));
  }

  private ExceptHandler handler(ExceptHandler h) {
    return new ExceptHandler(h.span(), expr(h.type()), h.name(), body(h.body()));
  }

  private MatchCase matchCase(MatchCase c) {
    return new MatchCase(pattern(c.pattern()), expr(c.guard()), body(c.body()));
  }

  private Pattern pattern(Pattern pattern) {
    return switch (pattern) {
      case Pattern.MatchValue p -> new Pattern.MatchValue(p.span(), expr(p.value()));
      case Pattern.MatchSingleton p -> p;
      case Pattern.MatchSequence p ->
          new Pattern.MatchSequence(p.span(), map(p.patterns(), this::pattern));
      case Pattern.MatchStar p -> p;
      case Pattern.MatchMapping p ->
          new Pattern.MatchMapping(
              p.span(), folder.foldAll(p.keys()), map(p.patterns(), this::pattern), p.rest());
      case Pattern.MatchClass p ->
          new Pattern.MatchClass(
              p.span(),
              expr(p.cls()),
              map(p.patterns(), this::pattern),
              p.kwdAttrs(),
              map(p.kwdPatterns(), this::pattern));
      case Pattern.MatchAs p ->
          p.pattern() == null ? p : new Pattern.MatchAs(p.span(), pattern(p.pattern()), p.name());
      case Pattern.MatchOr p -> new Pattern.MatchOr(p.span(), map(p.patterns(), this::pattern));
    };
  }

  private TypeParam typeParameter(TypeParam parameter) {
    return switch (parameter) {
      case TypeParam.TypeVar p ->
          p.bound() == null ? p : new TypeParam.TypeVar(p.span(), p.name(), expr(p.bound()));
      case TypeParam.ParamSpec p -> p;
      case TypeParam.TypeVarTuple p -> p;
    };
  }

  /** A lambda's parameters have no annotations. */
  static Arguments defaults(ConstantFolder folder, Arguments a) {
    return new Arguments(
        a.posonlyargs(),
        a.args(),
        a.vararg(),
        a.kwonlyargs(),
        folder.foldAll(a.kwDefaults()),
        a.kwarg(),
        folder.foldAll(a.defaults()));
  }

  private Arguments arguments(Arguments a) {
    return new Arguments(
        map(a.posonlyargs(), this::arg),
        map(a.args(), this::arg),
        arg(a.vararg()),
        map(a.kwonlyargs(), this::arg),
        folder.foldAll(a.kwDefaults()),
        arg(a.kwarg()),
        folder.foldAll(a.defaults()));
  }

  private Arg arg(Arg a) {
    if (a == null || a.annotation() == null) {
      return a;
    }
    return new Arg(a.span(), a.arg(), annotation(a.annotation()), a.typeComment());
  }
}
