package dev.taipan.vm.parse;

/** Receives the warnings of lexer and parser. */
@FunctionalInterface
public interface SyntaxWarnings {
  /** Drops every warning. */
  SyntaxWarnings IGNORE = (message, lineno) -> false;

  /**
   * Reports a {@code SyntaxWarning}.
   *
   * @param message the text of the warning
   * @param lineno the line it is about
   * @return whether the warning shall be a syntax error instead
   */
  boolean warn(String message, int lineno);
}
