package dev.taipan.vm.parse;

/** Makes the faults the lexer finds; positions come from where the reader stands. */
final class LexFaults {
  private final LineReader in;

  LexFaults(LineReader in) {
    this.in = in;
  }

  /** A fault that ends where the reader stands. */
  SyntaxFault here(String message) {
    int offset = in.source.characters(in.lineStart, in.cur);
    return range(message, offset, offset);
  }

  /** A fault in the current line; offsets are in characters. */
  SyntaxFault range(String message, int offset, int endOffset) {
    String text = in.source.text(in.lineStart, in.source.lineEnd(in.lineStart));
    return new SyntaxFault(
        SyntaxFault.Type.SYNTAX_ERROR, message, in.lineno, offset, in.lineno, endOffset, text);
  }

  /**
   * A fault at byte columns, both 1-based; columns below 1 are kept as they are.
   *
   * <p>The text is what the reader holds when the fault is in its line, the plain line otherwise.
   */
  SyntaxFault at(
      SyntaxFault.Type type, String message, int line, int col, int endLine, int endCol) {
    int from;
    int to;
    if (in.lineno <= line && in.lineEnd > in.bufferStart) {
      from = in.bufferStart;
      to = in.lineEnd;
    } else {
      from = lineStart(line);
      to = in.source.lineEnd(from);
    }
    return new SyntaxFault(
        type,
        message,
        line,
        characters(from, to, col),
        endLine,
        endCol > 0 ? characters(from, to, endCol) : endCol,
        in.source.text(from, Math.min(to, in.source.shownLength())));
  }

  private int lineStart(int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = in.source.lineEnd(start);
      if (end >= in.bytes.length) {
        break;
      }
      start = end + 1;
    }
    return start;
  }

  /** Byte column to character column; a column past the text is one past its characters. */
  private int characters(int from, int to, int col) {
    int past = col > to - from ? 1 : 0;
    return in.source.characters(from, Math.min(to, from + Math.max(col, 0))) + past;
  }

  SyntaxFault unclosed(int line, int col, char bracket) {
    return at(
        SyntaxFault.Type.SYNTAX_ERROR,
        "'" + bracket + "' was never closed",
        line,
        col + 1,
        line,
        0);
  }

  /** A fault at the end of what was read. */
  SyntaxFault atCursor(SyntaxFault.Type type, String message) {
    return at(type, message, in.lineno, in.cur - in.lineStart, in.lineno, -1);
  }
}
