package dev.taipan.stdlib.xml;

import java.util.Arrays;

/**
 * The text of an entity as far as it has arrived, and where the reader stands in it. Places are
 * counted forward only: {@link #locate} walks from the last place that was asked for.
 */
final class XmlText {
  /** How many bytes of the source a character was. */
  enum Width {
    UTF8,
    ONE,
    TWO
  }

  private char[] chars = new char[0];
  private int limit;
  private boolean complete;
  private Width width = Width.UTF8;

  /** The next character that is not consumed. */
  int pos;

  private int located;
  private long line = 1;
  private long column;
  private long bytes;

  /** The whole text of an internal entity. */
  static XmlText whole(String text) {
    XmlText made = new XmlText();
    made.append(text);
    made.complete();
    return made;
  }

  void setWidth(Width fresh) {
    width = fresh;
  }

  void skipBytes(int count) {
    bytes += count;
  }

  /** Adds text; everything before {@link #pos} may be forgotten. */
  void append(CharSequence more) {
    locate(pos);
    int kept = limit - pos;
    if (kept + more.length() > chars.length || pos > 0) {
      char[] fresh = new char[Math.max(kept + more.length(), kept * 2)];
      System.arraycopy(chars, pos, fresh, 0, kept);
      chars = fresh;
      limit = kept;
      located -= pos;
      pos = 0;
    }
    for (int i = 0; i < more.length(); i++) {
      chars[limit++] = more.charAt(i);
    }
  }

  void complete() {
    complete = true;
  }

  boolean isComplete() {
    return complete;
  }

  int limit() {
    return limit;
  }

  char at(int index) {
    return chars[index];
  }

  boolean has(int index) {
    return index < limit;
  }

  String slice(int from, int to) {
    return new String(chars, from, to - from);
  }

  /** Whether a word stands there: 1 yes, 0 no, -1 if more text decides. */
  int startsWith(String word, int from) {
    for (int i = 0; i < word.length(); i++) {
      if (!has(from + i)) {
        return complete ? 0 : -1;
      }
      if (chars[from + i] != word.charAt(i)) {
        return 0;
      }
    }
    return 1;
  }

  /** The index of a word, -1 if it is not there yet. */
  int find(String word, int from) {
    char first = word.charAt(0);
    for (int i = from; i + word.length() <= limit; i++) {
      if (chars[i] == first && startsWith(word, i) == 1) {
        return i;
      }
    }
    return -1;
  }

  int skipSpace(int from) {
    int i = from;
    while (i < limit && XmlChars.isSpace(chars[i])) {
      i++;
    }
    return i;
  }

  /** The end of the name that starts there; the same index if none does. */
  int nameEnd(int from) {
    if (from >= limit || !XmlChars.isNameStart(chars[from])) {
      return from;
    }
    int i = from + 1;
    while (i < limit && XmlChars.isNamePart(chars[i])) {
      i++;
    }
    return i;
  }

  void checkAllowed(int from, int to) throws XmlException {
    for (int i = from; i < to; i++) {
      if (!XmlChars.isAllowed(chars[i])) {
        throw new XmlException(XmlFault.INVALID_TOKEN, i);
      }
    }
  }

  /** Moves the counted place forward to an index. */
  void locate(int index) {
    for (; located < index; located++) {
      char c = chars[located];
      boolean half = Character.isLowSurrogate(c);
      bytes +=
          switch (width) {
            case ONE -> half ? 0 : 1;
            case TWO -> 2;
            case UTF8 -> c < 0x80 ? 1 : c < 0x800 || half || Character.isHighSurrogate(c) ? 2 : 3;
          };
      if (c == '\n' && (located == 0 || chars[located - 1] != '\r') || c == '\r') {
        line++;
        column = 0;
      } else if (c != '\n' && !half) {
        column++;
      }
    }
  }

  long line() {
    return line;
  }

  long column() {
    return column;
  }

  long bytes() {
    return bytes;
  }

  /** What was not consumed and what was, for {@code GetInputContext}. */
  String context() {
    return new String(Arrays.copyOfRange(chars, pos, limit));
  }
}
