package dev.taipan.vm.parse;

import dev.taipan.vm.ast.ConstantValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The values of number tokens. */
final class NumberLiterals {
  /** Longest decimal literal that is converted; conversion takes quadratic time. */
  private static final int SAFE_LONG_DIGITS = 18;

  private NumberLiterals() {}

  static ConstantValue value(Parse p, int token) throws SyntaxFault {
    byte[] bytes = p.lexer.in.bytes;
    int start = p.tokens.start(token);
    int end = p.tokens.end(token);
    if (end - start <= SAFE_LONG_DIGITS) {
      long value = smallDecimal(bytes, start, end);
      if (value >= 0) {
        return new ConstantValue.IntValue(value);
      }
    }
    String written = new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    String text = written.replace("_", "");
    if (text.length() != written.length()) {
      p.since(6, "Underscores in numeric literals are");
    }
    int radix = radix(text);
    if (radix != 10) {
      return ConstantValue.ofInt(new BigInteger(text.substring(2), radix));
    }
    char last = text.charAt(text.length() - 1);
    if (last == 'j' || last == 'J') {
      String real = text.substring(0, text.length() - 1);
      return new ConstantValue.ComplexValue(0, Double.parseDouble(real));
    }
    if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      return new ConstantValue.FloatValue(Double.parseDouble(text));
    }
    int limit = p.limits.digits();
    if (limit > 0 && text.length() > limit) {
      throw tooLong(p, token, text.length());
    }
    return ConstantValue.ofInt(new BigInteger(text));
  }

  private static SyntaxFault tooLong(Parse p, int token, int digits) {
    return p.faults.at(
        p.tokens.line(token),
        -1,
        p.tokens.endLine(token),
        -1,
        "Exceeds the limit ("
            + p.limits.digits()
            + " digits) for integer string conversion: value has "
            + digits
            + " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
            + "hexadecimal for huge integer literals to avoid decimal conversion limits.");
  }

  /** The value of a literal of decimal digits only, -1 for any other. */
  private static long smallDecimal(byte[] bytes, int start, int end) {
    long value = 0;
    for (int i = start; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int radix(String text) {
    if (text.length() < 2 || text.charAt(0) != '0') {
      return 10;
    }
    return switch (text.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }
}
