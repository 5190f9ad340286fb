package dev.taipan.stdlib.codec;

import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Backslash escapes of bytes, as in a bytes literal. */
final class BytesEscape {
  private BytesEscape() {}

  static byte[] encode(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length + 8);
    for (byte signed : bytes) {
      int b = signed & 0xFF;
      switch (b) {
        case '\'', '\\' -> out.append('\\').append((char) b);
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> {
          if (b < ' ' || b >= 0x7F) {
            out.append("\\x").append(Character.forDigit(b >> 4, 16));
            out.append(Character.forDigit(b & 15, 16));
          } else {
            out.append((char) b);
          }
        }
      }
    }
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] decode(ThreadState ts, byte[] in, String errors) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; ) {
      if (in[i] != '\\') {
        out.write(in[i++]);
        continue;
      }
      if (i + 1 >= in.length) {
        throw Errors.valueError(ts, "Trailing \\ in string");
      }
      i = escape(ts, in, i, errors, out);
    }
    return out.toByteArray();
  }

  /** The byte that a letter behind a backslash stands for, -1 for other characters. */
  static int simple(int c) {
    return switch (c) {
      case '\\', '\'', '"' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'v' -> 0x0B;
      case 'a' -> 0x07;
      default -> -1;
    };
  }

  private static int escape(
      ThreadState ts, byte[] in, int at, String errors, ByteArrayOutputStream out) {
    int c = in[at + 1];
    int plain = simple(c);
    if (plain >= 0) {
      out.write(plain);
      return at + 2;
    }
    if (c == '\n') {
      return at + 2;
    }
    if (c >= '0' && c <= '7') {
      int i = at + 1;
      int value = 0;
      for (; i < in.length && i < at + 4 && in[i] >= '0' && in[i] <= '7'; i++) {
        value = value * 8 + in[i] - '0';
      }
      out.write(value);
      return i;
    }
    if (c != 'x') {
      out.write('\\');
      out.write(c);
      return at + 2;
    }
    int high = at + 2 < in.length ? Character.digit(in[at + 2], 16) : -1;
    int low = at + 3 < in.length ? Character.digit(in[at + 3], 16) : -1;
    if (high >= 0 && low >= 0) {
      out.write(high << 4 | low);
      return at + 4;
    }
    switch (errors) {
      case "strict" -> throw Errors.valueError(ts, "invalid \\x escape at position %d", at);
      case "replace" -> out.write('?');
      case "ignore" -> {}
      default ->
          throw Errors.valueError(ts, "decoding error; unknown error handling code: %s", errors);
    }
    return high >= 0 ? at + 3 : at + 2;
  }
}
