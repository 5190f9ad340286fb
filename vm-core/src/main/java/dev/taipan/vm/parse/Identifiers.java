package dev.taipan.vm.parse;

import java.util.Locale;

/** Which names beyond ASCII are identifiers. */
final class Identifiers {
  private Identifiers() {}

  /**
   * Checks the name that was just read.
   *
   * <p>The reader is left behind the offending character, where the message points.
   */
  static void verify(LineReader in, LexFaults faults) throws SyntaxFault {
    String name = in.source.text(in.start, in.cur);
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      boolean valid = i == 0 ? isStart(c) : isPart(c);
      if (!valid) {
        in.cur = in.start + utf8Length(name, i) + utf8Length(c);
        throw faults.here(message(c));
      }
      i += Character.charCount(c);
    }
  }

  private static String message(int c) {
    String code = String.format(Locale.ROOT, "U+%04X", c);
    return Printable.isPrintable(c)
        ? "invalid character '" + Character.toString(c) + "' (" + code + ")"
        : "invalid non-printable character " + code;
  }

  private static int utf8Length(String text, int end) {
    int length = 0;
    for (int i = 0; i < end; ) {
      int c = text.codePointAt(i);
      length += utf8Length(c);
      i += Character.charCount(c);
    }
    return length;
  }

  private static int utf8Length(int c) {
    if (c < 0x80) {
      return 1;
    }
    if (c < 0x800) {
      return 2;
    }
    return c < 0x10000 ? 3 : 4;
  }

  /** XID_Start: the identifier starts that stay so under compatibility composition. */
  private static boolean isStart(int c) {
    return c == '_' || (Character.isUnicodeIdentifierStart(c) && !losesStart(c));
  }

  private static boolean isPart(int c) {
    return Character.isUnicodeIdentifierPart(c)
        && !Character.isIdentifierIgnorable(c)
        && !losesPart(c);
  }

  private static boolean losesStart(int c) {
    return c == 0x0e33 || c == 0x0eb3 || c == 0xff9e || c == 0xff9f || losesPart(c);
  }

  private static boolean losesPart(int c) {
    return c == 0x037a
        || c == 0x309b
        || c == 0x309c
        || (c >= 0xfc5e && c <= 0xfc63)
        || c == 0xfdfa
        || c == 0xfdfb
        || (c >= 0xfe70 && c <= 0xfe7e && (c & 1) == 0)
        || c == 0x2e2f;
  }
}
