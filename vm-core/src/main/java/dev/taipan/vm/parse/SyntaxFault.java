package dev.taipan.vm.parse;

/**
 * A syntax error, with everything the Python exception carries except the file name.
 *
 * <p>Lines and offsets are those of the Python attributes: 1-based, offsets in characters; an end
 * offset of 0 or -1 says that only the start is known.
 */
public final class SyntaxFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** Which Python exception the fault becomes. */
  public enum Type {
    SYNTAX_ERROR("SyntaxError"),
    INDENTATION_ERROR("IndentationError"),
    TAB_ERROR("TabError"),
    /** The source nests deeper than the parser follows. */
    MEMORY_ERROR("MemoryError"),
    /** The tree nests deeper than the compiler follows. */
    RECURSION_ERROR("RecursionError"),
    /** A str source holds a character that UTF-8 cannot encode. */
    UNICODE_ENCODE_ERROR("UnicodeEncodeError"),
    /** The source breaks off where more could follow; only where a prompt asked to be told. */
    INCOMPLETE_INPUT("SyntaxError");

    private final String pythonName;

    Type(String pythonName) {
      this.pythonName = pythonName;
    }

    /** The name of the Python exception class. */
    public String pythonName() {
      return pythonName;
    }
  }

  private final Type type;
  private final int lineno;
  private final int offset;
  private final int endLineno;
  private final int endOffset;
  private final String text;

  SyntaxFault(
      Type type,
      String message,
      int lineno,
      int offset,
      int endLineno,
      int endOffset,
      String text) {
    super(message, null, false, false);
    this.type = type;
    this.lineno = lineno;
    this.offset = offset;
    this.endLineno = endLineno;
    this.endOffset = endOffset;
    this.text = text;
  }

  /** A fault found in a tree, where the source line is not at hand. */
  public static SyntaxFault at(
      String message, int lineno, int offset, int endLineno, int endOffset) {
    return new SyntaxFault(Type.SYNTAX_ERROR, message, lineno, offset, endLineno, endOffset, null);
  }

  /** A tree too deep to compile; it has no position. */
  public static SyntaxFault recursion(String message) {
    return new SyntaxFault(Type.RECURSION_ERROR, message, 0, 0, 0, 0, null);
  }

  /** Which Python exception the fault becomes. */
  public Type type() {
    return type;
  }

  /** First line of the fault. */
  public int lineno() {
    return lineno;
  }

  /** Character offset of the fault in its line, 1-based. */
  public int offset() {
    return offset;
  }

  /** Last line of the fault. */
  public int endLineno() {
    return endLineno;
  }

  /** Character offset past the fault in its last line, 1-based. */
  public int endOffset() {
    return endOffset;
  }

  /** The source line, null where there is none. */
  public String text() {
    return text;
  }
}
