package dev.taipan.vm.parse;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The tokens of a source with everything in it, comments and blank lines too: what module {@code
 * tokenize} gives. Positions count characters, not bytes.
 */
public final class TokenStream {
  /**
   * A token.
   *
   * @param number its kind, as module {@code token} numbers them
   * @param text its spelling
   * @param source the line or lines that it stands in
   */
  public record Token(
      int number, String text, int line, int col, int endLine, int endCol, String source) {}

  private static final int OPERATOR = 55;
  private static final int FIRST_OPERATOR = 7;

  /** The operators in the order of their numbers. */
  private static final String[] OPERATORS =
      ("( ) [ ] : , ; + - * / | & < > = . % { } == != <= >= ~ ^ << >> ** += -= *= /= %= &= |= ^="
              + " <<= >>= **= // //= @ @= -> ... := !")
          .split(" ");

  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    for (int i = 0; i < OPERATORS.length; i++) {
      NUMBERS.put(OPERATORS[i], FIRST_OPERATOR + i);
    }
  }

  private final Source source;
  private final Lexer lexer;
  private final boolean extra;

  /** Whether the last line has no end of its own. */
  private final boolean open;

  /**
   * The lines that end in CR and LF: the lexer reads LF, {@code tokenize} promises what is there.
   */
  private final BitSet returns;

  private boolean done;

  /**
   * The tokens of a text.
   *
   * @param extra whether comments and blank lines are tokens, and operators one kind
   */
  public TokenStream(String text, boolean extra) throws SyntaxFault {
    byte[] utf8 = SourceDecoder.encode(text);
    this.source = Source.ofUtf8(utf8, utf8.length > 0, true);
    this.lexer = new Lexer(source, false, SyntaxWarnings.IGNORE);
    this.extra = extra;
    this.open = !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r");
    this.returns = extra ? returns(text) : new BitSet();
    lexer.forTokens(extra);
  }

  private static BitSet returns(String text) {
    BitSet lines = new BitSet();
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (pair) {
        lines.set(line);
      } else if (c == '\n' || c == '\r') {
        line++;
      }
    }
    return lines;
  }

  /** A text that starts in a line, with the line ends of the source. */
  private String restored(String text, int line) {
    if (returns.isEmpty() || text.indexOf('\n') < 0) {
      return text;
    }
    StringBuilder restored = new StringBuilder();
    int at = line;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' && returns.get(at++)) {
        restored.append('\r');
      }
      restored.append(c);
    }
    return restored.toString();
  }

  /** The next token; null after the last. */
  public Token next() throws SyntaxFault {
    if (done) {
      return null;
    }
    int index = lexer.tokens.size();
    lexer.fetch();
    TokenKind kind = lexer.tokens.kind(index);
    done = kind == TokenKind.END_MARKER;
    boolean trailing = done || kind == TokenKind.DEDENT && lexer.in.atEnd;
    if (trailing && extra) {
      int line = lexer.in.lineno + 1;
      return new Token(number(kind), "", line, 0, line, 0, "");
    }
    return kind == TokenKind.INDENT || kind == TokenKind.DEDENT || done
        ? indentation(kind)
        : placed(index, kind);
  }

  private Token indentation(TokenKind kind) {
    int line = lexer.in.lineno;
    if (!extra) {
      String text = lexer.in.atEnd ? "" : lineText(lexer.in.lineStart);
      return new Token(number(kind), "", line, -1, line, -1, text);
    }
    int start = lexer.in.lineStart;
    int end = lexer.in.cur;
    int from = kind == TokenKind.INDENT ? start : end;
    return new Token(
        number(kind),
        source.text(from, end),
        line,
        source.characters(start, from),
        line,
        source.characters(start, end),
        restored(lineText(start), line));
  }

  private String lineText(int start) {
    int end = lexer.in.lineEnd;
    boolean added = open && end == source.bytes().length;
    return source.text(start, added ? end - 1 : end);
  }

  private Token placed(int index, TokenKind kind) {
    Tokens tokens = lexer.tokens;
    int start = tokens.start(index);
    int end = tokens.end(index);
    int lineStart = start - tokens.col(index);
    int endLineStart = end - tokens.endCol(index);
    boolean surplus = kind == TokenKind.FSTRING_MIDDLE && tokens.name(index) != null;
    String text = source.text(start, surplus ? end - 1 : end);
    int col = source.characters(lineStart, start);
    int endCol = source.characters(endLineStart, surplus ? end - 1 : end);
    if (kind == TokenKind.NEWLINE || kind == TokenKind.NL) {
      boolean added = open && end == source.bytes().length;
      text = !extra ? source.text(start, end - 1) : added ? "" : "\n";
      endCol = extra ? endCol : source.characters(endLineStart, end - 1);
      endCol += returns.get(tokens.line(index)) ? 1 : 0;
    }
    return new Token(
        number(kind),
        restored(text, tokens.line(index)),
        tokens.line(index),
        col,
        tokens.endLine(index),
        endCol,
        restored(lineText(lineStart), tokens.line(index)));
  }

  private int number(TokenKind kind) {
    return switch (kind) {
      case END_MARKER -> 0;
      case NAME -> 1;
      case NUMBER -> 2;
      case STRING -> 3;
      case NEWLINE -> 4;
      case INDENT -> 5;
      case DEDENT -> 6;
      case TYPE_COMMENT -> 59;
      case FSTRING_START -> 61;
      case FSTRING_MIDDLE -> 62;
      case FSTRING_END -> 63;
      case COMMENT -> 64;
      case NL -> 65;
      case UNKNOWN -> OPERATOR;
      case ASYNC -> extra ? 1 : 57;
      case AWAIT -> extra ? 1 : 56;
      default -> kind.isKeyword() ? 1 : extra ? OPERATOR : NUMBERS.get(kind.text());
    };
  }
}
