package dev.taipan.vm.object;

/**
 * Python's character classes by code point.
 *
 * <p>The data is the JDK's. Where Python's classes are defined by properties that the JDK does not
 * give (numeric types, derived case), they are put together here from those that it does.
 */
public final class Unicode {
  private Unicode() {}

  /** The general category, as {@link Character#getType(int)} numbers it. */
  public static int type(int c) {
    return NewerCharacters.contains(c) ? Character.UNASSIGNED : Character.getType(c);
  }

  /** What {@code str.isspace} and {@code split} take as white space. */
  public static boolean isSpace(int c) {
    if (c < 0x80) {
      return c == ' ' || c >= 0x9 && c <= 0xD || c >= 0x1C && c <= 0x1F;
    }
    return switch (c) {
      case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  /** What {@code splitlines} takes as the end of a line. */
  public static boolean isLineBreak(int c) {
    return c >= 0xA && c <= 0xD
        || c >= 0x1C && c <= 0x1E
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  public static boolean isDecimal(int c) {
    return c >= '0' && c <= '9' || c >= 0x80 && type(c) == Character.DECIMAL_DIGIT_NUMBER;
  }

  /** The value of a decimal digit of any script, -1 for anything else. */
  public static int decimalValue(int c) {
    if (c < 0x80) {
      return c >= '0' && c <= '9' ? c - '0' : -1;
    }
    return isDecimal(c) ? Character.digit(c, 10) : -1;
  }

  /** Decimal digits, and those in superscripts, circles and the like. */
  public static boolean isDigit(int c) {
    return isDecimal(c) || c >= 0x80 && isOtherDigit(c);
  }

  /** The characters of numeric type Digit that are not decimal: a closed list of the standard. */
  private static boolean isOtherDigit(int c) {
    return c == 0xB2
        || c == 0xB3
        || c == 0xB9
        || c >= 0x1369 && c <= 0x1371
        || c == 0x19DA
        || c == 0x2070
        || c >= 0x2074 && c <= 0x2079
        || c >= 0x2080 && c <= 0x2089
        || c >= 0x2460 && c <= 0x2468
        || c >= 0x2474 && c <= 0x247C
        || c >= 0x2488 && c <= 0x2490
        || c == 0x24EA
        || c >= 0x24F5 && c <= 0x24FD
        || c == 0x24FF
        || c >= 0x2776 && c <= 0x277E
        || c >= 0x2780 && c <= 0x2788
        || c >= 0x278A && c <= 0x2792
        || c >= 0x10A40 && c <= 0x10A43
        || c >= 0x10E60 && c <= 0x10E68
        || c >= 0x11052 && c <= 0x1105A
        || c >= 0x1F100 && c <= 0x1F10A;
  }

  public static boolean isNumeric(int c) {
    if (c < 0x80) {
      return c >= '0' && c <= '9';
    }
    return switch (type(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> isOtherDigit(c) || isNumericIdeograph(c);
    };
  }

  /** Ideographs that the standard gives a number: a closed list. */
  private static boolean isNumericIdeograph(int c) {
    return NUMERIC_IDEOGRAPHS.indexOf(c) >= 0;
  }

  private static final String NUMERIC_IDEOGRAPHS =
      "\u3405\u3483\u382A\u3B4D\u4E00\u4E03\u4E07\u4E09\u4E24\u4E5D\u4E8C\u4E94\u4E96\u4EAC\u4EBF"
          + "\u4EC0\u4EDF\u4EE8\u4F0D\u4F70\u4FE9\u5006\u5104\u5146\u5169\u516B\u516D\u5341\u5343"
          + "\u5344\u5345\u534C\u53C1\u53C2\u53C3\u53C4\u56DB\u58F1\u58F9\u5E7A\u5EFE\u5EFF\u5F0C"
          + "\u5F0D\u5F0E\u5F10\u62D0\u62FE\u634C\u67D2\u6D1E\u6F06\u7396\u767E\u7695\u79ED\u8086"
          + "\u842C\u8CAE\u8CB3\u8D30\u920E\u94A9\u9621\u9646\u964C\u9678\uF96B\uF973\uF978\uF9B2"
          + "\uF9D1\uF9D3\uF9FD";

  public static boolean isAlpha(int c) {
    return Character.isLetter(c) && !NewerCharacters.contains(c);
  }

  public static boolean isAlnum(int c) {
    return isAlpha(c) || isNumeric(c);
  }

  public static boolean isPrintable(int c) {
    if (c < 0x7F) {
      return c >= ' ';
    }
    return switch (type(c)) {
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

  public static boolean isUpper(int c) {
    return Character.isUpperCase(c) && !NewerCharacters.contains(c);
  }

  public static boolean isLower(int c) {
    return Character.isLowerCase(c) && !NewerCharacters.contains(c);
  }

  public static boolean isTitle(int c) {
    return Character.isTitleCase(c);
  }

  /** Whether the character has a case in the sense of the standard's case algorithms. */
  public static boolean isCased(int c) {
    return isUpper(c) || isLower(c) || isTitle(c);
  }

  /** Characters that case algorithms look through (apostrophes, combining marks ...). */
  public static boolean isCaseIgnorable(int c) {
    return switch (type(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default ->
          switch (c) {
            case '\'',
                '.',
                ':',
                0xB7,
                0x387,
                0x55F,
                0x5F4,
                0x2018,
                0x2019,
                0x2024,
                0x2027,
                0xFE13,
                0xFE52,
                0xFE55,
                0xFF07,
                0xFF0E,
                0xFF1A ->
                true;
            default -> false;
          };
    };
  }

  /** {@code _} or a character that may begin a name. */
  public static boolean isIdentifierStart(int c) {
    return c == '_' || Character.isUnicodeIdentifierStart(c);
  }

  public static boolean isIdentifierPart(int c) {
    return isIdentifierStart(c)
        || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c)
        || c == 0xB7;
  }
}
