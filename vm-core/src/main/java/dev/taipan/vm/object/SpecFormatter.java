package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import java.util.Locale;

/** Lays values out as a {@link FormatSpec} says. Widths count code points. */
final class SpecFormatter {
  private SpecFormatter() {}

  static String string(ThreadState ts, FormatSpec spec, String value, String typeName) {
    if (spec.sign() != 0) {
      throw Errors.valueError(
          ts,
          spec.sign() == ' '
              ? "Space not allowed in string format specifier"
              : "Sign not allowed in string format specifier");
    }
    if (spec.positiveZero()) {
      throw Errors.valueError(
          ts, "Negative zero coercion (z) not allowed in string format specifier");
    }
    if (spec.alternate()) {
      throw Errors.valueError(ts, "Alternate form (#) not allowed in string format specifier");
    }
    if (spec.align() == '=') {
      throw Errors.valueError(ts, "'=' alignment not allowed in string format specifier");
    }
    if (spec.type() != 0 && spec.type() != 's') {
      throw FormatSpec.unknownType(ts, spec.type(), typeName);
    }
    String text = value;
    if (spec.precision() >= 0 && spec.precision() < text.codePointCount(0, text.length())) {
      text = text.substring(0, text.offsetByCodePoints(0, spec.precision()));
    }
    return padded(spec, text);
  }

  /** The text with padding at the sides that the alignment names. */
  private static String padded(FormatSpec spec, String text) {
    int missing = spec.width() - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    String fill = Character.toString(spec.fill());
    int left =
        switch (spec.align()) {
          case '>', '=' -> missing;
          case '^' -> missing / 2;
          default -> 0;
        };
    return fill.repeat(left) + text + fill.repeat(missing - left);
  }

  static String integer(ThreadState ts, FormatSpec spec, long value, String typeName) {
    if (FormatSpec.isFloatType(spec.type())) {
      return real(ts, spec, Numbers.intToDouble(ts, value), typeName);
    }
    if (spec.precision() >= 0) {
      throw Errors.valueError(ts, "Precision not allowed in integer format specifier");
    }
    if (spec.positiveZero()) {
      throw Errors.valueError(
          ts, "Negative zero coercion (z) not allowed in integer format specifier");
    }
    if (spec.type() == 'c') {
      return padded(spec, character(ts, spec, value));
    }
    boolean negative = Ints.signum(value) < 0;
    String text =
        switch (spec.type()) {
          case 0, 'd', 'n' -> IntText.decimal(ts, value);
          case 'b' -> IntText.prefixed(value, 2, "");
          case 'o' -> IntText.prefixed(value, 8, "");
          case 'x' -> IntText.prefixed(value, 16, "");
          case 'X' -> IntText.prefixed(value, 16, "").toUpperCase(Locale.ROOT);
          default -> throw FormatSpec.unknownType(ts, spec.type(), typeName);
        };
    boolean prefixed = spec.alternate() && spec.type() != 0 && "boxX".indexOf(spec.type()) >= 0;
    String prefix = prefixed ? "0" + (char) spec.type() : "";
    return number(spec, negative, prefix, negative ? text.substring(1) : text, "");
  }

  private static String character(ThreadState ts, FormatSpec spec, long value) {
    if (spec.sign() != 0) {
      throw Errors.valueError(ts, "Sign not allowed with integer format specifier 'c'");
    }
    if (spec.alternate()) {
      throw Errors.valueError(
          ts, "Alternate form (#) not allowed with integer format specifier 'c'");
    }
    long code = Numbers.asJavaLong(ts, value);
    if (code < 0 || code > Character.MAX_CODE_POINT) {
      throw Errors.overflowError(ts, "%%c arg not in range(0x110000)");
    }
    return Character.toString((int) code);
  }

  static String real(ThreadState ts, FormatSpec spec, double value, String typeName) {
    if (spec.type() != 0 && spec.type() != 'n' && !FormatSpec.isFloatType(spec.type())) {
      throw FormatSpec.unknownType(ts, spec.type(), typeName);
    }
    String text = digits(spec, spec.type() == '%' ? value * 100 : value, true);
    return signed(spec, text, spec.type() == '%' ? "%" : "");
  }

