package dev.taipan.stdlib.xml;

import java.util.ArrayList;
import java.util.List;

/** What an element may contain, as {@code ElementDeclHandler} is told; numbers are expat's. */
record ContentModel(int type, int quantifier, String name, List<ContentModel> children) {
  static final int EMPTY = 1;
  static final int ANY = 2;
  static final int MIXED = 3;
  static final int NAME = 4;
  static final int CHOICE = 5;
  static final int SEQUENCE = 6;

  /** The model that a declaration's text gives; a fault if it is none. */
  static ContentModel parse(String text) throws XmlException {
    String model = text.strip();
    if (model.equals("EMPTY") || model.equals("ANY")) {
      return new ContentModel(model.equals("ANY") ? ANY : EMPTY, 0, null, List.of());
    }
    Reader reader = new Reader(model);
    ContentModel made = reader.group();
    if (reader.at != model.length()) {
      throw new XmlException(XmlFault.SYNTAX);
    }
    return made;
  }

  /** Reads a group of the model's grammar. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    private char peek() {
      while (at < text.length() && XmlChars.isSpace(text.charAt(at))) {
        at++;
      }
      return at < text.length() ? text.charAt(at) : 0;
    }

    private int quantifier() {
      int found = at < text.length() ? "?*+".indexOf(text.charAt(at)) + 1 : 0;
      at += found > 0 ? 1 : 0;
      return found;
    }

    ContentModel group() throws XmlException {
      if (peek() != '(') {
        throw new XmlException(XmlFault.SYNTAX);
      }
      at++;
      List<ContentModel> children = new ArrayList<>();
      boolean mixed = peek() == '#';
      if (mixed) {
        if (!text.startsWith("#PCDATA", at)) {
          throw new XmlException(XmlFault.SYNTAX);
        }
        at += "#PCDATA".length();
      } else {
        children.add(particle());
      }
      char separator = 0;
      while (peek() == '|' || peek() == ',') {
        if (separator != 0 && separator != peek() || mixed && peek() == ',') {
          throw new XmlException(XmlFault.SYNTAX);
        }
        separator = text.charAt(at++);
        children.add(particle());
      }
      if (peek() != ')') {
        throw new XmlException(XmlFault.SYNTAX);
      }
      at++;
      int type = mixed ? MIXED : separator == '|' ? CHOICE : SEQUENCE;
      return new ContentModel(type, quantifier(), null, List.copyOf(children));
    }

    private ContentModel particle() throws XmlException {
      if (peek() == '(') {
        return group();
      }
      int start = at;
      while (at < text.length() && XmlChars.isNamePart(text.charAt(at))) {
        at++;
      }
      String name = text.substring(start, at);
      if (!XmlChars.isName(name)) {
        throw new XmlException(XmlFault.SYNTAX);
      }
      return new ContentModel(NAME, quantifier(), name, List.of());
    }
  }
}
