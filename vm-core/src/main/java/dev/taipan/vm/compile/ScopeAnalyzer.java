package dev.taipan.vm.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Second half of name resolution: decides for every name of every scope whether it is local, a
 * cell, free or global, outside in for what is visible and inside out for what is captured.
 *
 * <p>Comprehensions other than generator expressions are compiled inline; their names are merged
 * into the surrounding scope here, and a name that an inner function captures becomes a cell of the
 * surrounding function that the comprehension makes afresh.
 */
final class ScopeAnalyzer {
  private final Scope scope;
  private final Set<String> bound;
  private final Set<String> global;
  private final Set<String> typeParams;
  private final Scope classScope;

  private final Set<String> local = new HashSet<>();

  /** What the scope itself takes from outside. */
  private final Set<String> ownFree = new TreeSet<>();

  /** What scopes inside take from this one or from further out. */
  private final Set<String> free = new TreeSet<>();

  private final Set<String> inlinedCells = new HashSet<>();
  private final Map<String, Resolution> resolutions = new LinkedHashMap<>();

  /**
   * Prepares one scope.
   *
   * @param bound names of enclosing functions, null at module level
   * @param classScope the class whose names an annotation scope sees first, or null
   */
  private ScopeAnalyzer(
      Scope scope,
      Set<String> bound,
      Set<String> global,
      Set<String> typeParams,
      Scope classScope) {
    this.scope = scope;
    this.bound = bound == null ? null : new HashSet<>(bound);
    this.global = new HashSet<>(global);
    this.typeParams = new HashSet<>(typeParams);
    this.classScope = classScope;
  }

  static void analyze(Scope top) {
    new ScopeAnalyzer(top, null, Set.of(), Set.of(), null).run();
  }

  /** Resolves the scope and all inside it; returns the names they take from outside. */
  private Set<String> run() {
    Set<String> innerGlobal = new HashSet<>();
    Set<String> innerBound = new HashSet<>();
    boolean isClass = scope.kind == ScopeKind.CLASS;
    if (isClass) { // what a class binds is not visible in its functions
      addVisible(innerBound, innerGlobal);
    }
    scope.symbols.forEach(this::resolve);
    if (isClass) {
      innerBound.add(ScopeNames.CLASS_CELL);
      innerBound.add(ScopeNames.CLASS_DICT);
    } else {
      if (scope.isFunctionLike()) {
        innerBound.addAll(local);
      }
      addVisible(innerBound, innerGlobal);
    }
    for (Scope child : scope.children) {
      analyzeChild(child, innerBound, innerGlobal);
    }
    spliceInlined();
    if (scope.isFunctionLike()) {
      makeCells();
    } else if (isClass) {
      scope.needsClassClosure = free.remove(ScopeNames.CLASS_CELL);
      scope.needsClassDict = free.remove(ScopeNames.CLASS_DICT);
    }
    record(isClass || scope.seesClassScope);
    free.addAll(ownFree);
    return free;
  }

  private void addVisible(Set<String> innerBound, Set<String> innerGlobal) {
    if (bound != null) {
      innerBound.addAll(bound);
    }
    innerGlobal.addAll(global);
  }

  private void resolve(String name, Symbol symbol) {
    resolutions.put(name, resolutionOf(name, symbol));
  }

  private Resolution resolutionOf(String name, Symbol symbol) {
    if (symbol.has(Symbol.GLOBAL)) {
      return declaredGlobal(name, symbol);
    }
    if (symbol.has(Symbol.NONLOCAL)) {
      return declaredNonlocal(name);
    }
    if (symbol.has(Symbol.BOUND)) {
      local.add(name);
      global.remove(name);
      if (symbol.has(Symbol.TYPE_PARAM)) {
        typeParams.add(name);
      } else {
        typeParams.remove(name);
      }
      return Resolution.LOCAL;
    }
    if (classScope != null) {
      // Bound by the class and by a function around it: the class is asked at run time, and what
      // it lacks is then global, never the function's.
      Symbol inClass = classScope.symbols.get(name);
      if (inClass != null && inClass.has(Symbol.GLOBAL)) {
        return Resolution.GLOBAL_EXPLICIT;
      }
      if (inClass != null && inClass.has(Symbol.BOUND) && !inClass.has(Symbol.NONLOCAL)) {
        return Resolution.GLOBAL_IMPLICIT;
      }
    }
    if (bound != null && bound.contains(name)) {
      return freeVariable(name);
    }
    if (!global.contains(name) && scope.nested) {
      scope.hasFree = true;
    }
    return Resolution.GLOBAL_IMPLICIT;
  }

  private Resolution freeVariable(String name) {
    scope.hasFree = true;
    ownFree.add(name);
    return Resolution.FREE;
  }

