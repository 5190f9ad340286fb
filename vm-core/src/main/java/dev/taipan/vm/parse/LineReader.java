package dev.taipan.vm.parse;

/**
 * Hands out the bytes of the source line by line and keeps the positions that messages speak of.
 *
 * <p>Invariant: {@code lineStart <= cur <= lineEnd}; {@code lineno} is the line of {@code cur}. The
 * line moves on only when a byte beyond it is asked for, because the text of a message is what has
 * been read so far.
 */
final class LineReader {
  /** Returned past the last byte. */
  static final int EOF = -1;

  final Source source;
  final byte[] bytes;

  /** The next byte. */
  int cur;

  /** Just past the end of the current line, its {@code \n} included. */
  int lineEnd;

  int lineStart;
  int lineno;

  /** Start of the line the current token starts in; the text of messages begins here. */
  int bufferStart;

  /** Start of the current token, -1 between tokens. */
  int start = -1;

  boolean atEnd;

  LineReader(Source source) {
    this.source = source;
    this.bytes = source.bytes();
  }

  int next() {
    return cur < lineEnd ? bytes[cur++] & 0xff : nextLine();
  }

  private int nextLine() {
    if (atEnd || lineEnd == bytes.length) {
      atEnd = true;
      return EOF;
    }
    if (start < 0) {
      bufferStart = cur;
    }
    lineStart = cur;
    lineno++;
    lineEnd = Math.min(source.lineEnd(cur) + 1, bytes.length);
    return bytes[cur++] & 0xff;
  }

  /** Takes back the byte read last. */
  void back(int c) {
    if (c != EOF) {
      cur--;
    }
  }

  int peek() {
    int c = next();
    back(c);
    return c;
  }
}
