package dev.taipan.vm.parse;

/** Finds the end of string literals and of the text parts of f-strings. */
final class StringLexer {
  private final LineReader in;
  private final LexFaults faults;
  private final FStringModes modes;
  private final SyntaxWarnings warnings;

  /** Whether the source ended inside a literal: more input may complete it. */
  private boolean endedInside;

  StringLexer(LineReader in, LexFaults faults, FStringModes modes, SyntaxWarnings warnings) {
    this.in = in;
    this.faults = faults;
    this.modes = modes;
    this.warnings = warnings;
  }

  boolean endedInside() {
    return endedInside;
  }

  /** Reads a literal whose opening quote has been read. */
  void string(int quote) throws SyntaxFault {
    int firstLine = in.lineno;
    int firstLineStart = in.lineStart;
    int size = 1;
    int closing = 0;
    int c = in.next();
    if (c == quote) {
      c = in.next();
      if (c == quote) {
        size = 3;
      } else {
        closing = 1;
      }
    }
    if (c != quote) {
      in.back(c);
    }
    while (closing != size) {
      c = in.next();
      if (c == LineReader.EOF || (size == 1 && c == '\n')) {
        throw unterminated(c, quote, size, firstLine, firstLineStart);
      }
      if (c == quote) {
        closing++;
      } else {
        closing = 0;
        if (c == '\\') {
          in.next();
        }
      }
    }
  }

  private SyntaxFault unterminated(int c, int quote, int size, int firstLine, int firstLineStart) {
    int detected = in.lineno;
    in.cur = in.start + 1;
    in.lineStart = firstLineStart;
    in.lineno = firstLine;
    FStringModes.Mode outer = modes.top;
    if (outer != null && outer.quote == quote && outer.quoteSize == size) {
      return faults.here("f-string: expecting '}'");
    }
    endedInside = c == LineReader.EOF;
    String what = size == 3 ? "unterminated triple-quoted string" : "unterminated string";
    return faults.here(what + " literal (detected at line " + detected + ")");
  }

  /** Opens an f-string whose first quote has been read. */
  void openFString(int quote) throws SyntaxFault {
    int size = 1;
    int second = in.next();
    if (second == quote) {
      int third = in.next();
      if (third == quote) {
        size = 3;
      } else {
        in.back(third);
        in.back(second);
      }
    } else {
      in.back(second);
    }
    boolean raw = false;
    for (int i = in.start; i < in.cur; i++) {
      raw |= in.bytes[i] == 'r' || in.bytes[i] == 'R';
    }
    modes.push(new FStringModes.Mode(quote, size, raw, in));
  }

  /** Whether the closing quotes come next; reads them if so. */
  boolean atClosingQuotes() {
    FStringModes.Mode mode = modes.top;
    int from = in.cur;
    for (int i = 0; i < mode.quoteSize; i++) {
      if (from + i >= in.lineEnd || in.bytes[from + i] != mode.quote) {
        return false;
      }
    }
    in.cur += mode.quoteSize;
    return true;
  }

  /** Reads a text part; returns how many of the bytes read do not belong to it. */
  int text() throws SyntaxFault {
    FStringModes.Mode mode = modes.top;
    int closing = 0;
    boolean namedEscape = false;
    while (closing != mode.quoteSize) {
      int c = in.next();
      if (c == LineReader.EOF || (mode.quoteSize == 1 && c == '\n')) {
        return endOfLine(c);
      }
      if (c == mode.quote) {
        closing++;
        continue;
      }
      closing = 0;
      if (c == '{') {
        return openBrace(c);
      } else if (c == '}') {
        return namedEscape ? 0 : closeBrace(c);
      } else if (c == '\\') {
        namedEscape |= escape(mode);
      }
    }
    in.cur -= mode.quoteSize;
    return 0;
  }

  /** Reads what a backslash escapes; whether it opens the braces of a named character. */
  private boolean escape(FStringModes.Mode mode) throws SyntaxFault {
    int c = in.next();
    if (c == '{' || c == '}') {
      if (!mode.raw) {
        String message = "invalid escape sequence '\\" + (char) c + "'";
        if (warnings.warn(message, in.lineno)) {
          throw faults.here(message);
        }
      }
      in.back(c);
      return false;
    }
    if (mode.raw || c != 'N') {
      return false;
    }
    c = in.next();
    if (c == '{') {
      return true;
    }
    in.back(c);
    return false;
  }

  /** A doubled brace is text; its second byte is read but does not belong to it. */
  private int openBrace(int c) throws SyntaxFault {
    FStringModes.Mode mode = modes.top;
    int peek = in.next();
    if (peek == '{' && !(mode.inFormatSpec && mode.inField())) {
      return 1;
    }
    in.back(peek);
    in.back(c);
    modes.enterField();
    mode.inFormatSpec = false;
    return 0;
  }

  private int closeBrace(int c) {
    FStringModes.Mode mode = modes.top;
    int peek = in.next();
    if (peek == '}' && !(mode.inFormatSpec && mode.inField()) && mode.bracketDepth == 0) {
      return 1;
    }
    in.back(peek);
    in.back(c);
    mode.inText = false;
    mode.inFormatSpec = false;
    return 0;
  }

  private int endOfLine(int c) throws SyntaxFault {
    FStringModes.Mode mode = modes.top;
    if (c == '\n' && mode.inFormatSpec && mode.inField()) {
      in.back(c);
      mode.inText = false;
      mode.inFormatSpec = false;
      return 0;
    }
    int detected = in.lineno;
    in.cur = mode.start + 1;
    in.lineStart = mode.lineStart;
    in.lineno = mode.line;
    if (mode.quoteSize == 3) {
      endedInside = c == LineReader.EOF;
    }
    String what = mode.quoteSize == 3 ? "triple-quoted f-string" : "f-string";
    throw faults.here("unterminated " + what + " literal (detected at line " + detected + ")");
  }
}
