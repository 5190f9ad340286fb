package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Alias;
import dev.taipan.vm.ast.Arg;
import dev.taipan.vm.ast.Arguments;
import dev.taipan.vm.ast.ExceptHandler;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.MatchCase;
import dev.taipan.vm.ast.Pattern;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.ast.TypeParam;
import dev.taipan.vm.ast.WithItem;
import java.util.List;

/** Records the names of statements, parameters and patterns. */
final class ScopeStatements {
  private final ScopeBuilder builder;

  ScopeStatements(ScopeBuilder builder) {
    this.builder = builder;
  }

  void visitAll(List<Stmt> body) {
    for (Stmt s : body) {
      visit(s);
    }
  }

  private void expr(Expr e) {
    builder.expressions.visit(e);
  }

  private void exprs(List<Expr> list) {
    builder.expressions.visitAll(list);
  }

  private void visit(Stmt statement) {
    builder.nesting.enter();
    switch (statement) {
      case Stmt.FunctionDef s ->
          function(s, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(), s.typeParams());
      case Stmt.AsyncFunctionDef s ->
          function(s, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(), s.typeParams());
      case Stmt.ClassDef s -> classDef(s);
      case Stmt.TypeAlias s -> typeAlias(s);
      case Stmt.Return s -> {
        expr(s.value());
        builder.current().returnsValue |= s.value() != null;
      }
      case Stmt.Delete s -> exprs(s.targets());
      case Stmt.Assign s -> {
        exprs(s.targets());
        expr(s.value());
      }
      case Stmt.AugAssign s -> {
        expr(s.target());
        expr(s.value());
      }
      case Stmt.AnnAssign s -> annotatedAssignment(s);
      case Stmt.For s -> loop(s.target(), s.iter(), s.body(), s.orelse());
      case Stmt.AsyncFor s -> {
        awaitsInModule();
        loop(s.target(), s.iter(), s.body(), s.orelse());
      }
      case Stmt.While s -> conditional(s.test(), s.body(), s.orelse());
      case Stmt.If s -> conditional(s.test(), s.body(), s.orelse());
      case Stmt.Match s -> {
        expr(s.subject());
        s.cases().forEach(this::matchCase);
      }
      case Stmt.Raise s -> {
        expr(s.exc());
        expr(s.cause());
      }
      case Stmt.Try s -> tryStatement(s.body(), s.orelse(), s.handlers(), s.finalbody());
      case Stmt.TryStar s -> tryStatement(s.body(), s.orelse(), s.handlers(), s.finalbody());
      case Stmt.Assert s -> {
        expr(s.test());
        expr(s.msg());
      }
      case Stmt.Import s -> s.names().forEach(this::alias);
      case Stmt.ImportFrom s -> s.names().forEach(this::alias);
      case Stmt.Global s -> directive(s.names(), s.span(), "global", Symbol.GLOBAL);
      case Stmt.Nonlocal s -> directive(s.names(), s.span(), "nonlocal", Symbol.NONLOCAL);
      case Stmt.ExprStmt s -> expr(s.value());
      case Stmt.With s -> with(s.items(), s.body());
      case Stmt.AsyncWith s -> {
        awaitsInModule();
        with(s.items(), s.body());
      }
      case Stmt.Pass s -> {}
      case Stmt.Break s -> {}
      case Stmt.Continue s -> {}
    }
    builder.nesting.leave();
  }

  /** A module that may await is a coroutine if it does. */
  private void awaitsInModule() {
    if (builder.current().kind == ScopeKind.MODULE) {
      builder.current().coroutine = true;
    }
  }

  private void loop(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse) {
    expr(target);
    expr(iter);
    visitAll(body);
    visitAll(orelse);
  }

  private void conditional(Expr test, List<Stmt> body, List<Stmt> orelse) {
    expr(test);
    visitAll(body);
    visitAll(orelse);
  }

  private void with(List<WithItem> items, List<Stmt> body) {
    for (WithItem item : items) {
      expr(item.contextExpr());
      expr(item.optionalVars());
    }
    visitAll(body);
  }

  private void tryStatement(
      List<Stmt> body, List<Stmt> orelse, List<ExceptHandler> handlers, List<Stmt> finalbody) {
    visitAll(body);
    visitAll(orelse);
    for (ExceptHandler handler : handlers) {
      expr(handler.type());
      if (handler.name() != null) {
        builder.define(handler.name(), Symbol.LOCAL, handler.span());
      }
      visitAll(handler.body());
    }
    visitAll(finalbody);
  }

