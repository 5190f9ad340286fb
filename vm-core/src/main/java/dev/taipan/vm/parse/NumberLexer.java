package dev.taipan.vm.parse;

/** Finds the end of a number. */
final class NumberLexer {
  private final LineReader in;
  private final LexFaults faults;
  private final SyntaxWarnings warnings;

  /** For module tokenize: a name may follow a number, and zeros may lead it. */
  private boolean lenient;

  NumberLexer(LineReader in, LexFaults faults, SyntaxWarnings warnings) {
    this.in = in;
    this.faults = faults;
    this.warnings = warnings;
  }

  void allowAnyEnd() {
    lenient = true;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Reads a number whose first byte, a digit, has been read. */
  void number(int first) throws SyntaxFault {
    if (first != '0') {
      afterInteger(decimalTail());
      return;
    }
    int c = in.next();
    switch (c) {
      case 'x', 'X' -> radix(16, "hexadecimal");
      case 'o', 'O' -> radix(8, "octal");
      case 'b', 'B' -> radix(2, "binary");
      default -> zeros(c);
    }
  }

  private void radix(int radix, String kind) throws SyntaxFault {
    int c = in.next();
    do {
      if (c == '_') {
        c = in.next();
      }
      if (Character.digit(c, radix) < 0 || c > 127) {
        throw badDigit(c, radix, kind);
      }
      do {
        c = in.next();
      } while (c >= 0 && c < 128 && Character.digit(c, radix) >= 0);
    } while (c == '_');
    if (isDigit(c)) {
      throw badDigit(c, radix, kind);
    }
    finish(c, kind);
  }

  private SyntaxFault badDigit(int c, int radix, String kind) {
    if (isDigit(c) && radix < 10) {
      return faults.here("invalid digit '" + (char) c + "' in " + kind + " literal");
    }
    in.back(c);
    return faults.here("invalid " + kind + " literal");
  }

  /** After a leading zero: more zeros, then a fraction, an exponent or an old-style octal. */
  private void zeros(int first) throws SyntaxFault {
    int c = first;
    while (true) {
      if (c == '_') {
        c = in.next();
        if (!isDigit(c)) {
          in.back(c);
          throw faults.here("invalid decimal literal");
        }
      }
      if (c != '0') {
        break;
      }
      c = in.next();
    }
    int zerosEnd = in.cur;
    boolean nonzero = isDigit(c);
    if (nonzero) {
      c = decimalTail();
    }
    if (nonzero && c != '.' && c != 'e' && c != 'E' && c != 'j' && c != 'J') {
      in.back(c);
      if (lenient) {
        return;
      }
      throw faults.range(
          "leading zeros in decimal integer literals are not permitted; "
              + "use an 0o prefix for octal integers",
          in.source.characters(in.lineStart, in.start + 1),
          in.source.characters(in.lineStart, zerosEnd));
    }
    afterInteger(c);
  }

  private void afterInteger(int first) throws SyntaxFault {
    if (first == '.') {
      fraction(in.next());
    } else {
      exponent(first);
    }
  }

  /** Reads on after the decimal point; {@code first} follows it. */
  void fraction(int first) throws SyntaxFault {
    exponent(isDigit(first) ? decimalTail() : first);
  }

  private void exponent(int first) throws SyntaxFault {
    int c = first;
    if (c == 'e' || c == 'E') {
      int e = c;
      c = in.next();
      if (c == '+' || c == '-') {
        c = in.next();
        if (!isDigit(c)) {
          in.back(c);
          throw faults.here("invalid decimal literal");
        }
      } else if (!isDigit(c)) {
        in.back(c);
        finish(e, "decimal");
        return;
      }
      c = decimalTail();
    }
    if (c == 'j' || c == 'J') {
      finish(in.next(), "imaginary");
    } else {
      finish(c, "decimal");
    }
  }

  /** Reads digits and single underscores between them; returns what follows. */
  private int decimalTail() throws SyntaxFault {
    while (true) {
      int c;
      do {
        c = in.next();
      } while (isDigit(c));
      if (c != '_') {
        return c;
      }
      c = in.next();
      if (!isDigit(c)) {
        in.back(c);
        throw faults.here("invalid decimal literal");
      }
    }
  }

  /** A number may touch a keyword that can follow it, with a warning, but no other name. */
  private void finish(int c, String kind) throws SyntaxFault {
    in.back(c);
    if (lenient) {
      return;
    }
    if (touchesKeyword(c)) {
      String message = "invalid " + kind + " literal";
      if (warnings.warn(message, in.lineno)) {
        throw faults.here(message);
      }
    } else if (c < 128 && Lexer.isNamePart(c)) {
      throw faults.here("invalid " + kind + " literal");
    }
  }

  private boolean touchesKeyword(int c) {
    return switch (c) {
      case 'a' -> ahead("and");
      case 'e' -> ahead("else");
      case 'f' -> ahead("for");
      case 'i' -> prefix("if") || prefix("in") || prefix("is");
      case 'o' -> ahead("or");
      case 'n' -> ahead("not");
      default -> false;
    };
  }

  private boolean ahead(String word) {
    int end = in.cur + word.length();
    return prefix(word) && !(end < in.lineEnd && Lexer.isNamePart(in.bytes[end] & 0xff));
  }

  private boolean prefix(String word) {
    if (in.cur + word.length() > in.lineEnd) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (in.bytes[in.cur + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
