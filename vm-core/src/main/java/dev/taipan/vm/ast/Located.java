package dev.taipan.vm.ast;

/** A node that carries a source position. */
public sealed interface Located extends Node
    permits Stmt, Expr, Pattern, ExceptHandler, TypeParam, Arg, Keyword, Alias {
  /** Where the node stands in the source. */
  Span span();
}
