package dev.taipan.vm.ast;

/**
 * A stretch of source: 1-based lines, 0-based columns counted in UTF-8 bytes, end exclusive.
 *
 * @param lineno first line
 * @param colOffset byte offset of the start in its line
 * @param endLineno last line
 * @param endColOffset byte offset just past the end in its line
 */
public record Span(int lineno, int colOffset, int endLineno, int endColOffset) {
  /** The span from this span's start to the other's end. */
  public Span to(Span other) {
    return new Span(lineno, colOffset, other.endLineno, other.endColOffset);
  }
}