  private Resolution declaredGlobal(String name, Symbol symbol) {
    if (symbol.has(Symbol.NONLOCAL)) {
      throw atDirective(name, "name '" + name + "' is nonlocal and global");
    }
    global.add(name);
    if (bound != null) {
      bound.remove(name);
    }
    return Resolution.GLOBAL_EXPLICIT;
  }

  private Resolution declaredNonlocal(String name) {
    if (bound == null) {
      throw atDirective(name, "nonlocal declaration not allowed at module level");
    }
    if (!bound.contains(name)) {
      throw atDirective(name, "no binding for nonlocal '" + name + "' found");
    }
    if (typeParams.contains(name)) {
      throw atDirective(name, "nonlocal binding not allowed for type parameter '" + name + "'");
    }
    return freeVariable(name);
  }

  private CompileError atDirective(String name, String message) {
    for (Scope.Directive directive : scope.directives) {
      if (directive.name().equals(name)) {
        return CompileError.at(directive.span(), message);
      }
    }
    throw new IllegalStateException("no directive for " + name);
  }

  private void analyzeChild(Scope child, Set<String> innerBound, Set<String> innerGlobal) {
    Scope visibleClass = null;
    if (child.seesClassScope) {
      visibleClass = scope.kind == ScopeKind.CLASS ? scope : classScope;
    }
    Set<String> childFree =
        new ScopeAnalyzer(child, innerBound, innerGlobal, typeParams, visibleClass).run();
    boolean inline =
        child.isComprehension()
            && child.comprehension != ComprehensionKind.GENERATOR
            && !scope.seesClassScope;
    if (inline) {
      merge(child, childFree);
      child.inlined = true;
    }
    free.addAll(childFree);
    scope.childHasFree |= child.hasFree || child.childHasFree;
  }

  private void merge(Scope comprehension, Set<String> childFree) {
    comprehension.symbols.forEach(
        (name, symbol) -> {
          if (!symbol.has(Symbol.PARAM)) {
            mergeName(comprehension, name, symbol, childFree);
          }
        });
  }

  private void mergeName(Scope comprehension, String name, Symbol symbol, Set<String> childFree) {
    if (symbol.resolution() == Resolution.CELL || symbol.has(Symbol.COMP_CELL)) {
      inlinedCells.add(name);
    }
    Symbol existing = scope.symbols.get(name);
    if (existing == null) {
      Resolution resolution = symbol.resolution();
      boolean ownClass = scope.kind == ScopeKind.CLASS && name.equals(ScopeNames.CLASS_CELL);
      if (ownClass && resolution == Resolution.FREE) {
        // Inlined into the class body itself, the class cell does not exist yet.
        resolution = Resolution.GLOBAL_IMPLICIT;
        if (!freeInAnyChild(comprehension, name)) {
          childFree.remove(name);
        }
      }
      scope.symbols.put(name, new Symbol(symbol.flags()));
      resolutions.put(name, resolution);
    } else if (existing.has(Symbol.BOUND)
        && scope.kind != ScopeKind.CLASS
        && !freeInAnyChild(comprehension, name)) {
      childFree.remove(name); // both now live in one frame
    }
  }

  private static boolean freeInAnyChild(Scope comprehension, String name) {
    for (Scope child : comprehension.children) {
      if (child.resolutionOf(name) == Resolution.FREE) {
        return true;
      }
    }
    return false;
  }

  private void spliceInlined() {
    List<Scope> children = new ArrayList<>();
    for (Scope child : scope.children) {
      if (child.inlined) {
        children.addAll(child.children);
      } else {
        children.add(child);
      }
    }
    scope.children = children;
  }

  private void makeCells() {
    for (Map.Entry<String, Resolution> entry : resolutions.entrySet()) {
      String name = entry.getKey();
      boolean captured = free.contains(name) || inlinedCells.contains(name);
      if (entry.getValue() == Resolution.LOCAL && captured) {
        entry.setValue(Resolution.CELL);
        free.remove(name);
      }
    }
  }

  private void record(boolean classNames) {
    scope.symbols.forEach(
        (name, symbol) -> {
          if (inlinedCells.contains(name)) {
            symbol.add(Symbol.COMP_CELL);
          }
          symbol.resolve(resolutions.get(name));
        });
    for (String name : free) {
      Symbol symbol = scope.symbols.get(name);
      if (symbol != null) {
        if (classNames) {
          symbol.add(Symbol.FREE_CLASS);
        }
      } else if (bound == null || bound.contains(name)) {
        Symbol passedOn = new Symbol(0);
        passedOn.resolve(Resolution.FREE);
        scope.symbols.put(name, passedOn);
      }
    }
  }
}
