package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Arg;

/** What was meant by parameters that cannot be read; see {@link InvalidExpressions}. */
final class InvalidParameters {
  private final Parse p;
  private final ParameterParser parser;
  private final TokenKind end;

  InvalidParameters(Parse p, ParameterParser parser, TokenKind end) {
    this.p = p;
    this.parser = parser;
    this.end = end;
  }

  private enum Kind {
    PLAIN,
    DEFAULT,
    EITHER
  }

  /** Reads parameters of the kind, as many as there are. */
  private int many(Kind kind) throws SyntaxFault {
    int count = 0;
    while (one(kind) != null) {
      count++;
    }
    return count;
  }

  private Arg one(Kind kind) throws SyntaxFault {
    return p.attempt(
        () -> {
          if (!p.at(TokenKind.NAME)) {
            return null;
          }
          if (kind == Kind.PLAIN) {
            return parser.plain();
          }
          ParameterParser.Parameter parameter = parser.parameter();
          boolean fits =
              parameter != null && (kind == Kind.EITHER || parameter.defaultValue() != null);
          return fits ? parameter.arg() : null;
        });
  }

  private Boolean slash() throws SyntaxFault {
    boolean ended = p.accept(TokenKind.SLASH) && (p.accept(TokenKind.COMMA) || p.at(end));
    return ended ? Boolean.TRUE : null;
  }

  private Boolean slashPlain() throws SyntaxFault {
    return many(Kind.PLAIN) > 0 ? slash() : null;
  }

  private Boolean slashDefault() throws SyntaxFault {
    many(Kind.PLAIN);
    return many(Kind.DEFAULT) > 0 ? slash() : null;
  }

  private boolean anySlash() throws SyntaxFault {
    return p.attempt(this::slashPlain) != null || p.attempt(this::slashDefault) != null;
  }

  /** {@code invalid_parameters}. */
  void parameters() throws SyntaxFault {
    int first = p.pos;
    if (p.accept(TokenKind.SLASH) && p.accept(TokenKind.COMMA)) {
      throw p.faults.at(first, "at least one argument must precede /");
    }
    p.pos = first;
    if (anySlash()) {
      many(Kind.EITHER);
      if (p.at(TokenKind.SLASH)) {
        throw p.faults.at(p.pos, "/ may appear only once");
      }
    }
    p.pos = first;
    plainAfterDefault();
    p.pos = first;
    parenthesized();
    p.pos = first;
    slashAfterStar();
    p.pos = first;
    if (many(Kind.EITHER) > 0 && p.accept(TokenKind.SLASH) && p.at(TokenKind.STAR)) {
      throw p.faults.at(p.pos, "expected comma between / and *");
    }
    p.pos = first;
  }

  private void plainAfterDefault() throws SyntaxFault {
    p.attempt(this::slashPlain);
    many(Kind.PLAIN);
    boolean defaults = p.attempt(this::slashDefault) != null || many(Kind.DEFAULT) > 0;
    Arg plain = defaults ? one(Kind.PLAIN) : null;
    if (plain != null) {
      throw p.faults.at(
          plain.span(), "parameter without a default follows parameter with a default");
    }
  }

  private void parenthesized() throws SyntaxFault {
    many(Kind.PLAIN);
    int open = p.pos;
    if (!p.accept(TokenKind.LPAR)) {
      return;
    }
    int names = end == TokenKind.RPAR ? many(Kind.PLAIN) : bareNames();
    p.accept(TokenKind.COMMA);
    int close = p.pos;
    if (names > 0 && p.accept(TokenKind.RPAR)) {
      String what = end == TokenKind.RPAR ? "Function" : "Lambda expression";
      throw p.faults.range(open, close, what + " parameters cannot be parenthesized");
    }
  }

  private int bareNames() throws SyntaxFault {
    int count = 0;
    int mark = p.pos;
    while (p.accept(TokenKind.NAME)) {
      count++;
      mark = p.pos;
      if (!p.accept(TokenKind.COMMA)) {
        break;
      }
    }
    p.pos = mark;
    return count;
  }

  private void slashAfterStar() throws SyntaxFault {
    anySlash();
    many(Kind.EITHER);
    if (p.accept(TokenKind.STAR) && (p.accept(TokenKind.COMMA) || one(Kind.PLAIN) != null)) {
      many(Kind.EITHER);
      if (p.at(TokenKind.SLASH)) {
        throw p.faults.at(p.pos, "/ must be ahead of *");
      }
    }
  }

  /** {@code invalid_star_etc}. */
  void star() throws SyntaxFault {
    int first = p.pos++;
    boolean bare = p.at(end);
    if (p.accept(TokenKind.COMMA)) {
      bare = p.at(end) || p.at(TokenKind.DOUBLE_STAR);
      if (p.at(TokenKind.TYPE_COMMENT)) {
        throw p.faults.last("bare * has associated type comment");
      }
    }
    if (bare) {
      String message = "named arguments must follow bare *";
      p.pos++;
      throw end == TokenKind.RPAR ? p.faults.at(first, message) : p.faults.last(message);
    }
    p.pos = first + 1;
    if (parser.param(false) != null && p.at(TokenKind.EQUAL)) {
      throw p.faults.at(p.pos, "var-positional argument cannot have default value");
    }
    p.pos = first + 1;
    if (one(Kind.PLAIN) != null || p.accept(TokenKind.COMMA)) {
      many(Kind.EITHER);
      int second = p.pos;
      if (p.accept(TokenKind.STAR) && (one(Kind.PLAIN) != null || p.accept(TokenKind.COMMA))) {
        throw p.faults.at(second, "* argument may appear only once");
      }
    }
    p.pos = first;
  }

  /** {@code invalid_kwds}. */
  void doubleStar() throws SyntaxFault {
    int first = p.pos++;
    if (parser.param(false) != null) {
      if (p.at(TokenKind.EQUAL)) {
        throw p.faults.at(p.pos, "var-keyword argument cannot have default value");
      }
      if (p.accept(TokenKind.COMMA)) {
        String message = "arguments cannot follow var-keyword argument";
        int next = p.pos;
        Arg arg = parser.param(false);
        if (arg != null) {
          throw p.faults.at(arg.span(), message);
        }
        p.pos = next;
        switch (p.kind()) {
          case STAR, DOUBLE_STAR, SLASH -> throw p.faults.at(next, message);
          default -> {
            // a trailing comma is allowed
          }
        }
      }
    }
    p.pos = first;
  }

  /** {@code invalid_default}. */
  void defaultValue() throws SyntaxFault {
    TokenKind next = p.kindAhead(1);
    if (next == TokenKind.RPAR || next == TokenKind.COMMA) {
      throw p.faults.at(p.pos, "expected default value expression");
    }
  }
}
