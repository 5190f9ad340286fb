package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Span;

/**
 * A syntax error on its way to {@link Compiler}, which turns it into the checked fault. Unchecked
 * and without a stack because it crosses every visitor of the package.
 */
final class CompileError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Span span;
  private final boolean tooDeep;

  private CompileError(String message, Span span, boolean tooDeep) {
    super(message, null, false, false);
    this.span = span;
    this.tooDeep = tooDeep;
  }

  /** A SyntaxError at the given place. */
  static CompileError at(Span span, String message) {
    return new CompileError(message, span, false);
  }

  /** A SyntaxError of which only the start is told. */
  static CompileError atStart(Span span, String message) {
    return at(new Span(span.lineno(), span.colOffset(), span.lineno(), -1), message);
  }

  /** The tree nests deeper than the visitors follow. */
  static CompileError tooDeep() {
    return new CompileError("maximum recursion depth exceeded during compilation", null, true);
  }

  Span span() {
    return span;
  }

  boolean isTooDeep() {
    return tooDeep;
  }
}
