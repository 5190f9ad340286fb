package dev.taipan.vm.object;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal text of a double, correctly rounded (ties to even), in the forms of {@code repr},
 * {@code %} and {@code format}.
 */
public final class DoubleText {
  /** From this decimal exponent on, and below {@link #MIN_PLAIN}, repr has an exponent. */
  private static final int MAX_PLAIN = 16;

  private static final int MIN_PLAIN = -4;

  /** Digits with the decimal point before the one at {@code point}: 0.d1d2d3 * 10^point. */
  private record Decimal(boolean negative, String digits, int point) {}

  private DoubleText() {}

  /** {@code repr(value)}. */
  public static String repr(double value) {
    return format(value, 'r', 0, false, true);
  }

  /** The shortest text without a fraction for whole numbers: parts of complex numbers. */
  public static String part(double value) {
    return format(value, 'r', 0, false, false);
  }

  /**
   * The text of a double in one of the forms of {@code format} and {@code %}.
   *
   * @param code one of {@code e E f F g G r}; {@code r} is the shortest text that reads back
   * @param alternate whether the point and zeros that the precision asks for stay
   * @param fraction whether a text without point or exponent gets {@code .0}
   */
  public static String format(
      double value, char code, int precision, boolean alternate, boolean fraction) {
    boolean upper = code < 'a';
    char form = Character.toLowerCase(code);
    String special = special(value);
    if (special != null) {
      return upper ? special.toUpperCase(java.util.Locale.ROOT) : special;
    }
    int asked = form == 'g' && precision == 0 ? 1 : precision;
    Decimal decimal = decimal(value, form, asked);
    String text = lay(decimal, form, asked, alternate, fraction);
    return upper ? text.replace('e', 'E') : text;
  }

  private static String special(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    return Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : null;
  }

  private static Decimal decimal(double value, char form, int precision) {
    boolean negative = value < 0 || value == 0 && 1 / value < 0;
    if (value == 0) {
      return new Decimal(negative, "0", 1);
    }
    double magnitude = Math.abs(value);
    if (form == 'r') {
      return shortest(magnitude, negative);
    }
    BigDecimal exact = new BigDecimal(magnitude);
    BigDecimal rounded =
        switch (form) {
          case 'f' ->
              exact.scale() <= precision
                  ? exact
                  : exact.setScale(precision, RoundingMode.HALF_EVEN);
          default ->
              exact.round(
                  new MathContext(form == 'e' ? precision + 1 : precision, RoundingMode.HALF_EVEN));
        };
    if (rounded.signum() == 0) {
      return new Decimal(negative, "0", 1);
    }
    String digits = rounded.unscaledValue().toString();
    int point = digits.length() - rounded.scale();
    return new Decimal(negative, withoutTrailingZeros(digits), point);
  }

  private static String withoutTrailingZeros(String digits) {
    int end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }

  /** The JDK's text is the shortest that reads back, but never has fewer than two digits. */
  private static Decimal shortest(double magnitude, boolean negative) {
    String text = Double.toString(magnitude);
    int e = text.indexOf('E');
    int exponent = e < 0 ? 0 : Integer.parseInt(text, e + 1, text.length(), 10);
    String mantissa = e < 0 ? text : text.substring(0, e);
    int dot = mantissa.indexOf('.');
    String all = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    int lead = 0;
    while (lead < all.length() - 1 && all.charAt(lead) == '0') {
      lead++;
    }
    String digits = withoutTrailingZeros(all.substring(lead));
    int point = dot - lead + exponent;
    if (digits.length() == 2) {
      BigDecimal one = new BigDecimal(magnitude).round(new MathContext(1));
      if (one.doubleValue() == magnitude) {
        String single = withoutTrailingZeros(one.unscaledValue().toString());
        return new Decimal(negative, single, one.precision() - one.scale());
      }
    }
    return new Decimal(negative, digits, point);
  }

  private static String lay(
      Decimal decimal, char form, int precision, boolean alternate, boolean fraction) {
    int point = decimal.point;
    boolean exponential =
        switch (form) {
          case 'e' -> true;
          case 'f' -> false;
          case 'g' -> point <= MIN_PLAIN || point > (fraction ? precision - 1 : precision);
          default -> point <= MIN_PLAIN || point > MAX_PLAIN;
        };
    int exponent = point - 1;
    if (exponential) {
      point = 1;
    }
    int places =
        switch (form) {
          case 'e', 'f' -> precision;
          case 'g' -> alternate ? Math.max(0, precision - point) : 0;
          default -> 0;
        };
    StringBuilder out = new StringBuilder();
    if (decimal.negative) {
      out.append('-');
    }
    appendPlain(out, decimal.digits, point, places);
    finish(out, decimal.negative ? 1 : 0, alternate, fraction && !exponential);
    if (exponential) {
      out.append('e').append(exponent < 0 ? '-' : '+');
      int size = Math.abs(exponent);
      out.append(size < 10 ? "0" : "").append(size);
    }
    return out.toString();
  }

  /** The digits with a point, followed by zeros up to {@code places} digits behind it. */
  private static void appendPlain(StringBuilder out, String digits, int point, int places) {
    int whole = Math.max(point, 0);
    if (whole == 0) {
      out.append('0');
    }
    for (int i = 0; i < whole; i++) {
      out.append(i < digits.length() ? digits.charAt(i) : '0');
    }
    out.append('.');
    int behind = 0;
    for (int i = point; i < Math.max(digits.length(), point + places); i++) {
      out.append(i >= 0 && i < digits.length() ? digits.charAt(i) : '0');
      behind++;
    }
    assert behind >= places;
  }

  private static void finish(StringBuilder out, int start, boolean alternate, boolean fraction) {
    int last = out.length() - 1;
    assert last > start;
    if (out.charAt(last) == '.') {
      if (fraction) {
        out.append('0');
      } else if (!alternate) {
        out.setLength(last);
      }
    }
  }
}
