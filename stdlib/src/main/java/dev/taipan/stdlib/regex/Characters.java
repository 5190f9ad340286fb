package dev.taipan.stdlib.regex;

import dev.taipan.vm.object.Unicode;
import java.util.Locale;

/**
 * Character classes and case folding as patterns ask for them. The locale is always "C": its
 * letters are ASCII's.
 */
final class Characters {
  private Characters() {}

  static int lowerAscii(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  static int upperAscii(int c) {
    return c >= 'a' && c <= 'z' ? c - 32 : c;
  }

  static int lowerUnicode(int c) {
    return c < 0x80 ? lowerAscii(c) : Character.toLowerCase(c);
  }

  /** The first character of the full mapping, as CPython has it. */
  static int upperUnicode(int c) {
    return c < 0x80 ? upperAscii(c) : Character.toString(c).toUpperCase(Locale.ROOT).codePointAt(0);
  }

  /** The character in the form that an ignore-case instruction compares. */
  static int fold(int op, int c) {
    return switch (op) {
      case Opcode.GROUPREF_UNI_IGNORE,
          Opcode.IN_UNI_IGNORE,
          Opcode.LITERAL_UNI_IGNORE,
          Opcode.NOT_LITERAL_UNI_IGNORE ->
          lowerUnicode(c);
      case Opcode.GROUPREF, Opcode.IN -> c;
      default -> lowerAscii(c);
    };
  }

  static boolean isAsciiWord(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  static boolean isUnicodeWord(int c) {
    return c < 0x80 ? isAsciiWord(c) : Unicode.isAlnum(c);
  }

  private static boolean isAsciiSpace(int c) {
    return c == ' ' || c >= 9 && c <= 13;
  }

  /** Whether the character is in the class that a CATEGORY instruction names. */
  static boolean inCategory(int category, int c) {
    return switch (category) {
      case 0 -> c >= '0' && c <= '9';
      case 1 -> !(c >= '0' && c <= '9');
      case 2 -> isAsciiSpace(c);
      case 3 -> !isAsciiSpace(c);
      case 4, 8 -> isAsciiWord(c);
      case 5, 9 -> !isAsciiWord(c);
      case 6 -> c == '\n';
      case 7 -> c != '\n';
      case 10 -> Unicode.isDecimal(c);
      case 11 -> !Unicode.isDecimal(c);
      case 12 -> Unicode.isSpace(c);
      case 13 -> !Unicode.isSpace(c);
      case 14 -> isUnicodeWord(c);
      case 15 -> !isUnicodeWord(c);
      case 16 -> Unicode.isLineBreak(c);
      case 17 -> !Unicode.isLineBreak(c);
      default -> false;
    };
  }
}
