package dev.taipan.vm.parse;

import dev.taipan.vm.ast.ConstantValue.StrValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * Decodes the text between quotes.
 *
 * <p>Positions in messages are those in the ASCII form of the text, in which a character beyond
 * ASCII takes ten places.
 */
final class StringLiterals {
  private static final int ESCAPED_WIDTH = 10;

  private final Parse p;

  StringLiterals(Parse p) {
    this.p = p;
  }

  /** The characters of a str literal; {@code token} is where warnings point. */
  StrValue str(int from, int to, boolean raw, int token) throws SyntaxFault {
    String text = p.lexer.in.source.text(from, to);
    return raw || text.indexOf('\\') < 0 ? new StrValue(text) : new Decoder(text, token).decode();
  }

  /** The bytes of a bytes literal. */
  byte[] bytes(int from, int to, boolean raw, int token) throws SyntaxFault {
    byte[] source = p.lexer.in.bytes;
    for (int i = from; i < to; i++) {
      if (source[i] < 0) {
        throw p.faults.at(token, "bytes can only contain ASCII literal characters");
      }
    }
    if (raw) {
      return Arrays.copyOfRange(source, from, to);
    }
    BytesDecoder decoder = new BytesDecoder(p, from, to);
    byte[] value = decoder.decode();
    int warning = decoder.warning();
    if (warning >= 0) {
      warn(p.lexer.in.source.text(warning, Math.min(warning + 3, to)), token);
    }
    return value;
  }

  /** The character that a one-letter escape stands for, -1 if it is none. */
  static int simple(int c) {
    return switch (c) {
      case '\\', '\'', '"' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'v' -> 0x0b;
      case 'a' -> 0x07;
      default -> -1;
    };
  }

  void warn(String escape, int token) throws SyntaxFault {
    if (p.diagnosing) {
      return; // the first run has warned
    }
    char first = escape.charAt(0);
    boolean octal = first >= '4' && first <= '7';
    String message =
        octal
            ? "invalid octal escape sequence '\\" + escape + "'"
            : "invalid escape sequence '\\" + first + "'";
    if (p.warnings.warn(message, p.tokens.line(token))) {
      throw p.faults.warned(token, message);
    }
  }

  /** Decodes one text with escapes. */
  private final class Decoder {
    private final String text;
    private final int token;
    private final StringBuilder out;
    private int at;

    /** By how much positions in the ASCII form exceed those in the text. */
    private int widened;

    private String warning;

    /** Whether two escapes made surrogates side by side. */
    private boolean apart;

    /** Whether there is a character that takes two units. */
    private boolean whole;

    Decoder(String text, int token) {
      this.text = text;
      this.token = token;
      this.out = new StringBuilder(text.length());
    }

    StrValue decode() throws SyntaxFault {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '\\') {
          escape();
        } else {
          plain(c);
        }
      }
      if (warning != null) {
        warn(warning, token);
      }
      return new StrValue(out.toString(), apart && !whole);
    }

    private void plain(char c) {
      out.append(c);
      at++;
      if (c >= 0x80) {
        whole |= Character.isSurrogate(c); // a source has them in pairs only
        widened += Character.isLowSurrogate(c) ? -1 : ESCAPED_WIDTH - 1;
      }
    }

    private void escape() throws SyntaxFault {
      int start = at++;
      if (at == text.length()) {
        throw fault(start, "\\ at end of string");
      }
      char c = text.charAt(at++);
      int simple = simple(c);
      if (simple >= 0) {
        out.append((char) simple);
        return;
      }
      switch (c) {
        case '\n' -> {
          // a line end after a backslash is no part of the text
        }
        case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
        case 'x' -> hex(start, 2, "truncated \\xXX escape");
        case 'u' -> hex(start, 4, "truncated \\uXXXX escape");
        case 'U' -> hex(start, 8, "truncated \\UXXXXXXXX escape");
        case 'N' -> named(start);
        default -> {
          warning = warning == null ? text.substring(at - 1, at) : warning;
          out.append('\\');
          at--;
        }
      }
    }

    private void octal() {
      int start = --at;
      int value = 0;
      while (at < text.length() && at - start < 3 && digit(8) >= 0) {
        value = value * 8 + digit(8);
        at++;
      }
      if (value > 0xff && warning == null) {
        warning = text.substring(start, at);
      }
      out.append((char) value);
    }

    private int digit(int radix) {
      char c = text.charAt(at);
      return c < 0x80 ? Character.digit(c, radix) : -1;
    }

    private void hex(int start, int count, String message) throws SyntaxFault {
      long value = 0;
      for (int i = 0; i < count; i++) {
        if (at == text.length() || digit(16) < 0) {
          throw fault(start, message);
        }
        value = value * 16 + digit(16);
        at++;
      }
      if (value > Character.MAX_CODE_POINT) {
        throw fault(start, "illegal Unicode character");
      }
      int length = out.length();
      out.appendCodePoint((int) value);
      whole |= value > Character.MAX_VALUE;
      apart |= length > 0 && Character.isSurrogatePair(out.charAt(length - 1), out.charAt(length));
    }

    private void named(int start) throws SyntaxFault {
      if (at == text.length() || text.charAt(at) != '{') {
        throw fault(start, "malformed \\N character escape");
      }
      int from = at + 1;
      int to = text.indexOf('}', from);
      if (to < 0) {
        at = text.length();
        throw fault(start, "malformed \\N character escape");
      }
      at = to;
      if (to == from) {
        throw fault(start, "malformed \\N character escape");
      }
      at++;
      int code = CharacterNames.codePoint(text.substring(from, to));
      if (code < 0) {
        throw fault(start, "unknown Unicode character name");
      }
      out.appendCodePoint(code);
      whole |= code > Character.MAX_VALUE;
    }

    private SyntaxFault fault(int start, String reason) {
      int first = start + widened;
      int last = at + widened - 1;
      String place =
          last > first
              ? String.format(Locale.ROOT, "bytes in position %d-%d", first, last)
              : String.format(Locale.ROOT, "byte 0x5c in position %d", first);
      return p.faults.last(
          "(unicode error) 'unicodeescape' codec can't decode " + place + ": " + reason);
    }
  }
}
