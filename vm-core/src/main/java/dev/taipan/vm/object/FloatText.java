package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Floats read from text: decimal and hexadecimal forms. */
public final class FloatText {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "([+-]?)(?:0[xX])?([0-9a-fA-F]*)(?:\\.([0-9a-fA-F]*))?(?:[pP]([+-]?[0-9]+))?");

  /** Larger exponents cannot matter and would not fit an int. */
  private static final int MAX_EXPONENT = 1 << 28;

  private FloatText() {}

  /** {@code float(text)}, or ValueError that shows {@code original}. */
  public static double parse(ThreadState ts, String text, long original) {
    String digits = Digits.withoutUnderscoresInFloat(Digits.plain(text));
    double value = digits == null ? 0 : named(digits);
    if (value != 0) {
      return value;
    }
    if (digits == null || !DECIMAL.matcher(digits).matches()) {
      throw Errors.valueError(
          ts, "could not convert string to float: %s", Representation.text(ts, original));
    }
    return Double.parseDouble(digits);
  }

  /** Infinities and NaN by name, 0 for any other text. */
  static double named(String text) {
    int sign = text.startsWith("-") ? -1 : 1;
    String name = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return switch (name.toLowerCase(java.util.Locale.ROOT)) {
      case "inf", "infinity" -> sign * Double.POSITIVE_INFINITY;
      case "nan" -> Math.copySign(Double.NaN, sign);
      default -> 0;
    };
  }

  /** Reads a double at the start of a text, for complex numbers; 0 length means there is none. */
  static int prefixLength(String text, int from) {
    Matcher m = DECIMAL_PREFIX.matcher(text).region(from, text.length());
    return m.lookingAt() ? m.end() - from : 0;
  }

  private static final Pattern DECIMAL_PREFIX =
      Pattern.compile(
          "[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?" + "|(?i:infinity|inf|nan))");

  static double parsePlain(String text) {
    double value = named(text);
    return value != 0 ? value : Double.parseDouble(text);
  }

  /** {@code float.hex}. */
  public static String hex(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return DoubleText.repr(value);
    }
    long bits = Double.doubleToRawLongBits(value);
    String sign = bits < 0 ? "-" : "";
    long fraction = bits & (1L << 52) - 1;
    int exponent = (int) (bits >>> 52) & 0x7FF;
    if (exponent == 0 && fraction == 0) {
      return sign + "0x0.0p+0";
    }
    int power = exponent == 0 ? -1022 : exponent - 1023;
    return "%s0x%d.%013xp%+d".formatted(sign, exponent == 0 ? 0 : 1, fraction, power);
  }

  /** {@code float.fromhex}. */
  public static double fromHex(ThreadState ts, String text) {
    String plain = strip(text);
    double value = named(plain);
    if (value != 0) {
      return value;
    }
    Matcher m = HEXADECIMAL.matcher(plain);
    String whole = m.matches() ? m.group(2) : "";
    String fraction = m.matches() && m.group(3) != null ? m.group(3) : "";
    if (!m.matches() || whole.isEmpty() && fraction.isEmpty()) {
      throw Errors.valueError(ts, "invalid hexadecimal floating-point string");
    }
    BigInteger digits = new BigInteger(whole + fraction, 16);
    double magnitude = scaled(ts, digits, exponent(m.group(4)) - 4L * fraction.length());
    return m.group(1).equals("-") ? -magnitude : magnitude;
  }

  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) < 0x80 && Unicode.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && text.charAt(end - 1) < 0x80 && Unicode.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static long exponent(String text) {
    if (text == null) {
      return 0;
    }
    BigInteger value = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
    return value.bitLength() > 28 ? value.signum() * (long) MAX_EXPONENT : value.longValueExact();
  }

  private static double scaled(ThreadState ts, BigInteger digits, long exponent) {
    if (digits.signum() == 0) {
      return 0.0;
    }
    long top = digits.bitLength() + exponent;
    if (top > 1025) {
      throw tooLarge(ts);
    }
    if (top < -1080) {
      return 0.0;
    }
    double value =
        exponent >= 0
            ? digits.shiftLeft((int) exponent).doubleValue()
            : BigRatio.toDouble(ts, digits, BigInteger.ONE.shiftLeft((int) -exponent));
    if (Double.isInfinite(value)) {
      throw tooLarge(ts);
    }
    return value;
  }

  private static RuntimeException tooLarge(ThreadState ts) {
    return Errors.overflowError(ts, "hexadecimal value too large to represent as a float");
  }
}
