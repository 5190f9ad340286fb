package dev.taipan.vm.parse;

/**
 * The f-strings being read, outermost first.
 *
 * <p>An f-string is either read as text or, inside a replacement field, as ordinary tokens; {@code
 * bracketDepth} counts its open brackets and {@code fieldDepth} the bracket depth at which its
 * innermost field was opened, -1 outside any field.
 */
final class FStringModes {
  private static final int MAX_NESTED = 150;
  private static final int MAX_FIELD_DEPTH = 3;

  /** One f-string being read. */
  static final class Mode {
    final int quote;
    final int quoteSize;
    final boolean raw;

    /** Offset of the prefix, its line and where that line starts. */
    final int start;

    final int line;
    final int lineStart;

    boolean inText = true;
    boolean inFormatSpec;
    int bracketDepth;
    int fieldDepth = -1;

    Mode(int quote, int quoteSize, boolean raw, LineReader in) {
      this.quote = quote;
      this.quoteSize = quoteSize;
      this.raw = raw;
      this.start = in.start;
      this.line = in.lineno;
      this.lineStart = in.lineStart;
    }

    boolean inField() {
      return fieldDepth >= 0;
    }
  }

  private final LexFaults faults;
  private Mode[] stack = new Mode[8];
  private int size;

  /** The innermost f-string, null outside all. */
  Mode top;

  FStringModes(LexFaults faults) {
    this.faults = faults;
  }

  void push(Mode mode) throws SyntaxFault {
    if (size + 1 >= MAX_NESTED) {
      throw faults.here("too many nested f-strings");
    }
    if (size == stack.length) {
      stack = java.util.Arrays.copyOf(stack, size * 2);
    }
    stack[size++] = mode;
    top = mode;
  }

  void pop() {
    size--;
    top = size == 0 ? null : stack[size - 1];
  }

  /** A field of the innermost f-string begins at the brace that comes next. */
  void enterField() throws SyntaxFault {
    top.fieldDepth++;
    if (top.fieldDepth >= MAX_FIELD_DEPTH) {
      throw faults.here("f-string: expressions nested too deeply");
    }
    top.inText = false;
  }

  void opened() {
    if (top != null) {
      top.bracketDepth++;
    }
  }

  void beforeClose(char c) throws SyntaxFault {
    if (top != null && top.bracketDepth == 0 && c == '}') {
      throw faults.here("f-string: single '}' is not allowed");
    }
  }

  void closed(char c) throws SyntaxFault {
    if (top == null) {
      return;
    }
    top.bracketDepth--;
    if (top.bracketDepth < 0) {
      throw faults.here("f-string: unmatched '" + c + "'");
    }
    if (c == '}' && top.bracketDepth == top.fieldDepth) {
      top.fieldDepth--;
      top.inText = true;
      top.inFormatSpec = false;
    }
  }

  /** Whether closing one more bracket would end the innermost field. */
  boolean closesField() {
    return top != null && top.bracketDepth - 1 == top.fieldDepth;
  }
}
