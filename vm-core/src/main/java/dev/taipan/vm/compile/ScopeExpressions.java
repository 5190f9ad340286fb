package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Comprehension;
import dev.taipan.vm.ast.Expr;
import dev.taipan.vm.ast.ExprContext;
import dev.taipan.vm.ast.Keyword;
import dev.taipan.vm.ast.Span;
import java.util.List;

/** Records the names of expressions. */
final class ScopeExpressions {
  private final ScopeBuilder builder;

  ScopeExpressions(ScopeBuilder builder) {
    this.builder = builder;
  }

  void visitAll(List<? extends Expr> list) {
    for (Expr e : list) {
      visit(e);
    }
  }

  /** Visits an expression; null is an absent one. */
  void visit(Expr expression) {
    if (expression == null) {
      return;
    }
    builder.nesting.enter();
    switch (expression) {
      case Expr.NamedExpr e -> namedExpression(e);
      case Expr.BoolOp e -> visitAll(e.values());
      case Expr.BinOp e -> {
        visit(e.left());
        visit(e.right());
      }
      case Expr.UnaryOp e -> visit(e.operand());
      case Expr.Lambda e -> lambda(e);
      case Expr.IfExp e -> {
        visit(e.test());
        visit(e.body());
        visit(e.orelse());
      }
      case Expr.Dict e -> {
        visitAll(e.keys());
        visitAll(e.values());
      }
      case Expr.Set e -> visitAll(e.elts());
      case Expr.ListComp e ->
          comprehension(e, ComprehensionKind.LIST, e.generators(), e.elt(), null);
      case Expr.SetComp e -> comprehension(e, ComprehensionKind.SET, e.generators(), e.elt(), null);
      case Expr.DictComp e ->
          comprehension(e, ComprehensionKind.DICT, e.generators(), e.key(), e.value());
      case Expr.GeneratorExp e ->
          comprehension(e, ComprehensionKind.GENERATOR, e.generators(), e.elt(), null);
      case Expr.Yield e -> yieldExpression(e, e.value());
      case Expr.YieldFrom e -> yieldExpression(e, e.value());
      case Expr.Await e -> await(e);
      case Expr.Compare e -> {
        visit(e.left());
        visitAll(e.comparators());
      }
      case Expr.Call e -> {
        visit(e.func());
        visitAll(e.args());
        keywords(e.keywords());
      }
      case Expr.FormattedValue e -> {
        visit(e.value());
        visit(e.formatSpec());
      }
      case Expr.JoinedStr e -> visitAll(e.values());
      case Expr.Constant e -> {}
      case Expr.Attribute e -> visit(e.value());
      case Expr.Subscript e -> {
        visit(e.value());
        visit(e.slice());
      }
      case Expr.Starred e -> visit(e.value());
      case Expr.Name e -> name(e);
      case Expr.List e -> visitAll(e.elts());
      case Expr.Tuple e -> visitAll(e.elts());
      case Expr.Slice e -> {
        visit(e.lower());
        visit(e.upper());
        visit(e.step());
      }
    }
    builder.nesting.leave();
  }

  void keywords(List<Keyword> keywords) {
    for (Keyword keyword : keywords) {
      visit(keyword.value());
    }
  }

  private void name(Expr.Name e) {
    boolean load = e.ctx() == ExprContext.LOAD;
    builder.define(e.id(), load ? Symbol.USE : Symbol.LOCAL, e.span());
    // super() without arguments reads the class cell, so the name counts as a use of it.
    if (load && e.id().equals("super") && builder.current().isFunctionLike()) {
      builder.define(ScopeNames.CLASS_CELL, Symbol.USE, e.span());
    }
  }

  private void lambda(Expr.Lambda e) {
    if (builder.current().seesClassScope) {
      throw CompileError.at(e.span(), "Cannot use lambda in annotation scope within class scope");
    }
    visitAll(e.args().defaults());
    visitAll(e.args().kwDefaults());
    builder.enter("lambda", ScopeKind.FUNCTION, e, e.span());
    builder.statements.parameters(e.args());
    visit(e.body());
    builder.exit();
  }

  private void await(Expr.Await e) {
    banInAnnotationScopes("await expression", e.span());
    visit(e.value());
    builder.current().coroutine = true;
  }

  private void yieldExpression(Expr e, Expr value) {
    banInAnnotationScopes("yield expression", e.span());
    visit(value);
    Scope scope = builder.current();
    scope.generator = true;
    if (scope.isComprehension()) {
      throw CompileError.at(e.span(), "'yield' inside " + scope.comprehension.description());
    }
  }

