package dev.taipan.vm.ast;

/**
 * A stretch of source: 1-based lines, 0-based columns counted in UTF-8 bytes, end exclusive.
 *
 * @param lineno first line
 * @param colOffset byte offset of the start in its line
 * @param endLineno last line
 * @param endColOffset byte offset just past the end in its line
 */
// Its own equality: the one that the JVM makes for records takes longer to be made than a small
// program to be compiled.
public record Span(int lineno, int colOffset, int endLineno, int endColOffset) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Span s
        && s.lineno == lineno
        && s.colOffset == colOffset
        && s.endLineno == endLineno
        && s.endColOffset == endColOffset;
  }

  @Override
  public int hashCode() {
    return ((lineno * 31 + colOffset) * 31 + endLineno) * 31 + endColOffset;
  }

  /** The span from this span's start to the other's end. */
  public Span to(Span other) {
    return new Span(lineno, colOffset, other.endLineno, other.endColOffset);
  }
}