  private void alias(Alias alias) {
    if (alias.name().equals("*")) {
      if (builder.current().kind != ScopeKind.MODULE) {
        throw CompileError.at(alias.span(), "import * only allowed at module level");
      }
      return;
    }
    String bound = alias.asname() == null ? alias.name() : alias.asname();
    int dot = bound.indexOf('.');
    builder.define(dot < 0 ? bound : bound.substring(0, dot), Symbol.IMPORT, alias.span());
  }

  private void directive(List<String> names, Span span, String word, int flag) {
    for (String name : names) {
      int flags = builder.flagsHere(name);
      if ((flags & (Symbol.PARAM | Symbol.LOCAL | Symbol.USE | Symbol.ANNOTATED)) != 0) {
        throw CompileError.at(span, directiveConflict(name, flags, word));
      }
      builder.define(name, flag, span);
      builder.declare(name, span);
    }
  }

  private static String directiveConflict(String name, int flags, String word) {
    if ((flags & Symbol.PARAM) != 0) {
      return "name '" + name + "' is parameter and " + word;
    }
    if ((flags & Symbol.USE) != 0) {
      return "name '" + name + "' is used prior to " + word + " declaration";
    }
    if ((flags & Symbol.ANNOTATED) != 0) {
      return "annotated name '" + name + "' can't be " + word;
    }
    return "name '" + name + "' is assigned to before " + word + " declaration";
  }

  private void annotatedAssignment(Stmt.AnnAssign s) {
    if (s.target() instanceof Expr.Name name) {
      annotatedName(s, name);
    } else {
      expr(s.target());
    }
    annotation(s.annotation());
    expr(s.value());
  }

  private void annotatedName(Stmt.AnnAssign s, Expr.Name name) {
    int flags = builder.flagsHere(name.id());
    boolean simple = s.simple() != 0;
    boolean declared = (flags & (Symbol.GLOBAL | Symbol.NONLOCAL)) != 0;
    if (declared && simple && builder.current().kind != ScopeKind.MODULE) {
      String word = (flags & Symbol.GLOBAL) != 0 ? "global" : "nonlocal";
      throw CompileError.at(s.span(), "annotated name '" + name.id() + "' can't be " + word);
    }
    if (simple) {
      builder.define(name.id(), Symbol.ANNOTATED | Symbol.LOCAL, name.span());
    } else if (s.value() != null) {
      builder.define(name.id(), Symbol.LOCAL, name.span());
    }
  }

  private void annotation(Expr annotation) {
    if (annotation == null) {
      return;
    }
    if (builder.futureAnnotations) {
      builder.enter("_annotation", ScopeKind.ANNOTATION, annotation, annotation.span());
    }
    expr(annotation);
    if (builder.futureAnnotations) {
      builder.exit();
    }
  }

  private void function(
      Stmt node,
      String name,
      Arguments args,
      List<Stmt> body,
      List<Expr> decorators,
      Expr returns,
      List<TypeParam> typeParams) {
    builder.define(name, Symbol.LOCAL, node.span());
    exprs(args.defaults());
    exprs(args.kwDefaults());
    exprs(decorators);
    boolean generic = !typeParams.isEmpty();
    if (generic) {
      enterTypeParameters(name, typeParams, node.span());
      if (!args.defaults().isEmpty()) {
        builder.define(ScopeNames.DEFAULTS, Symbol.PARAM, node.span());
      }
      if (args.kwDefaults().stream().anyMatch(d -> d != null)) {
        builder.define(ScopeNames.KW_DEFAULTS, Symbol.PARAM, node.span());
      }
      typeParams.forEach(this::typeParameter);
    }
    annotations(args);
    annotation(returns);
    builder.enter(name, ScopeKind.FUNCTION, node, node.span());
    builder.current().coroutine = node instanceof Stmt.AsyncFunctionDef;
    parameters(args);
    visitAll(body);
    builder.exit();
    if (generic) {
      builder.exit();
    }
  }

  private void annotations(Arguments args) {
    args.posonlyargs().forEach(a -> annotation(a.annotation()));
    args.args().forEach(a -> annotation(a.annotation()));
    if (args.vararg() != null) {
      annotation(args.vararg().annotation());
    }
    if (args.kwarg() != null) {
      annotation(args.kwarg().annotation());
    }
    args.kwonlyargs().forEach(a -> annotation(a.annotation()));
  }

