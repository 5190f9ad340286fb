package dev.taipan.vm.parse;

import java.util.Locale;
import java.util.Map;

/** Finds characters by name. */
public final class CharacterNames {
  private static final String CJK = "CJK UNIFIED IDEOGRAPH-";
  private static final int MAX_CJK_DIGITS = 5;

  /** Names of control characters that the runtime library spells otherwise. */
  private static final Map<String, Integer> ALIASES =
      Map.ofEntries(
          Map.entry("NULL", 0x00),
          Map.entry("ALERT", 0x07),
          Map.entry("BEL", 0x07),
          Map.entry("BACKSPACE", 0x08),
          Map.entry("TAB", 0x09),
          Map.entry("HT", 0x09),
          Map.entry("CHARACTER TABULATION", 0x09),
          Map.entry("HORIZONTAL TABULATION", 0x09),
          Map.entry("LINE FEED", 0x0a),
          Map.entry("NEW LINE", 0x0a),
          Map.entry("END OF LINE", 0x0a),
          Map.entry("LF", 0x0a),
          Map.entry("NL", 0x0a),
          Map.entry("EOL", 0x0a),
          Map.entry("VERTICAL TABULATION", 0x0b),
          Map.entry("LINE TABULATION", 0x0b),
          Map.entry("FORM FEED", 0x0c),
          Map.entry("FF", 0x0c),
          Map.entry("CARRIAGE RETURN", 0x0d),
          Map.entry("CR", 0x0d),
          Map.entry("ESCAPE", 0x1b),
          Map.entry("ESC", 0x1b),
          Map.entry("DELETE", 0x7f),
          Map.entry("DEL", 0x7f),
          Map.entry("NEXT LINE", 0x85),
          Map.entry("NEL", 0x85),
          Map.entry("NBSP", 0xa0),
          Map.entry("SHY", 0xad),
          Map.entry("ZWSP", 0x200b),
          Map.entry("ZWNJ", 0x200c),
          Map.entry("ZWJ", 0x200d),
          Map.entry("LRM", 0x200e),
          Map.entry("RLM", 0x200f),
          Map.entry("BOM", 0xfeff),
          Map.entry("BYTE ORDER MARK", 0xfeff),
          Map.entry("ZWNBSP", 0xfeff));

  private CharacterNames() {}

  /** The character of the name, -1 if there is none. */
  public static int codePoint(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    Integer alias = ALIASES.get(upper);
    if (alias != null) {
      return alias;
    }
    if (upper.startsWith(CJK)) {
      return ideograph(upper.substring(CJK.length()));
    }
    int code;
    try {
      code = Character.codePointOf(upper);
    } catch (IllegalArgumentException _) {
      return -1;
    }
    return upper.equals(Character.getName(code)) && !isMadeUp(code) ? code : -1;
  }

  private static int ideograph(String digits) {
    if (digits.length() < 4 || digits.length() > MAX_CJK_DIGITS) {
      return -1;
    }
    int code = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    String name = Character.getName(code);
    return name != null && name.startsWith("CJK UNIFIED IDEOGRAPHS") ? code : -1;
  }

  /** The library makes names of block and number for characters that have none of their own. */
  private static boolean isMadeUp(int code) {
    return switch (Character.getType(code)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE -> true;
      default ->
          Character.getName(code)
              .endsWith(" " + Integer.toHexString(code).toUpperCase(Locale.ROOT));
    };
  }
}
