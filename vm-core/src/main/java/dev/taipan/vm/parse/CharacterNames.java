package dev.taipan.vm.parse;

import java.util.Locale;
import java.util.Map;

/**
 * The names of characters. The JDK knows them, except that it names the members of large blocks by
 * their block, and control characters, which have no name.
 */
public final class CharacterNames {
  private static final String SYLLABLE = "HANGUL SYLLABLE ";
  private static final int HANGUL = 0xAC00;
  private static final int HANGUL_LAST = 0xD7A3;

  private static final String[] LEADS = "G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H".split(",", -1);

  private static final String[] VOWELS =
      "A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I".split(",", -1);

  private static final String[] TAILS =
      ",G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H".split(",", -1);

  /** Names made of a word and the number. */
  private static final String[] NUMBERED = {
    "CJK UNIFIED IDEOGRAPH-",
    "CJK COMPATIBILITY IDEOGRAPH-",
    "NUSHU CHARACTER-",
    "KHITAN SMALL SCRIPT CHARACTER-"
  };

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
    // The names that are put together are known in capitals only.
    if (name.startsWith(SYLLABLE)) {
      return hangul(name.substring(SYLLABLE.length()));
    }
    for (String head : NUMBERED) {
      if (upper.startsWith(head)) {
        return number(head.equals(NUMBERED[0]) ? name : upper, head.length());
      }
    }
    int code;
    try {
      code = Character.codePointOf(upper);
    } catch (IllegalArgumentException _) {
      return -1;
    }
    return upper.equals(of(code)) ? code : -1;
  }

  /** The name of a character, null if it has none. */
  public static String of(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
          null;
      default -> {
        if (c >= HANGUL && c <= HANGUL_LAST) {
          yield SYLLABLE + syllable(c - HANGUL);
        } else if (isTangut(c)) {
          yield null; // Python 3.12 has no names for them
        }
        yield isUnified(c) ? NUMBERED[0] + hex(c) : Character.getName(c);
      }
    };
  }

  private static String syllable(int index) {
    return LEADS[index / 588] + VOWELS[index % 588 / 28] + TAILS[index % 28];
  }

  private static boolean isUnified(int c) {
    return c >= 0x3400 && c <= 0x4DBF
        || c >= 0x4E00 && c <= 0x9FFF
        || c >= 0x20000 && c <= 0x2A6DF
        || c >= 0x2A700 && c <= 0x2EBE0
        || c >= 0x30000 && c <= 0x323AF;
  }

  private static boolean isTangut(int c) {
    return c >= 0x17000 && c <= 0x187F7 || c >= 0x18D00 && c <= 0x18D08;
  }

  private static String hex(int c) {
    return Integer.toHexString(c).toUpperCase(Locale.ROOT);
  }

  private static int number(String name, int head) {
    String digits = name.substring(head);
    if (digits.length() < 4 || digits.length() > 5) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if ("0123456789ABCDEF".indexOf(digits.charAt(i)) < 0) {
        return -1;
      }
    }
    int c = Integer.parseInt(digits, 16);
    return isUnified(c) && name.startsWith(NUMBERED[0]) || name.equals(of(c)) ? c : -1;
  }

  private static int hangul(String syllable) {
    for (int i = 0; i <= HANGUL_LAST - HANGUL; i++) {
      if (syllable.equals(syllable(i))) {
        return HANGUL + i;
      }
    }
    return -1;
  }
}
