package dev.taipan.stdlib.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * The names, literals and spaces of a declaration, in turn. Once cut, everything reads as absent.
 */
final class Words {
  private final XmlText text;
  private final List<String> pieces = new ArrayList<>();
  private int at;
  private int start;
  private boolean cut;

  Words(XmlText text, int from) {
    this.text = text;
    this.at = from;
    this.start = from;
  }

  boolean isCut() {
    return cut;
  }

  /** Where the last word begins. */
  int start() {
    return start;
  }

  int end() {
    return at;
  }

  /** The source in pieces, without the last character. */
  List<String> pieces() {
    return pieces;
  }

  /** The next character behind spaces, 0 where the text ends. */
  char peek() {
    int next = text.skipSpace(at);
    if (next > at) {
      pieces.add(text.slice(at, next));
      at = next;
    }
    start = at;
    cut |= !text.has(at);
    return cut ? 0 : text.at(at);
  }

  private String take(int end) {
    String word = text.slice(at, end);
    pieces.add(word);
    at = end;
    return word;
  }

  String name() throws XmlException {
    char c = peek();
    int end = text.nameEnd(at);
    if (cut || !text.has(end)) {
      cut = true;
      return null;
    }
    if (end == at) {
      boolean token = c == '>' || c == '[' || c == '"' || c == '\'' || c == '%';
      throw new XmlException(token ? XmlFault.SYNTAX : XmlFault.INVALID_TOKEN, at);
    }
    return take(end);
  }

  String optionalWord() throws XmlException {
    return XmlChars.isNameStart(peek()) ? name() : null;
  }

  /** A word that may begin like no name does, as the choices of an attribute may. */
  String token() {
    peek();
    int end = at;
    while (text.has(end) && XmlChars.isNamePart(text.at(end))) {
      end++;
    }
    return end == at ? null : take(end);
  }

  /** A quoted text without its quotes. */
  String literal() throws XmlException {
    char quote = peek();
    if (cut) {
      return null;
    }
    if (quote != '"' && quote != '\'') {
      throw new XmlException(XmlFault.SYNTAX, at);
    }
    int end = text.find(String.valueOf(quote), at + 1);
    if (end < 0) {
      cut = true;
      return null;
    }
    String whole = take(end + 1);
    return whole.substring(1, whole.length() - 1);
  }

  /** The character that is neither name nor literal. */
  char last() {
    char c = peek();
    at += cut ? 0 : 1;
    return c;
  }
}
