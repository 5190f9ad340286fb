package dev.taipan.vm.ast;

/** One context manager of a {@code with} statement; the target is null where absent. */
public record WithItem(Expr contextExpr, Expr optionalVars) implements Node {}
