package dev.taipan.stdlib.binary;

import java.io.ByteArrayOutputStream;

/** Quoted-printable text. */
final class QuotedPrintable {
  private static final int LINE = 76;

  private final byte[] data;
  private final boolean quoteTabs;
  private final boolean text;
  private final boolean header;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int column;
  private boolean crlf;

  QuotedPrintable(byte[] data, boolean quoteTabs, boolean text, boolean header) {
    this.data = data;
    this.quoteTabs = quoteTabs;
    this.text = text;
    this.header = header;
  }

  static byte[] decode(byte[] text, boolean header) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
    int i = 0;
    while (i < text.length) {
      int c = text[i++];
      if (header && c == '_') {
        out.write(' ');
      } else if (c != '=') {
        out.write(c);
      } else if (i < text.length) {
        i = escape(text, i, out);
      }
    }
    return out.toByteArray();
  }

  /** Reads what follows an equals sign; gives where it ends. */
  private static int escape(byte[] text, int from, ByteArrayOutputStream out) {
    int i = from;
    if (text[i] == '\n' || text[i] == '\r') {
      while (i < text.length && text[i] != '\n') {
        i++;
      }
      return Math.min(i + 1, text.length);
    }
    if (text[i] == '=') {
      out.write('=');
      return i + 1;
    }
    int high = Character.digit(text[i], 16);
    int low = i + 1 < text.length ? Character.digit(text[i + 1], 16) : -1;
    if (high >= 0 && low >= 0) {
      out.write(high << 4 | low);
      return i + 2;
    }
    out.write('=');
    return i;
  }

  private int at(int index) {
    return index < data.length ? data[index] & 0xFF : -1;
  }

  private boolean mustQuote(int i) {
    int c = at(i);
    boolean last = i + 1 == data.length;
    return c > 126
        || c == '='
        || header && c == '_'
        || c == '.'
            && column == 0
            && (last || at(i + 1) == '\n' || at(i + 1) == '\r' || at(i + 1) == 0)
        || !text && (c == '\r' || c == '\n')
        || (c == '\t' || c == ' ') && last
        || c < 33 && c != '\r' && c != '\n' && c != '\t' && c != ' '
        || c < 33 && c != '\r' && c != '\n' && (quoteTabs || !quoteTabs && c != '\t' && c != ' ');
  }

  byte[] encode() {
    int newline = 0;
    while (newline < data.length && data[newline] != '\n') {
      newline++;
    }
    crlf = newline > 0 && newline < data.length && data[newline - 1] == '\r';
    int i = 0;
    while (i < data.length) {
      i = mustQuote(i) ? quoted(i) : plain(i);
    }
    return out.toByteArray();
  }

  private void softBreak(int width) {
    if (column + width >= LINE) {
      out.write('=');
      endLine();
      column = 0;
    }
  }

  private void endLine() {
    if (crlf) {
      out.write('\r');
    }
    out.write('\n');
  }

  private int quoted(int i) {
    softBreak(3);
    hex(at(i));
    column += 3;
    return i + 1;
  }

  private void hex(int c) {
    out.write('=');
    out.write(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
    out.write(Character.toUpperCase(Character.forDigit(c & 15, 16)));
  }

  private int plain(int i) {
    int c = at(i);
    boolean lineEnd = text && (c == '\n' || c == '\r' && at(i + 1) == '\n');
    if (lineEnd) {
      column = 0;
      protectBlank();
      endLine();
      return c == '\r' ? i + 2 : i + 1;
    }
    if (i + 1 < data.length && at(i + 1) != '\n') {
      softBreak(1);
    }
    column++;
    out.write(header && c == ' ' ? '_' : c);
    return i + 1;
  }

  /** A blank before a line end would get lost on the way. */
  private void protectBlank() {
    byte[] sofar = out.toByteArray();
    int last = sofar.length == 0 ? 0 : sofar[sofar.length - 1];
    if (last == ' ' || last == '\t') {
      out.reset();
      out.write(sofar, 0, sofar.length - 1);
      hex(last);
    }
  }
}