  void parameters(Arguments args) {
    args.posonlyargs().forEach(this::parameter);
    args.args().forEach(this::parameter);
    args.kwonlyargs().forEach(this::parameter);
    if (args.vararg() != null) {
      parameter(args.vararg());
      builder.current().varargs = true;
    }
    if (args.kwarg() != null) {
      parameter(args.kwarg());
      builder.current().varkeywords = true;
    }
  }

  private void parameter(Arg arg) {
    builder.define(arg.arg(), Symbol.PARAM, arg.span());
  }

  private void classDef(Stmt.ClassDef s) {
    builder.define(s.name(), Symbol.LOCAL, s.span());
    exprs(s.decoratorList());
    boolean generic = !s.typeParams().isEmpty();
    String outerPrivate = builder.privateName();
    if (generic) {
      enterTypeParameters(s.name(), s.typeParams(), s.span());
      builder.define(ScopeNames.TYPE_PARAMS, Symbol.LOCAL | Symbol.USE, s.span());
      builder.enterPrivate(s.name());
      builder.define(ScopeNames.GENERIC_BASE, Symbol.LOCAL | Symbol.USE, s.span());
      s.typeParams().forEach(this::typeParameter);
    }
    exprs(s.bases());
    builder.expressions.keywords(s.keywords());
    builder.enter(s.name(), ScopeKind.CLASS, s, s.span());
    builder.enterPrivate(s.name());
    if (generic) {
      builder.define(ScopeNames.TYPE_PARAMS_ATTRIBUTE, Symbol.LOCAL, s.span());
      builder.define(ScopeNames.TYPE_PARAMS, Symbol.USE, s.span());
    }
    visitAll(s.body());
    builder.exit();
    if (generic) {
      builder.exit();
    }
    builder.enterPrivate(outerPrivate);
  }

  private void enterTypeParameters(String name, List<TypeParam> typeParams, Span span) {
    boolean inClass = builder.current().kind == ScopeKind.CLASS;
    builder.enter(name, ScopeKind.TYPE_PARAMETERS, typeParams, span);
    if (inClass) {
      builder.seeClassScope(span);
    }
  }

  private void typeAlias(Stmt.TypeAlias s) {
    expr(s.name());
    boolean inClass = builder.current().kind == ScopeKind.CLASS;
    boolean generic = !s.typeParams().isEmpty();
    String name = ((Expr.Name) s.name()).id();
    if (generic) {
      enterTypeParameters(name, s.typeParams(), s.span());
      s.typeParams().forEach(this::typeParameter);
    }
    builder.enter(name, ScopeKind.TYPE_ALIAS, s, s.span());
    if (inClass) {
      builder.seeClassScope(s.value().span());
    }
    expr(s.value());
    builder.exit();
    if (generic) {
      builder.exit();
    }
  }

  private void typeParameter(TypeParam parameter) {
    builder.define(parameter.name(), Symbol.TYPE_PARAM | Symbol.LOCAL, parameter.span());
    if (parameter instanceof TypeParam.TypeVar variable && variable.bound() != null) {
      boolean inClass = builder.current().seesClassScope;
      builder.enter(variable.name(), ScopeKind.TYPE_VARIABLE, variable, variable.span());
      if (inClass) {
        builder.seeClassScope(variable.bound().span());
      }
      expr(variable.bound());
      builder.exit();
    }
  }

  private void matchCase(MatchCase matchCase) {
    pattern(matchCase.pattern());
    expr(matchCase.guard());
    visitAll(matchCase.body());
  }

  private void pattern(Pattern pattern) {
    builder.nesting.enter();
    switch (pattern) {
      case Pattern.MatchValue p -> expr(p.value());
      case Pattern.MatchSingleton p -> {}
      case Pattern.MatchSequence p -> p.patterns().forEach(this::pattern);
      case Pattern.MatchStar p -> capture(p.name(), p.span());
      case Pattern.MatchMapping p -> {
        exprs(p.keys());
        p.patterns().forEach(this::pattern);
        capture(p.rest(), p.span());
      }
      case Pattern.MatchClass p -> {
        expr(p.cls());
        p.patterns().forEach(this::pattern);
        p.kwdPatterns().forEach(this::pattern);
      }
      case Pattern.MatchAs p -> {
        if (p.pattern() != null) {
          pattern(p.pattern());
        }
        capture(p.name(), p.span());
      }
      case Pattern.MatchOr p -> p.patterns().forEach(this::pattern);
    }
    builder.nesting.leave();
  }

  private void capture(String name, Span span) {
    if (name != null) {
      builder.define(name, Symbol.LOCAL, span);
    }
  }
}
