package dev.taipan.stdlib.xml;

/** Which characters may stand where. */
final class XmlChars {
  private XmlChars() {}

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /** Whether a character may stand in a document at all. */
  static boolean isAllowed(char c) {
    return c >= ' ' ? c < 0xFFFE : c == '\n' || c == '\t' || c == '\r';
  }

  static boolean isNameStart(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
    }
    return Character.isLetter(c);
  }

  static boolean isNamePart(char c) {
    if (c < 0x80) {
      return isNameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.';
    }
    if (Character.isLetterOrDigit(c) || c == 0xB7) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.MODIFIER_LETTER;
  }

  static boolean isName(String text) {
    if (text.isEmpty() || !isNameStart(text.charAt(0))) {
      return false;
    }
    return text.chars().allMatch(c -> isNamePart((char) c));
  }

  /** Whether a code point may be the target of a reference. */
  static boolean isReferable(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c < 0xD800
        || c > 0xDFFF && c < 0xFFFE
        || c > 0xFFFF && c <= 0x10FFFF;
  }

  static boolean isPublicId(char c) {
    return c == ' '
        || c == '\n'
        || c == '\r'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "-'()+,./:=?;!*#@$_%".indexOf(c) >= 0;
  }

  /** A public identifier with its spaces reduced. */
  static String normalizePublicId(String id) {
    return id.replaceAll("[ \r\n]+", " ").strip();
  }

  /** Line ends as the program sees them. */
  static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
