package dev.taipan.vm.compile;

import dev.taipan.vm.parse.SyntaxWarnings;

/**
 * What besides the tree decides on the code.
 *
 * @param filename the name code objects and errors carry
 * @param optimize 0 keeps everything, 1 drops assertions, 2 drops docstrings too
 * @param inheritedFlags {@code __future__} bits of the code that asks for the compilation
 * @param topLevelAwait whether a module may await
 * @param warnings where SyntaxWarnings go
 */
public record CompileOptions(
    String filename,
    int optimize,
    int inheritedFlags,
    boolean topLevelAwait,
    SyntaxWarnings warnings) {
  /** The same, with warnings going elsewhere. */
  public CompileOptions with(SyntaxWarnings sink) {
    return new CompileOptions(filename, optimize, inheritedFlags, topLevelAwait, sink);
  }

  /** Options for a source file of a program that was started with {@code -O} that many times. */
  public static CompileOptions of(String filename, int optimize) {
    return new CompileOptions(filename, optimize, 0, false, SyntaxWarnings.IGNORE);
  }

  /** Options for a plain source file. */
  public static CompileOptions of(String filename) {
    return new CompileOptions(filename, 0, 0, false, SyntaxWarnings.IGNORE);
  }
}
