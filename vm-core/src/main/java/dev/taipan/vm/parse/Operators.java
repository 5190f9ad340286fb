package dev.taipan.vm.parse;

/** Recognises the operators of two and three characters. */
final class Operators {
  private Operators() {}

  /** The longest operator of at least two characters that begins with {@code c}, else null. */
  static TokenKind longest(LineReader in, int c) {
    int second = in.cur < in.lineEnd ? in.bytes[in.cur] : 0;
    TokenKind two = two(c, second);
    int third = in.cur + 1 < in.lineEnd ? in.bytes[in.cur + 1] : 0;
    TokenKind three = three(c, second, third);
    if (three != null) {
      in.cur += 2;
      return three;
    }
    if (two != null) {
      in.cur++;
    }
    return two;
  }

  private static TokenKind two(int c, int second) {
    if (second == '=') {
      return withEqual(c);
    }
    if (c == second) {
      return switch (c) {
        case '*' -> TokenKind.DOUBLE_STAR;
        case '/' -> TokenKind.DOUBLE_SLASH;
        case '<' -> TokenKind.LEFT_SHIFT;
        case '>' -> TokenKind.RIGHT_SHIFT;
        default -> null;
      };
    }
    if (c == '-' && second == '>') {
      return TokenKind.R_ARROW;
    }
    return c == '<' && second == '>' ? TokenKind.NOT_EQUAL : null;
  }

  private static TokenKind withEqual(int c) {
    return switch (c) {
      case '=' -> TokenKind.EQ_EQUAL;
      case '!' -> TokenKind.NOT_EQUAL;
      case '<' -> TokenKind.LESS_EQUAL;
      case '>' -> TokenKind.GREATER_EQUAL;
      case '+' -> TokenKind.PLUS_EQUAL;
      case '-' -> TokenKind.MIN_EQUAL;
      case '*' -> TokenKind.STAR_EQUAL;
      case '/' -> TokenKind.SLASH_EQUAL;
      case '%' -> TokenKind.PERCENT_EQUAL;
      case '&' -> TokenKind.AMPER_EQUAL;
      case '|' -> TokenKind.VBAR_EQUAL;
      case '^' -> TokenKind.CIRCUMFLEX_EQUAL;
      case '@' -> TokenKind.AT_EQUAL;
      case ':' -> TokenKind.COLON_EQUAL;
      default -> null;
    };
  }

  private static TokenKind three(int c, int second, int third) {
    if (c == '.' && second == '.' && third == '.') {
      return TokenKind.ELLIPSIS;
    }
    if (third != '=' || c != second) {
      return null;
    }
    return switch (c) {
      case '*' -> TokenKind.DOUBLE_STAR_EQUAL;
      case '/' -> TokenKind.DOUBLE_SLASH_EQUAL;
      case '<' -> TokenKind.LEFT_SHIFT_EQUAL;
      case '>' -> TokenKind.RIGHT_SHIFT_EQUAL;
      default -> null;
    };
  }
}
