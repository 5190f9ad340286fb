package dev.taipan.vm.ast;

import java.util.List;

/** One {@code for} clause of a comprehension with its conditions; {@code isAsync} is 0 or 1. */
public record Comprehension(Expr target, Expr iter, List<Expr> ifs, int isAsync) implements Node {}
