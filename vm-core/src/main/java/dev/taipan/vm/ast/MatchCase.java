package dev.taipan.vm.ast;

import java.util.List;

/** One {@code case} clause; the guard is null where absent. */
public record MatchCase(Pattern pattern, Expr guard, List<Stmt> body) implements Node {}
