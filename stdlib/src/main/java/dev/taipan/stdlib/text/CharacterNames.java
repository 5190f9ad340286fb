package dev.taipan.stdlib.text;

import java.util.Locale;

/**
 * The names of characters. The JDK knows them, except that it names the members of large blocks by
 * their block, and control characters, which have no name.
 */
final class CharacterNames {
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

  private CharacterNames() {}

  /** The name, or null. */
  static String of(int c) {
    String category = UnicodeTable.get().property("category", c);
    if (category.startsWith("C") && !category.equals("Cf")) {
      return null; // control, surrogate, private use, unassigned
    }
    if (c >= HANGUL && c <= HANGUL_LAST) {
      return "HANGUL SYLLABLE " + syllable(c - HANGUL);
    }
    if (isTangut(c)) {
      return null; // Python 3.12 has no names for them
    }
    return isUnified(c) ? NUMBERED[0] + hex(c) : Character.getName(c);
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

  /** The character of a name, -1 if there is none. */
  static int lookup(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (!name.equals(name.strip()) || name.isEmpty()) {
      return -1;
    }
    if (upper.startsWith("HANGUL SYLLABLE ")) {
      return hangul(upper.substring(16));
    }
    for (String head : NUMBERED) {
      if (upper.startsWith(head)) {
        return number(upper, upper.substring(head.length()));
      }
    }
    int c = dev.taipan.vm.parse.CharacterNames.codePoint(name);
    boolean known = c >= 0 && !UnicodeTable.get().property("category", c).equals("Cn");
    return known ? c : -1;
  }

  private static int number(String name, String digits) {
    if (digits.length() < 4 || digits.length() > 5) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), 16) < 0) {
        return -1;
      }
    }
    int c = Integer.parseInt(digits, 16);
    return name.equals(of(c)) ? c : -1;
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
