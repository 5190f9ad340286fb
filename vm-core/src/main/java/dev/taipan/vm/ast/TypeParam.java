package dev.taipan.vm.ast;

/** Type parameters of generic functions, classes and aliases. */
public sealed interface TypeParam extends Located {
  record TypeVar(Span span, String name, Expr bound) implements TypeParam {}

  record ParamSpec(Span span, String name) implements TypeParam {}

  record TypeVarTuple(Span span, String name) implements TypeParam {}

  /** The parameter's name. */
  String name();
}
