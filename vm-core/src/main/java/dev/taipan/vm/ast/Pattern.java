package dev.taipan.vm.ast;

import java.util.List;

/** Patterns of {@code case} clauses. Optional components are null; lists are never null. */
public sealed interface Pattern extends Located {
  record MatchValue(Span span, Expr value) implements Pattern {}

  record MatchSingleton(Span span, ConstantValue value) implements Pattern {}

  record MatchSequence(Span span, List<Pattern> patterns) implements Pattern {}

  record MatchMapping(Span span, List<Expr> keys, List<Pattern> patterns, String rest)
      implements Pattern {}

  record MatchClass(
      Span span, Expr cls, List<Pattern> patterns, List<String> kwdAttrs, List<Pattern> kwdPatterns)
      implements Pattern {}

  record MatchStar(Span span, String name) implements Pattern {}

  /** The wildcard has neither pattern nor name. */
  record MatchAs(Span span, Pattern pattern, String name) implements Pattern {}

  record MatchOr(Span span, List<Pattern> patterns) implements Pattern {}
}
