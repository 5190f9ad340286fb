package dev.taipan.vm.ast;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Prints constants as Python's {@code repr} does. */
public final class ConstantRepr {
  /** From this decimal exponent on, and below {@link #MIN_PLAIN}, floats print with an exponent. */
  private static final int MAX_PLAIN = 16;

  private static final int MIN_PLAIN = -4;

  private ConstantRepr() {}

  /** The constant as Python prints it. */
  public static String repr(ConstantValue constant) {
    return switch (constant) {
      case ConstantValue.Singleton s -> s.repr();
      case ConstantValue.IntValue(long v) -> Long.toString(v);
      case ConstantValue.BigIntValue(BigInteger v) -> v.toString();
      case ConstantValue.FloatValue(double v) -> repr(v);
      case ConstantValue.ComplexValue c -> complex(c.real(), c.imag());
      case ConstantValue.StrValue(String v, _) -> repr(v);
      case ConstantValue.BytesValue b -> repr(b.bytes());
      case ConstantValue.TupleValue(List<ConstantValue> items) ->
          "(" + join(items) + (items.size() == 1 ? ",)" : ")");
      case ConstantValue.FrozenSetValue(List<ConstantValue> items) ->
          items.isEmpty() ? "frozenset()" : "frozenset({" + join(items) + "})";
    };
  }

  private static String join(List<ConstantValue> items) {
    StringBuilder out = new StringBuilder();
    for (ConstantValue item : items) {
      out.append(out.isEmpty() ? "" : ", ").append(repr(item));
    }
    return out.toString();
  }

  private static String complex(double real, double imag) {
    String tail = part(imag) + "j";
    if (real == 0 && 1 / real > 0) {
      return tail;
    }
    String sign = tail.startsWith("-") ? "" : "+";
    return "(" + part(real) + sign + tail + ")";
  }

  /** Complex parts drop the fraction of whole numbers. */
  private static String part(double value) {
    String text = repr(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static String repr(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal decimal = shortest(value).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= MIN_PLAIN && exponent < MAX_PLAIN) {
      String plain = decimal.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String digits = decimal.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String sign = value < 0 ? "-" : "";
    String exp =
        String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    return sign + digits.charAt(0) + fraction + exp;
  }

  /** The runtime library never prints fewer than two digits, though one may do. */
  private static BigDecimal shortest(double value) {
    BigDecimal decimal = new BigDecimal(Double.toString(value));
    BigDecimal digit = decimal.round(new MathContext(1));
    return digit.doubleValue() == value ? digit : decimal;
  }

  static String repr(byte[] bytes) {
    StringBuilder body = new StringBuilder();
    boolean single = false;
    boolean dbl = false;
    for (byte b : bytes) {
      single |= b == '\'';
      dbl |= b == '"';
    }
    char quote = single && !dbl ? '"' : '\'';
    for (byte b : bytes) {
      escape(body, b & 0xff, quote, (b & 0xff) < 0x7f);
    }
    return "b" + quote + body + quote;
  }

  /** The string literal that Python prints for a text. */
  public static String repr(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
    text.codePoints().forEach(c -> escape(out, c, quote, isPrintable(c)));
    return out.append(quote).toString();
  }

  private static void escape(StringBuilder out, int c, char quote, boolean printable) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (c >= ' ' && printable) {
          out.appendCodePoint(c);
        } else {
          out.append(hex(c));
        }
      }
    }
  }

  private static String hex(int c) {
    if (c < 0x100) {
      return String.format(Locale.ROOT, "\\x%02x", c);
    }
    return String.format(Locale.ROOT, c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
  }

  private static boolean isPrintable(int c) {
    if (c == ' ') {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