  /** A double in the specifier's presentation, with its own sign only. */
  private static String digits(FormatSpec spec, double value, boolean fraction) {
    int precision = spec.precision();
    char code =
        switch (spec.type()) {
          case 0 -> precision < 0 ? 'r' : 'g';
          case 'n' -> 'g';
          case '%' -> 'f';
          default -> (char) spec.type();
        };
    int places = precision < 0 ? 6 : precision;
    String text =
        DoubleText.format(value, code, places, spec.alternate(), fraction && spec.type() == 0);
    if (spec.positiveZero() && text.startsWith("-") && isZero(text)) {
      return text.substring(1);
    }
    return text;
  }

  private static boolean isZero(String text) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c != '0' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** Splits a float's text into the part that is grouped and the rest. */
  private static String signed(FormatSpec spec, String text, String suffix) {
    boolean negative = text.startsWith("-");
    String plain = negative ? text.substring(1) : text;
    int whole = 0;
    while (whole < plain.length() && plain.charAt(whole) >= '0' && plain.charAt(whole) <= '9') {
      whole++;
    }
    return number(spec, negative, "", plain.substring(0, whole), plain.substring(whole) + suffix);
  }

  /** Sign, prefix, grouped digits and rest, padded; zeros after the sign join the grouping. */
  private static String number(
      FormatSpec spec, boolean negative, String prefix, String whole, String rest) {
    String sign = negative ? "-" : spec.sign() == '+' ? "+" : spec.sign() == ' ' ? " " : "";
    String lead = sign + prefix;
    int zeros =
        spec.fill() == '0' && spec.align() == '='
            ? spec.width() - lead.length() - rest.length()
            : 0;
    String digits = spec.grouping() == 0 || whole.isEmpty() ? whole : grouped(spec, whole, zeros);
    if (spec.align() != '=') {
      return padded(spec, lead + digits + rest);
    }
    int missing = spec.width() - lead.length() - digits.length() - rest.length();
    return lead + Character.toString(spec.fill()).repeat(Math.max(0, missing)) + digits + rest;
  }

  /** Separators between groups from the right, with leading zeros up to a least width. */
  private static String grouped(FormatSpec spec, String digits, int least) {
    int size =
        switch (spec.type()) {
          case 'b', 'o', 'x', 'X' -> 4;
          default -> 3;
        };
    StringBuilder out = new StringBuilder();
    int remaining = digits.length();
    int width = least;
    while (true) {
      int group = Math.min(size, Math.max(Math.max(remaining, width), remaining > 0 ? 1 : 0));
      for (int i = 0; i < group; i++) {
        out.append(remaining > 0 ? digits.charAt(--remaining) : '0');
      }
      width -= group;
      if (remaining <= 0 && width <= 0) {
        return out.reverse().toString();
      }
      width--;
      out.append(spec.grouping());
      width = Math.max(width, remaining > 0 ? 0 : 1);
    }
  }

  static String complex(
      ThreadState ts, FormatSpec spec, double real, double imaginary, String typeName) {
    if (spec.type() == '%'
        || spec.type() != 0 && spec.type() != 'n' && !FormatSpec.isFloatType(spec.type())) {
      throw FormatSpec.unknownType(ts, spec.type(), typeName);
    }
    if (spec.fill() == '0') {
      throw Errors.valueError(ts, "Zero padding is not allowed in complex format specifier");
    }
    if (spec.align() == '=') {
      throw Errors.valueError(ts, "'=' alignment flag is not allowed in complex format specifier");
    }
    boolean plain = spec.type() == 0;
    boolean skipReal = plain && real == 0.0 && Math.copySign(1.0, real) > 0;
    String re = skipReal ? "" : signed(unpadded(spec, spec.sign()), digits(spec, real, false), "");
    char sign = skipReal ? spec.sign() : '+';
    String im = signed(unpadded(spec, sign), digits(spec, imaginary, false), "") + "j";
    return padded(spec, plain && !skipReal ? "(" + re + im + ")" : re + im);
  }

  private static FormatSpec unpadded(FormatSpec spec, char sign) {
    return new FormatSpec(
        ' ',
        '>',
        sign,
        spec.positiveZero(),
        spec.alternate(),
        -1,
        spec.grouping(),
        spec.precision(),
        spec.type());
  }
}
