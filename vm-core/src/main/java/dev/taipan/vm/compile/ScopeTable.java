package dev.taipan.vm.compile;

import java.util.IdentityHashMap;

/**
 * The scopes of a tree by the construct that opens them: the module, a function, class, lambda,
 * comprehension, alias or bounded type variable node, or the list of type parameters of a generic.
 * Keys are compared by identity since equal nodes may stand in several places.
 */
final class ScopeTable {
  private final IdentityHashMap<Object, Scope> byOpener = new IdentityHashMap<>();
  private final Scope top;

  ScopeTable(Scope top) {
    this.top = top;
  }

  Scope top() {
    return top;
  }

  void put(Object opener, Scope scope) {
    byOpener.put(opener, scope);
  }

  Scope of(Object opener) {
    Scope scope = byOpener.get(opener);
    if (scope == null) {
      throw new IllegalStateException("no scope for " + opener);
    }
    return scope;
  }
}
