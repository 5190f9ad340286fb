package dev.taipan.vm.parse;

import dev.taipan.vm.ast.TypeIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes tokens on demand.
 *
 * <p>A fault is final: once one is found, asking for more throws the same fault again, so the
 * second run of the parser meets it at the same place as the first.
 */
final class Lexer {
  private static final int TAB_SIZE = 8;
  private static final int MAX_INDENT = 100;
  private static final int FORM_FEED = '\f';
  private static final TokenKind[] SINGLE = new TokenKind[128];

  static {
    for (TokenKind kind : TokenKind.values()) {
      if (kind.text().length() == 1 && !kind.isKeyword()) {
        SINGLE[kind.text().charAt(0)] = kind;
      }
    }
  }

  final Tokens tokens = new Tokens();
  final List<TypeIgnore> typeIgnores = new ArrayList<>();
  final LineReader in;
  final LexFaults faults;
  private final Brackets brackets;
  private final FStringModes modes;
  private final NumberLexer numbers;
  private final StringLexer strings;
  private final NameTable names = NameTable.create();
  private final boolean typeComments;

  private final int[] indents = new int[MAX_INDENT];
  private final int[] altIndents = new int[MAX_INDENT];
  private int indent;
  private int pendingIndents;
  private boolean atLineStart = true;

  private SyntaxFault fault;
  private boolean faultIsDeferred;
  private boolean endedEarly;

  /** Whether comments and line ends that mean nothing are tokens too. */
  private boolean everything;

  /** Whether no parser reads the tokens. */
  private boolean tokensOnly;

  /** Whether the comment just read was alone in its line. */
  private boolean commentAlone;

  /** Whether warnings are passed on; the second run gives none. */
  private boolean silent;

  Lexer(Source source, boolean typeComments, SyntaxWarnings sink) {
    SyntaxWarnings warnings = (message, lineno) -> !silent && sink.warn(message, lineno);
    this.in = new LineReader(source);
    this.typeComments = typeComments;
    this.faults = new LexFaults(in);
    this.modes = new FStringModes(faults);
    this.brackets = new Brackets(in, faults);
    this.numbers = new NumberLexer(in, faults, warnings);
    this.strings = new StringLexer(in, faults, modes, warnings);
  }

