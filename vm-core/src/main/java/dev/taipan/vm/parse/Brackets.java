package dev.taipan.vm.parse;

/** The open brackets, outermost first. */
final class Brackets {
  /** One level less than the nesting CPython refuses. */
  private static final int MAX_LEVEL = 200;

  private final LineReader in;
  private final LexFaults faults;
  private final char[] opening = new char[MAX_LEVEL];
  private final int[] lines = new int[MAX_LEVEL];
  private final int[] cols = new int[MAX_LEVEL];
  private int level;
  private boolean lenient;

  Brackets(LineReader in, LexFaults faults) {
    this.in = in;
    this.faults = faults;
  }

  /** Whatever closes is taken as it comes. */
  void allowMismatch() {
    lenient = true;
  }

  int level() {
    return level;
  }

  void open(char c) throws SyntaxFault {
    if (level >= MAX_LEVEL) {
      throw faults.here("too many nested parentheses");
    }
    opening[level] = c;
    lines[level] = in.lineno;
    cols[level] = in.start - in.lineStart;
    level++;
  }

  /** Closes the innermost bracket; {@code modes} knows whether a replacement field holds it. */
  void close(char c, FStringModes modes) throws SyntaxFault {
    if (level == 0 && lenient) {
      return;
    }
    if (level == 0) {
      throw faults.here("unmatched '" + c + "'");
    }
    level--;
    char open = opening[level];
    if (lenient || matches(open, c)) {
      return;
    }
    if (open == '{' && modes.closesField()) {
      throw faults.here("f-string: unmatched '" + c + "'");
    }
    String message =
        "closing parenthesis '" + c + "' does not match opening parenthesis '" + open + "'";
    if (lines[level] != in.lineno) {
      message += " on line " + lines[level];
    }
    throw faults.here(message);
  }

  private static boolean matches(char open, char close) {
    return switch (open) {
      case '(' -> close == ')';
      case '[' -> close == ']';
      default -> close == '}';
    };
  }

  /** The line of the innermost open bracket. */
  int line() {
    return lines[level - 1];
  }

  SyntaxFault unclosed() {
    return faults.unclosed(lines[level - 1], cols[level - 1], opening[level - 1]);
  }
}
