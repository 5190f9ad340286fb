package dev.taipan.vm.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Source text as the lexer reads it: UTF-8, every line ended by one {@code \n}. Positions in trees
 * are counted in these bytes, so nothing has to be translated on the way.
 */
final class Source {
  private final byte[] bytes;
  private final int shownLength;

  private Source(byte[] bytes, int shownLength) {
    this.bytes = bytes;
    this.shownLength = shownLength;
  }

  /**
   * Takes UTF-8; the caller gives up ownership of the array.
   *
   * @param endLine whether a missing last line end is added
   * @param showEnd whether messages show a line end that was added
   */
  static Source ofUtf8(byte[] utf8, boolean endLine, boolean showEnd) {
    byte[] bytes = normalizeLines(utf8, endLine);
    boolean hides = endLine && !showEnd && !endsLine(utf8);
    return new Source(bytes, hides ? bytes.length - 1 : bytes.length);
  }

  private static boolean endsLine(byte[] text) {
    int last = text.length == 0 ? 0 : text[text.length - 1];
    return last == '\n' || last == '\r';
  }

  /** How much of the bytes messages show. */
  int shownLength() {
    return shownLength;
  }

  byte[] bytes() {
    return bytes;
  }

  private static byte[] normalizeLines(byte[] in, boolean endLine) {
    int first = 0;
    while (first < in.length && in[first] != '\r') {
      first++;
    }
    boolean closed = in.length > 0 && in[in.length - 1] == '\n';
    if (first == in.length && (closed || !endLine)) {
      return in;
    }
    byte[] out = Arrays.copyOf(in, in.length + 1);
    int length = first;
    for (int i = first; i < in.length; i++) {
      boolean cr = in[i] == '\r';
      if (cr && i + 1 < in.length && in[i + 1] == '\n') {
        continue;
      }
      out[length++] = cr ? (byte) '\n' : in[i];
    }
    if (endLine && (length == 0 || out[length - 1] != '\n')) {
      out[length++] = '\n';
    }
    return Arrays.copyOf(out, length);
  }

  String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** The given 1-based line without its end; empty past the last line. */
  String line(int lineno) {
    int start = 0;
    for (int line = 1; line < lineno; line++) {
      int end = lineEnd(start);
      if (end == bytes.length) {
        break;
      }
      start = end + 1;
    }
    return text(start, lineEnd(start));
  }

  /** Offset of the next line end, or the length of the source. */
  int lineEnd(int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /** The number of characters that start in the given bytes. */
  int characters(int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        count++;
      }
    }
    return count;
  }
}