  static boolean isNameStart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
  }

  static boolean isNamePart(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c >= 128;
  }

  /** The tokens are wanted for themselves; with all of them, brackets need not match. */
  void forTokens(boolean all) {
    tokensOnly = true;
    everything = all;
    if (all) {
      brackets.allowMismatch();
      numbers.allowAnyEnd();
    }
  }

  void silence() {
    silent = true;
  }

  /** Whether the source ended where more of it could have followed. */
  boolean endedEarly() {
    return endedEarly || in.atEnd || strings.endedInside();
  }

  /** Whether the fault was found by the lexer alone, whatever the parser expected. */
  boolean hasImmediateFault() {
    return fault != null && !faultIsDeferred;
  }

  boolean insideFString() {
    return modes.top != null;
  }

  boolean hasFault() {
    return fault != null;
  }

  Brackets brackets() {
    return brackets;
  }

  /** Adds one token to {@link #tokens}. */
  void fetch() throws SyntaxFault {
    if (fault != null) {
      throw fault;
    }
    try {
      if (modes.top != null && modes.top.inText) {
        fstringText();
      } else {
        normal();
      }
    } catch (SyntaxFault e) {
      fault = e;
      throw e;
    }
  }

  private void add(TokenKind kind) {
    add(kind, null, in.lineno, in.lineStart);
  }

  private void add(TokenKind kind, String name, int line, int lineStart) {
    tokens.add(kind, name, in.start, in.cur, brackets.level());
    tokens.place(line, in.start - lineStart, in.lineno, in.cur - in.lineStart);
  }

  private void addPlaceless(TokenKind kind) {
    tokens.add(kind, null, in.cur, in.cur, brackets.level());
    tokens.place(in.lineno, -1, in.lineno, -1);
  }

  private void normal() throws SyntaxFault {
    while (true) {
      in.start = -1;
      boolean blank = atLineStart && indentation();
      in.start = in.cur;
      if (pendingIndents != 0) {
        addPlaceless(pendingIndents < 0 ? TokenKind.DEDENT : TokenKind.INDENT);
        pendingIndents += pendingIndents < 0 ? 1 : -1;
        return;
      }
      in.peek();
      if (token(blank)) {
        return;
      }
    }
  }

  /** Reads the indentation of a line; whether the line is blank and counts for nothing. */
  private boolean indentation() throws SyntaxFault {
    atLineStart = false;
    int col = 0;
    int altCol = 0;
    int continued = 0;
    int c;
    while (true) {
      c = in.next();
      if (c == ' ') {
        col++;
        altCol++;
      } else if (c == '\t') {
        col = (col / TAB_SIZE + 1) * TAB_SIZE;
        altCol++;
      } else if (c == FORM_FEED) {
        col = 0;
        altCol = 0;
      } else if (c == '\\') {
        continued = continued != 0 ? continued : col;
        continuation();
      } else {
        break;
      }
    }
    in.back(c);
    if (c == '#' || c == '\n') {
      return true;
    }
    if (brackets.level() == 0) {
      boolean isContinued = continued != 0;
      applyIndent(isContinued ? continued : col, isContinued ? continued : altCol);
    }
    return false;
  }

  private void applyIndent(int col, int altCol) throws SyntaxFault {
    if (col == indents[indent]) {
      if (altCol != altIndents[indent]) {
        throw inconsistentTabs();
      }
    } else if (col > indents[indent]) {
      if (indent + 1 >= MAX_INDENT) {
        in.cur = in.lineEnd;
        throw deferred(
            lineFault(SyntaxFault.Type.INDENTATION_ERROR, "too many levels of indentation", 0));
      }
      if (altCol <= altIndents[indent]) {
        throw inconsistentTabs();
      }
      pendingIndents++;
      indents[++indent] = col;
      altIndents[indent] = altCol;
    } else {
      dedent(col, altCol);
    }
  }

  private void dedent(int col, int altCol) throws SyntaxFault {
    while (indent > 0 && col < indents[indent]) {
      pendingIndents--;
      indent--;
    }
    if (col != indents[indent]) {
      in.cur = in.lineEnd;
      throw deferred(
          faults.atCursor(
              SyntaxFault.Type.INDENTATION_ERROR,
              "unindent does not match any outer indentation level"));
    }
    if (altCol != altIndents[indent]) {
      throw inconsistentTabs();
    }
  }

  private SyntaxFault inconsistentTabs() {
    in.cur = in.lineEnd;
    return deferred(
        lineFault(
            SyntaxFault.Type.TAB_ERROR, "inconsistent use of tabs and spaces in indentation", 0));
  }

  private SyntaxFault lineFault(SyntaxFault.Type type, String message, int col) {
    return faults.at(type, message, in.lineno, col + 1, in.lineno, 0);
  }

  private SyntaxFault deferred(SyntaxFault e) {
    faultIsDeferred = true;
    return e;
  }

  /** Reads the line end after a backslash. */
  private void continuation() throws SyntaxFault {
    int c = in.next();
    if (c != '\n') {
      throw deferred(
          lineFault(
              SyntaxFault.Type.SYNTAX_ERROR,
              "unexpected character after line continuation character",
              Math.max(in.cur - in.bufferStart - 1, 0)));
    }
    c = in.next();
    if (c == LineReader.EOF) {
      in.cur = in.lineEnd;
      endedEarly = true;
      if (tokensOnly) {
        throw unexpectedEnd(in.cur - in.bufferStart);
      }
      throw deferred(
          brackets.level() > 0
              ? brackets.unclosed()
              : faults.atCursor(SyntaxFault.Type.SYNTAX_ERROR, "unexpected EOF while parsing"));
    }
    in.back(c);
  }

  /** Reads one token; false where only a blank line or a line end inside brackets was read. */
  private boolean token(boolean blank) throws SyntaxFault {
    int c = skipBlanks();
    if (c == '#') {
      c = comment(c, blank);
      if (c == COMMENT_TOKEN) {
        return true;
      }
    }
    if (c == LineReader.EOF) {
      endOfFile();
      return true;
    }
    if (isNameStart(c)) {
      name(c);
      return true;
    }
    if (c == '\n') {
      atLineStart = true;
      boolean counts = !blank && brackets.level() == 0 && !commentAlone;
      commentAlone = false;
      if (counts || everything) {
        add(counts ? TokenKind.NEWLINE : TokenKind.NL);
      }
      return counts || everything;
    }
    if (NumberLexer.isDigit(c)) {
      numbers.number(c);
      add(TokenKind.NUMBER);
      return true;
    }
    if (c == '"' || c == '\'') {
      string(c);
      return true;
    }
    operator(c);
    return true;
  }

  private int skipBlanks() throws SyntaxFault {
    while (true) {
      in.start = -1;
      int c;
      do {
        c = in.next();
      } while (c == ' ' || c == '\t' || c == FORM_FEED);
      in.start = c == LineReader.EOF ? in.cur : in.cur - 1;
      if (c != '\\') {
        return c;
      }
      continuation();
    }
  }

  private static final int COMMENT_TOKEN = -2;

  private int comment(int first, boolean blank) {
    int c = first;
    while (c != LineReader.EOF && c != '\n') {
      c = in.next();
    }
    if (!typeComments && !everything) {
      return c;
    }
    in.back(c);
    if (everything) {
      commentAlone = blank;
      add(TokenKind.COMMENT);
      return COMMENT_TOKEN;
    }
    int end = TypeComments.typeStart(in.bytes, in.start, in.cur);
    if (end < 0) {
      return in.next();
    }
    if (TypeComments.isIgnore(in.bytes, end, in.cur)) {
      typeIgnores.add(
          new TypeIgnore(in.lineno, in.source.text(TypeComments.ignoreEnd(end), in.cur)));
      return in.next();
    }
    in.start = end;
    add(TokenKind.TYPE_COMMENT);
    return COMMENT_TOKEN;
  }

  private void endOfFile() throws SyntaxFault {
    if (brackets.level() > 0) {
      throw tokensOnly ? unexpectedEnd(0) : deferred(brackets.unclosed());
    }
    addPlaceless(TokenKind.END_MARKER);
  }

  private SyntaxFault unexpectedEnd(int offset) {
    String message = "unexpected EOF in multi-line statement";
    return SyntaxFault.at(message, in.lineno, offset, in.lineno, 0);
  }

  private void name(int first) throws SyntaxFault {
    if (prefixed(first)) {
      return;
    }
    boolean ascii = true;
    byte[] bytes = in.bytes;
    int end = in.lineEnd;
    int i = in.start;
    while (i < end && isNamePart(bytes[i] & 0xff)) {
      ascii &= bytes[i] >= 0;
      i++;
    }
    in.cur = i;
    if (!ascii) {
      Identifiers.verify(in, faults);
    }
    names.lookup(bytes, in.start, in.cur);
    add(names.kind(), names.name(), in.lineno, in.lineStart);
  }

  /** Reads a string with a prefix; false where there is none, whatever was read of it. */
  private boolean prefixed(int first) throws SyntaxFault {
    boolean b = false;
    boolean r = false;
    boolean u = false;
    boolean f = false;
    int c = first;
    while (true) {
      int lower = c | 0x20;
      if (lower == 'b' && !(b || u || f)) {
        b = true;
      } else if (lower == 'u' && !(b || u || r || f)) {
        u = true;
      } else if (lower == 'r' && !(r || u)) {
        r = true;
      } else if (lower == 'f' && !(f || b || u)) {
        f = true;
      } else {
        return false;
      }
      c = in.next();
      if (c == '"' || c == '\'') {
        if (f) {
          strings.openFString(c);
          add(TokenKind.FSTRING_START);
        } else {
          string(c);
        }
        return true;
      }
    }
  }

  private void string(int quote) throws SyntaxFault {
    int line = in.lineno;
    int lineStart = in.lineStart;
    strings.string(quote);
    add(TokenKind.STRING, null, line, lineStart);
  }

  private void fstringText() throws SyntaxFault {
    in.start = in.cur;
    int line = in.lineno;
    int lineStart = in.lineStart;
    if (in.peek() == '{' && !(in.cur + 1 < in.lineEnd && in.bytes[in.cur + 1] == '{')) {
      modes.enterField();
      normal();
      return;
    }
    if (in.lineno != line) { // the peek moved on to the next line
      line = in.lineno;
      lineStart = in.lineStart;
    }
    if (strings.atClosingQuotes()) {
      modes.pop();
      add(TokenKind.FSTRING_END, null, line, lineStart);
      return;
    }
    int surplus = strings.text();
    add(TokenKind.FSTRING_MIDDLE, surplus > 0 ? "" : null, line, lineStart);
  }

  private void operator(int c) throws SyntaxFault {
    FStringModes.Mode mode = modes.top;
    if (c == ':' && mode != null && mode.inField() && mode.bracketDepth - 1 == mode.fieldDepth) {
      mode.inText = true;
      mode.inFormatSpec = true;
      add(TokenKind.COLON);
      return;
    }
    if (c == '.' && in.cur < in.lineEnd && NumberLexer.isDigit(in.bytes[in.cur])) {
      numbers.fraction(in.next());
      add(TokenKind.NUMBER);
      return;
    }
    TokenKind kind = Operators.longest(in, c);
    if (kind == null) {
      kind = bracketOrSingle(c);
    }
    add(kind);
  }

  private TokenKind bracketOrSingle(int c) throws SyntaxFault {
    switch (c) {
      case '(', '[', '{' -> {
        brackets.open((char) c);
        modes.opened();
      }
      case ')', ']', '}' -> {
        modes.beforeClose((char) c);
        brackets.close((char) c, modes);
        modes.closed((char) c);
      }
      default -> {
        if (c < ' ' || c == 0x7f) {
          throw faults.here(
              String.format(Locale.ROOT, "invalid non-printable character U+%04X", c));
        }
      }
    }
    TokenKind kind = SINGLE[c];
    return kind == null ? TokenKind.UNKNOWN : kind;
  }
}
