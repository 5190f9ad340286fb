package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One scope of the source with its names. {@link ScopeBuilder} fills it in source order, {@link
 * ScopeAnalyzer} resolves it; afterwards nobody writes to it except {@link ComprehensionGen}, which
 * borrows a scope while a comprehension is compiled inline.
 */
final class Scope {
  /** A {@code global} or {@code nonlocal} declaration, kept for error positions. */
  record Directive(String name, Span span) {}

  final String name;
  final ScopeKind kind;
  final Span span;
  final boolean nested;
  final Map<String, Symbol> symbols = new LinkedHashMap<>();
  final List<String> parameters = new ArrayList<>();
  final List<Directive> directives = new ArrayList<>();
  List<Scope> children = new ArrayList<>();

  ComprehensionKind comprehension = ComprehensionKind.NONE;
  boolean generator;
  boolean coroutine;
  boolean varargs;
  boolean varkeywords;
  boolean returnsValue;

  /** An annotation scope directly in a class, which looks names up in the class first. */
  boolean seesClassScope;

  /** The class body must make a {@code __class__} cell. */
  boolean needsClassClosure;

  /** The class body must make a {@code __classdict__} cell. */
  boolean needsClassDict;

  /** A comprehension compiled inside its surrounding code. */
  boolean inlined;

  /** The scope itself uses variables of enclosing scopes. */
  boolean hasFree;

  /** A scope inside uses variables of enclosing scopes. */
  boolean childHasFree;

  /** While set, new names are comprehension targets. */
  boolean inIterationTarget;

  /** Depth of comprehension iterables being visited; assignment expressions are banned there. */
  int iterableDepth;

  Scope(String name, ScopeKind kind, Span span, boolean nested) {
    this.name = name;
    this.kind = kind;
    this.span = span;
    this.nested = nested;
  }

  int flagsOf(String mangled) {
    Symbol symbol = symbols.get(mangled);
    return symbol == null ? 0 : symbol.flags();
  }

  Resolution resolutionOf(String mangled) {
    Symbol symbol = symbols.get(mangled);
    return symbol == null ? Resolution.UNRESOLVED : symbol.resolution();
  }

  boolean isFunctionLike() {
    return kind.isFunctionLike();
  }

  boolean isComprehension() {
    return comprehension != ComprehensionKind.NONE;
  }
}
