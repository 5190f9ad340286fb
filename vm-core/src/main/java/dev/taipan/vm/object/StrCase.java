package dev.taipan.vm.object;

import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Case conversions and the questions about a str's characters. */
public final class StrCase {
  private static final int FINAL_SIGMA = 0x3C2;
  private static final int SIGMA = 0x3C3;
  private static final int CAPITAL_SIGMA = 0x3A3;

  /** One in each byte of a word. */
  private static final long EACH_BYTE = 0x0101_0101_0101_0101L;

  private StrCase() {}

  /** What a conversion does with the character at an index. */
  @FunctionalInterface
  private interface Mapping {
    String apply(int[] text, int index);
  }

  private static long map(ThreadState ts, long self, Mapping mapping) {
    int[] text = points(self);
    StringBuilder out = new StringBuilder(text.length);
    for (int i = 0; i < text.length; i++) {
      out.append(mapping.apply(text, i));
    }
    return Strs.of(ts, out.toString());
  }

  private static int[] points(long self) {
    int[] text = new int[StrLayout.length(self)];
    StrFind.copy(self, 0, text.length, text, 0);
    return text;
  }

  private static String upperOf(int c) {
    return known(c, Character.toString(c).toUpperCase(Locale.ROOT));
  }

  /** The mapping of a character, unless it leads to one that Python does not know yet. */
  private static String known(int c, String mapped) {
    boolean newer = NewerCharacters.contains(c) || NewerCharacters.contains(mapped.codePointAt(0));
    return newer ? Character.toString(c) : mapped;
  }

  private static String lowerOf(int[] text, int i) {
    return text[i] == CAPITAL_SIGMA
        ? Character.toString(isFinal(text, i) ? FINAL_SIGMA : SIGMA)
        : known(text[i], Character.toString(text[i]).toLowerCase(Locale.ROOT));
  }

  /** Whether a sigma ends a word: a cased letter before it and none behind. */
  private static boolean isFinal(int[] text, int at) {
    int before = at - 1;
    while (before >= 0 && Unicode.isCaseIgnorable(text[before])) {
      before--;
    }
    if (before < 0 || !Unicode.isCased(text[before])) {
      return false;
    }
    int after = at + 1;
    while (after < text.length && Unicode.isCaseIgnorable(text[after])) {
      after++;
    }
    return after == text.length || !Unicode.isCased(text[after]);
  }

  private static String titleOf(int c) {
    int title = Character.toTitleCase(c);
    String upper = upperOf(c);
    if (upper.codePointCount(0, upper.length()) == 1) {
      return known(c, Character.toString(title));
    }
    // A letter that becomes several: only the first one is a capital.
    int first = upper.codePointAt(0);
    String rest = upper.substring(Character.charCount(first));
    return title != c
        ? Character.toString(title)
        : Character.toString(Character.toTitleCase(first)) + rest.toLowerCase(Locale.ROOT);
  }

  public static long upper(ThreadState ts, long self) {
    if (StrLayout.isAscii(self)) {
      return ascii(ts, self, 'a', 'z');
    }
    return map(ts, self, (text, i) -> upperOf(text[i]));
  }

  public static long lower(ThreadState ts, long self) {
    if (StrLayout.isAscii(self)) {
      return ascii(ts, self, 'A', 'Z');
    }
    return map(ts, self, StrCase::lowerOf);
  }

  /** Flips the case of the letters in a range of an ASCII str, eight at a time. */
  private static long ascii(ThreadState ts, long self, int first, int last) {
    int length = StrLayout.length(self);
    long flipped = StrLayout.create(ts, length, 1, true);
    long from = StrLayout.chars(self);
    long to = StrLayout.chars(flipped);
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      Memory.putLong(to + i, flip(Memory.getLong(from + i), first, last));
    }
    for (; i < length; i++) {
      Memory.putByte(to + i, (byte) flip(Memory.getByte(from + i), first, last));
    }
    Memory.storeStoreFence();
    return flipped;
  }

  /** No byte is above 127, so that no sum runs over into the next one. */
  private static long flip(long bytes, int first, int last) {
    long reached = bytes + EACH_BYTE * (0x80 - first);
    long passed = bytes + EACH_BYTE * (0x7F - last);
    return bytes ^ ((reached & ~passed & EACH_BYTE << 7) >>> 2);
  }

  public static long swapCase(ThreadState ts, long self) {
    return map(
        ts,
        self,
        (text, i) ->
            Unicode.isUpper(text[i])
                ? lowerOf(text, i)
                : Unicode.isLower(text[i]) ? upperOf(text[i]) : Character.toString(text[i]));
  }

  public static long title(ThreadState ts, long self) {
    return map(
        ts,
        self,
        (text, i) -> i > 0 && Unicode.isCased(text[i - 1]) ? lowerOf(text, i) : titleOf(text[i]));
  }

  public static long capitalize(ThreadState ts, long self) {
    return map(ts, self, (text, i) -> i == 0 ? titleOf(text[0]) : lowerOf(text, i));
  }

  /** Full case folding: the lower case of the upper case covers all but a few characters. */
  public static long casefold(ThreadState ts, long self) {
    if (StrLayout.isAscii(self)) {
      return lower(ts, self);
    }
    return map(ts, self, (text, i) -> foldOf(text[i]));
  }

  private static String foldOf(int c) {
    if (c >= 0x13A0 && c <= 0x13F5) {
      return Character.toString(c);
    }
    if (c >= 0x13F8 && c <= 0x13FD) {
      return Character.toString(c - 8);
    }
    if (c >= 0xAB70 && c <= 0xABBF) {
      return Character.toString(c - 0xAB70 + 0x13A0);
    }
    return switch (c) {
      case 0x130 -> "i\u0307";
      case 0x131 -> "\u0131";
      case 0x1E9E -> "ss";
      default -> fold(upperOf(c));
    };
  }

  private static String fold(String upper) {
    StringBuilder out = new StringBuilder();
    upper.codePoints().forEach(u -> out.appendCodePoint(Character.toLowerCase(u)));
    return out.toString();
  }

  // ---- questions

  /** Whether there are characters and all have a property. */
  public static boolean all(long self, IntPredicate property) {
    int length = StrLayout.length(self);
    for (int i = 0; i < length; i++) {
      if (!property.test(StrLayout.charAt(self, i))) {
        return false;
      }
    }
    return length > 0;
  }

  public static boolean isIdentifier(long self) {
    return StrLayout.length(self) > 0
        && Unicode.isIdentifierStart(StrLayout.charAt(self, 0))
        && all(self, Unicode::isIdentifierPart);
  }

  /** Whether all cased characters are of one case, and there are some. */
  public static boolean isCase(long self, IntPredicate wanted, IntPredicate unwanted) {
    boolean found = false;
    for (int i = 0; i < StrLayout.length(self); i++) {
      int c = StrLayout.charAt(self, i);
      if (unwanted.test(c) || Unicode.isTitle(c)) {
        return false;
      }
      found |= wanted.test(c);
    }
    return found;
  }

  public static boolean isTitle(long self) {
    boolean found = false;
    boolean cased = false;
    for (int i = 0; i < StrLayout.length(self); i++) {
      int c = StrLayout.charAt(self, i);
      boolean capital = Unicode.isUpper(c) || Unicode.isTitle(c);
      if (capital ? cased : Unicode.isLower(c) && !cased) {
        return false;
      }
      cased = capital || Unicode.isLower(c);
      found |= cased;
    }
    return found;
  }
}
