package dev.taipan.vm.object;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;

/**
 * Ints as text, both ways. Conversions in bases that are no power of two are bounded by the
 * runtime's digit limit, since their cost is more than linear.
 */
public final class IntText {
  /** Numbers of fewer digits are never refused, whatever the limit says. */
  private static final int LIMIT_THRESHOLD = 640;

  /** Digits that surely fit a long in any base up to 36. */
  private static final int SHORT = 12;

  /** From here on a text is split in halves instead of being read digit by digit. */
  private static final int SPLIT = 400;

  private static final double LOG10_2 = Math.log10(2);

  private IntText() {}

  /** The decimal digits of an int, or ValueError beyond the limit. */
  public static String decimal(ThreadState ts, long word) {
    if (Ints.fitsLong(word)) {
      return Long.toString(Ints.toLong(word));
    }
    BigInteger value = Ints.toBig(word);
    int limit = ts.runtime().intMaxStrDigits();
    // A first test by bits spares the conversion of a number that is surely too long.
    if (limit > 0 && value.bitLength() > LIMIT_THRESHOLD * 3L) {
      if ((value.bitLength() - 1) * LOG10_2 >= limit) {
        throw tooLongToShow(ts, limit);
      }
      String text = value.toString();
      if (text.length() - (value.signum() < 0 ? 1 : 0) > limit) {
        throw tooLongToShow(ts, limit);
      }
      return text;
    }
    return value.toString();
  }

  /** The decimal digits of a small int as a str, written where they stay. */
  static long ofSmall(ThreadState ts, long word) {
    long value = Word.unboxInt(word);
    if (value >= 0 && value <= 9) {
      return Strings.fromCodePoint(ts, '0' + (int) value);
    }
    long rest = Math.abs(value);
    int length = value < 0 ? 2 : 1;
    for (long bound = 10; bound <= rest; bound *= 10) {
      length++;
    }
    long str = StrLayout.create(ts, length, 1, true);
    long chars = StrLayout.chars(str);
    Memory.putByte(chars, (byte) '-');
    for (long at = chars + length - 1; rest > 0; at--) {
      Memory.putByte(at, (byte) ('0' + rest % 10));
      rest /= 10;
    }
    Memory.storeStoreFence();
    return str;
  }

  private static RuntimeException tooLongToShow(ThreadState ts, int limit) {
    return Errors.valueError(
        ts,
        "Exceeds the limit (%d digits) for integer string conversion; use"
            + " sys.set_int_max_str_digits() to increase the limit",
        limit);
  }

  /** The digits in a base that is a power of two, with sign and prefix. */
  public static String prefixed(long word, int radix, String prefix) {
    if (Ints.fitsLong(word) && Ints.toLong(word) != Long.MIN_VALUE) {
      long value = Ints.toLong(word);
      String digits = Long.toString(Math.abs(value), radix);
      return value < 0 ? "-" + prefix + digits : prefix + digits;
    }
    BigInteger value = Ints.toBig(word);
    String digits = value.abs().toString(radix);
    return value.signum() < 0 ? "-" + prefix + digits : prefix + digits;
  }

  /**
   * {@code int(text, base)}: the int word, or ValueError that shows {@code original}. The text may
   * hold digits of any script and white space around.
   */
  public static long parse(ThreadState ts, String text, int base, long original) {
    String plain = Digits.plain(text);
    int start = plain.startsWith("-") || plain.startsWith("+") ? 1 : 0;
    boolean negative = plain.startsWith("-");
    int radix = base;
    int prefix = prefixRadix(plain, start);
    if (base == 0) {
      radix = prefix == 0 ? 10 : prefix;
    }
    boolean prefixed = prefix != 0 && prefix == radix;
    int from = prefixed ? start + 2 : start;
    String digits = Digits.withoutUnderscores(plain, from, prefixed);
    if (digits == null || digits.isEmpty() || !allDigits(digits, radix)) {
      throw invalid(ts, base, original);
    }
    if (base == 0 && !prefixed && digits.charAt(0) == '0' && !isZero(digits)) {
      throw invalid(ts, base, original);
    }
    checkLength(ts, digits, radix);
    if (digits.length() <= SHORT) {
      long value = Long.parseLong(digits, radix);
      return Ints.of(ts, negative ? -value : value);
    }
    BigInteger value = big(digits, radix);
    return Ints.of(ts, negative ? value.negate() : value);
  }

  private static boolean isZero(String digits) {
    return digits.chars().allMatch(c -> c == '0');
  }

  private static int prefixRadix(String text, int start) {
    if (text.length() < start + 2 || text.charAt(start) != '0') {
      return 0;
    }
    return switch (text.charAt(start + 1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 0;
    };
  }

  private static boolean allDigits(String digits, int radix) {
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c >= 0x80 || Character.digit(c, radix) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void checkLength(ThreadState ts, String digits, int radix) {
    int limit = ts.runtime().intMaxStrDigits();
    boolean powerOfTwo = (radix & radix - 1) == 0;
    if (!powerOfTwo && limit > 0 && digits.length() > LIMIT_THRESHOLD && digits.length() > limit) {
      throw Errors.valueError(
          ts,
          "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use"
              + " sys.set_int_max_str_digits() to increase the limit",
          limit,
          digits.length());
    }
  }

  /** A long text by halves: the cost is that of the multiplications. */
  private static BigInteger big(String digits, int radix) {
    if (digits.length() <= SPLIT) {
      return new BigInteger(digits, radix);
    }
    int low = digits.length() / 2;
    BigInteger high = big(digits.substring(0, digits.length() - low), radix);
    return high.multiply(BigInteger.valueOf(radix).pow(low))
        .add(big(digits.substring(digits.length() - low), radix));
  }

  private static RuntimeException invalid(ThreadState ts, int base, long original) {
    String shown = Representation.text(ts, original);
    if (shown.codePointCount(0, shown.length()) > 200) {
      shown = shown.substring(0, shown.offsetByCodePoints(0, 200));
    }
    return Errors.valueError(ts, "invalid literal for int() with base %d: %s", base, shown);
  }
}
