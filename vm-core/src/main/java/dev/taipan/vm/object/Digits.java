package dev.taipan.vm.object;

/** What the texts of all numbers share: digits of any script, white space around, underscores. */
final class Digits {
  private Digits() {}

  /**
   * The text without white space around, every decimal digit as an ASCII one and other white space
   * as a blank; what is not ASCII then makes the number invalid.
   */
  static String plain(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && Unicode.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Unicode.isSpace(text.charAt(end - 1))) {
      end--;
    }
    String inner = text.substring(start, end);
    if (inner.chars().allMatch(c -> c < 0x80)) {
      return inner;
    }
    StringBuilder out = new StringBuilder(inner.length());
    inner
        .codePoints()
        .forEach(
            c -> {
              int digit = Unicode.decimalValue(c);
              out.appendCodePoint(digit >= 0 ? '0' + digit : c);
            });
    return out.toString();
  }

  /**
   * The text from an index on without its underscores, null where one does not stand between
   * digits.
   *
   * @param afterPrefix whether an underscore may come first, as in {@code 0x_ff}
   */
  static String withoutUnderscores(String text, int from, boolean afterPrefix) {
    if (text.indexOf('_', from) < 0) {
      return text.substring(from);
    }
    StringBuilder out = new StringBuilder(text.length());
    boolean digitBefore = afterPrefix;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') {
        boolean digitAfter = i + 1 < text.length() && isDigit(text.charAt(i + 1));
        if (!digitBefore || !digitAfter) {
          return null;
        }
        digitBefore = false;
      } else {
        out.append(c);
        digitBefore = isDigit(c);
      }
    }
    return out.toString();
  }

  private static boolean isDigit(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  /** As above for a float's text, where only decimal digits count as neighbours. */
  static String withoutUnderscoresInFloat(String text) {
    if (text.indexOf('_') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '_') {
        out.append(c);
      } else if (!isDecimalAt(text, i - 1) || !isDecimalAt(text, i + 1)) {
        return null;
      }
    }
    return out.toString();
  }

  private static boolean isDecimalAt(String text, int index) {
    return index >= 0
        && index < text.length()
        && text.charAt(index) >= '0'
        && text.charAt(index) <= '9';
  }
}
