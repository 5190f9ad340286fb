package dev.taipan.vm.parse;

import java.io.ByteArrayOutputStream;

/** Decodes one bytes literal with escapes. */
final class BytesDecoder {
  private static final int MAX_OCTAL_DIGITS = 3;

  private final Parse p;
  private final byte[] source;
  private final int from;
  private final int to;
  private final ByteArrayOutputStream out;
  private int at;
  private int warning = -1;

  BytesDecoder(Parse p, int from, int to) {
    this.p = p;
    this.source = p.lexer.in.bytes;
    this.from = from;
    this.to = to;
    this.at = from;
    this.out = new ByteArrayOutputStream(to - from);
  }

  byte[] decode() throws SyntaxFault {
    while (at < to) {
      int c = source[at++];
      if (c == '\\') {
        escape();
      } else {
        out.write(c);
      }
    }
    return out.toByteArray();
  }

  /** Offset of the first escape that means nothing, -1 if there is none. */
  int warning() {
    return warning;
  }

  private void escape() throws SyntaxFault {
    int c = source[at++];
    int simple = StringLiterals.simple(c);
    if (simple >= 0) {
      out.write(simple);
    } else if (c >= '0' && c <= '7') {
      octal();
    } else if (c == 'x') {
      hex();
    } else if (c != '\n') {
      warn(--at);
      out.write('\\');
    }
  }

  private void warn(int offset) {
    warning = warning < 0 ? offset : warning;
  }

  private void octal() {
    int start = --at;
    int value = 0;
    while (at < to && at - start < MAX_OCTAL_DIGITS && Character.digit(source[at], 8) >= 0) {
      value = value * 8 + Character.digit(source[at++], 8);
    }
    if (value > 0xff) {
      warn(start);
    }
    out.write(value);
  }

  private void hex() throws SyntaxFault {
    int high = at < to ? Character.digit(source[at], 16) : -1;
    int low = at + 1 < to ? Character.digit(source[at + 1], 16) : -1;
    if (high < 0 || low < 0) {
      throw p.faults.last("(value error) invalid \\x escape at position " + (at - 2 - from));
    }
    out.write(high * 16 + low);
    at += 2;
  }
}
