package dev.taipan.stdlib.symbols;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;

/** One scope; its words are made once and then only read. */
final class SymbolEntry extends HostObject {
  final long id;
  final String name;
  final int kind;
  final int lineno;
  final boolean nested;
  final long symbols;
  final long parameters;
  final long children;

  SymbolEntry(
      long id,
      String name,
      int kind,
      int lineno,
      boolean nested,
      long symbols,
      long parameters,
      long children) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.lineno = lineno;
    this.nested = nested;
    this.symbols = symbols;
    this.parameters = parameters;
    this.children = children;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(symbols);
    visitor.visit(parameters);
    visitor.visit(children);
  }
}