  private void banInAnnotationScopes(String what, Span span) {
    String place =
        switch (builder.current().kind) {
          case ANNOTATION -> "an annotation";
          case TYPE_VARIABLE -> "a TypeVar bound";
          case TYPE_ALIAS -> "a type alias";
          case TYPE_PARAMETERS -> "the definition of a generic";
          case MODULE, CLASS, FUNCTION -> null;
        };
    if (place != null) {
      throw CompileError.at(span, what + " cannot be used within " + place);
    }
  }

  private void namedExpression(Expr.NamedExpr e) {
    banInAnnotationScopes("named expression", e.span());
    Scope scope = builder.current();
    if (scope.iterableDepth > 0) {
      throw CompileError.at(
          e.span(), "assignment expression cannot be used in a comprehension iterable expression");
    }
    if (scope.isComprehension()) {
      bindOutside((Expr.Name) e.target());
    }
    visit(e.value());
    visit(e.target());
  }

  /** The target of an assignment expression belongs to the scope around all comprehensions. */
  private void bindOutside(Expr.Name target) {
    String mangled = Mangling.mangle(builder.privateName(), target.id());
    for (Scope scope : builder.innermostFirst()) {
      int flags = scope.flagsOf(mangled);
      if (!scope.isComprehension()) {
        bindIn(scope, flags, target);
        return;
      }
      if ((flags & Symbol.COMP_ITER) != 0 && (flags & (Symbol.LOCAL | Symbol.GLOBAL)) != 0) {
        throw CompileError.at(
            target.span(),
            "assignment expression cannot rebind comprehension iteration variable '"
                + target.id()
                + "'");
      }
    }
  }

  private void bindIn(Scope scope, int flags, Expr.Name target) {
    String name = target.id();
    Span span = target.span();
    switch (scope.kind) {
      case FUNCTION -> {
        boolean global = (flags & Symbol.GLOBAL) != 0;
        builder.define(name, global ? Symbol.GLOBAL : Symbol.NONLOCAL, span);
        builder.declare(name, span);
        builder.define(scope, name, Symbol.LOCAL, span);
      }
      case MODULE -> {
        builder.define(name, Symbol.GLOBAL, span);
        builder.declare(name, span);
        builder.define(scope, name, Symbol.GLOBAL, span);
      }
      case CLASS -> throw inComprehension(span, "used in a class body");
      case TYPE_VARIABLE -> throw inComprehension(span, "used in a TypeVar bound");
      case TYPE_ALIAS -> throw inComprehension(span, "used in a type alias");
      case TYPE_PARAMETERS ->
          throw inComprehension(span, "used within the definition of a generic");
      case ANNOTATION -> throw new IllegalStateException("named expression in an annotation");
    }
  }

  private static CompileError inComprehension(Span span, String what) {
    return CompileError.at(span, "assignment expression within a comprehension cannot be " + what);
  }

  private void comprehension(
      Expr node, ComprehensionKind kind, List<Comprehension> generators, Expr element, Expr value) {
    if (builder.current().seesClassScope) {
      throw CompileError.at(
          node.span(), "Cannot use comprehension in annotation scope within class scope");
    }
    Comprehension outermost = generators.getFirst();
    iterable(outermost.iter()); // evaluated outside, the result is passed in
    builder.enter(kind.scopeName(), ScopeKind.FUNCTION, node, node.span());
    Scope scope = builder.current();
    scope.comprehension = kind;
    scope.coroutine = outermost.isAsync() != 0;
    builder.define(ScopeNames.ITERABLE, Symbol.PARAM, node.span());
    target(outermost.target());
    visitAll(outermost.ifs());
    for (Comprehension generator : generators.subList(1, generators.size())) {
      target(generator.target());
      iterable(generator.iter());
      visitAll(generator.ifs());
      scope.coroutine |= generator.isAsync() != 0;
    }
    visit(value);
    visit(element);
    boolean generator = kind == ComprehensionKind.GENERATOR;
    scope.generator = generator;
    builder.exit();
    if (scope.coroutine && !generator) {
      builder.current().coroutine = true;
    }
  }

  private void target(Expr target) {
    builder.current().inIterationTarget = true;
    visit(target);
    builder.current().inIterationTarget = false;
  }

  private void iterable(Expr iterable) {
    builder.current().iterableDepth++;
    visit(iterable);
    builder.current().iterableDepth--;
  }
}
