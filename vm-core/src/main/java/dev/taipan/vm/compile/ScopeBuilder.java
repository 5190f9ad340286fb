package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * First half of name resolution: opens a scope for each construct that has one and records every
 * definition and use in it. {@link ScopeStatements} and {@link ScopeExpressions} walk the tree;
 * this class owns the stack of open scopes and the rules for adding a name.
 */
final class ScopeBuilder {
  private static final Span MODULE_SPAN = new Span(0, 0, 0, 0);

  final boolean futureAnnotations;
  final Nesting nesting = new Nesting();
  final ScopeExpressions expressions = new ScopeExpressions(this);
  final ScopeStatements statements = new ScopeStatements(this);

  private final ScopeTable table;
  private final Deque<Scope> stack = new ArrayDeque<>();
  private String privateName;

  private ScopeBuilder(ScopeTable table, boolean futureAnnotations) {
    this.table = table;
    this.futureAnnotations = futureAnnotations;
  }

  /** The resolved scopes of a tree. */
  static ScopeTable build(Mod mod, boolean futureAnnotations) {
    Scope top = new Scope("top", ScopeKind.MODULE, MODULE_SPAN, false);
    ScopeTable table = new ScopeTable(top);
    table.put(mod, top);
    ScopeBuilder builder = new ScopeBuilder(table, futureAnnotations);
    builder.stack.push(top);
    switch (mod) {
      case Mod.Module m -> builder.statements.visitAll(m.body());
      case Mod.Interactive m -> builder.statements.visitAll(m.body());
      case Mod.Expression m -> builder.expressions.visit(m.body());
      case Mod.FunctionType m -> throw new IllegalArgumentException("a type comment has no code");
    }
    ScopeAnalyzer.analyze(top);
    return table;
  }

  Scope current() {
    return stack.peek();
  }

  Iterable<Scope> innermostFirst() {
    return stack;
  }

  String privateName() {
    return privateName;
  }

  /** Sets the class whose private names are mangled and returns the one before. */
  String enterPrivate(String className) {
    String before = privateName;
    privateName = className;
    return before;
  }

  void enter(String name, ScopeKind kind, Object opener, Span span) {
    Scope outer = current();
    Scope scope = new Scope(name, kind, span, outer.nested || outer.isFunctionLike());
    scope.iterableDepth = outer.iterableDepth;
    // A string annotation binds nothing, so its scope is checked for errors and then forgotten.
    if (kind != ScopeKind.ANNOTATION) {
      table.put(opener, scope);
      outer.children.add(scope);
    }
    stack.push(scope);
  }

  void exit() {
    stack.pop();
  }

  void define(String name, int flag, Span span) {
    define(current(), name, flag, span);
  }

  void define(Scope scope, String name, int flag, Span span) {
    String mangled = Mangling.mangle(privateName, name);
    Symbol symbol = scope.symbols.computeIfAbsent(mangled, n -> new Symbol(0));
    if ((flag & Symbol.PARAM) != 0 && symbol.has(Symbol.PARAM)) {
      throw CompileError.at(span, "duplicate argument '" + name + "' in function definition");
    }
    if ((flag & Symbol.TYPE_PARAM) != 0 && symbol.has(Symbol.TYPE_PARAM)) {
      throw CompileError.at(span, "duplicate type parameter '" + name + "'");
    }
    symbol.add(flag);
    if (scope.inIterationTarget) {
      if (symbol.has(Symbol.GLOBAL | Symbol.NONLOCAL)) {
        throw CompileError.at(
            span,
            "comprehension inner loop cannot rebind assignment expression target '" + name + "'");
      }
      symbol.add(Symbol.COMP_ITER);
    }
    if ((flag & Symbol.PARAM) != 0) {
      scope.parameters.add(mangled);
    } else if ((flag & Symbol.GLOBAL) != 0) {
      table.top().symbols.computeIfAbsent(mangled, n -> new Symbol(0)).add(flag);
    }
  }

  int flagsHere(String name) {
    return current().flagsOf(Mangling.mangle(privateName, name));
  }

  void declare(String name, Span span) {
    current().directives.add(new Scope.Directive(Mangling.mangle(privateName, name), span));
  }

  /** Makes the class body's namespace reachable from an annotation scope inside the class. */
  void seeClassScope(Span span) {
    current().seesClassScope = true;
    define(ScopeNames.CLASS_DICT, Symbol.USE, span);
  }
}
