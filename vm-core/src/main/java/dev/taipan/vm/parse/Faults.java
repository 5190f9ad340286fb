package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Span;

/** Makes the faults the parser finds. */
final class Faults {
  private final Parse p;

  Faults(Parse p) {
    this.p = p;
  }

  /** A fault at the last token read so far, however far ahead that was. */
  SyntaxFault last(String message) {
    return token(SyntaxFault.Type.SYNTAX_ERROR, p.tokens.size() - 1, message);
  }

  /** A fault at the next token. */
  SyntaxFault next(String message) {
    return token(SyntaxFault.Type.SYNTAX_ERROR, p.pos, message);
  }

  SyntaxFault indentation(String message) {
    return token(SyntaxFault.Type.INDENTATION_ERROR, p.tokens.size() - 1, message);
  }

  private SyntaxFault token(SyntaxFault.Type type, int token, String message) {
    Tokens t = p.tokens;
    LineReader in = p.lexer.in;
    int col = t.col(token) < 0 ? in.cur - in.lineStart : t.col(token) + 1;
    int endCol = t.endCol(token) < 0 ? -1 : t.endCol(token) + 1;
    return p.lexer.faults.at(type, message, t.line(token), col, t.endLine(token), endCol);
  }

  SyntaxFault at(Span where, String message) {
    return range(where, where, message);
  }

  SyntaxFault at(int token, String message) {
    return at(p.span(token), message);
  }

  SyntaxFault range(Span first, Span last, String message) {
    return at(first.lineno(), first.colOffset(), last.endLineno(), last.endColOffset(), message);
  }

  SyntaxFault range(int first, int last, String message) {
    return range(p.span(first), p.span(last), message);
  }

  SyntaxFault at(int line, int col, int endLine, int endCol, String message) {
    return p.lexer.faults.at(
        SyntaxFault.Type.SYNTAX_ERROR, message, line, col + 1, endLine, endCol + 1);
  }

  /** A fault from the given place to where the lexer stands. */
  SyntaxFault from(Span first, String message) {
    LineReader in = p.lexer.in;
    return p.lexer.faults.at(
        SyntaxFault.Type.SYNTAX_ERROR,
        message,
        first.lineno(),
        first.colOffset() + 1,
        in.lineno,
        in.cur - in.lineStart);
  }

  /**
   * The given fault, unless the rest of the source holds one that explains it better: a fault of
   * the lexer's own, or a bracket that was opened on a line above and never closed.
   */
  SyntaxFault orLexical(SyntaxFault fault) {
    Lexer lexer = p.lexer;
    int line = p.tokens.line(p.tokens.size() - 1);
    try {
      while (p.tokens.kind(p.tokens.size() - 1) != TokenKind.END_MARKER) {
        lexer.fetch();
      }
    } catch (SyntaxFault e) {
      // What follows in an f-string would only say that the string does not end well.
      if (lexer.insideFString()) {
        return fault;
      }
      if (lexer.hasImmediateFault()) {
        return e;
      }
      if (lexer.brackets().level() > 0 && line > lexer.brackets().line()) {
        return lexer.brackets().unclosed();
      }
    }
    return fault;
  }

  SyntaxFault incomplete() {
    return token(
        SyntaxFault.Type.INCOMPLETE_INPUT, Math.max(p.tokens.size() - 1, 0), "incomplete input");
  }

  /** A warning that is to be a fault, at the token it is about. */
  SyntaxFault warned(int token, String message) {
    return token(SyntaxFault.Type.SYNTAX_ERROR, token, message);
  }

  SyntaxFault tooDeep() {
    return new SyntaxFault(SyntaxFault.Type.MEMORY_ERROR, "", -1, -1, -1, -1, null);
  }
}
