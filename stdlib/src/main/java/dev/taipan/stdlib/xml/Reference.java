package dev.taipan.stdlib.xml;

/**
 * A reference in text.
 *
 * @param name the entity's, null for a character
 * @param character the code point, for a character or one of the five entities that XML has itself
 * @param end the index behind it
 */
record Reference(String name, int character, int end) {
  /** The reference at an ampersand; null if more text is needed. */
  static Reference read(XmlText text, int at) throws XmlException {
    if (!text.has(at + 1)) {
      return null;
    }
    if (text.at(at + 1) == '#') {
      return number(text, at);
    }
    int end = text.nameEnd(at + 1);
    if (!text.has(end)) {
      return null;
    }
    if (end == at + 1 || text.at(end) != ';') {
      throw new XmlException(XmlFault.INVALID_TOKEN, end);
    }
    String name = text.slice(at + 1, end);
    return new Reference(name, predefined(name), end + 1);
  }

  private static Reference number(XmlText text, int at) throws XmlException {
    boolean hex = text.has(at + 2) && text.at(at + 2) == 'x';
    int start = hex ? at + 3 : at + 2;
    int value = 0;
    int i = start;
    for (; text.has(i) && text.at(i) != ';'; i++) {
      int digit = text.at(i) < 0x80 ? Character.digit(text.at(i), hex ? 16 : 10) : -1;
      if (digit < 0) {
        throw new XmlException(XmlFault.INVALID_TOKEN, i);
      }
      value = Math.min(value * (hex ? 16 : 10) + digit, 0x110000);
    }
    if (!text.has(i)) {
      return null;
    }
    if (i == start) {
      throw new XmlException(XmlFault.INVALID_TOKEN, i);
    }
    if (!XmlChars.isReferable(value)) {
      throw new XmlException(XmlFault.BAD_CHAR_REF, at);
    }
    return new Reference(null, value, i + 1);
  }

  private static int predefined(String name) {
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> -1;
    };
  }
}
