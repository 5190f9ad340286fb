package dev.taipan.vm.object;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.object.TextCodecs.Codec;
import dev.taipan.vm.thread.ThreadState;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** One run of a decoder over some bytes; faults go through the error handler with their range. */
final class TextDecoder {
  private final ThreadState ts;
  private final byte[] bytes;
  private final Codec codec;
  private final Charset charset;
  private final String errors;
  private int[] points;
  private int length;

  TextDecoder(ThreadState ts, byte[] bytes, Codec codec, Charset charset, String errors) {
    this.ts = ts;
    this.bytes = bytes;
    this.codec = codec;
    this.charset = charset;
    this.errors = errors;
    this.points = new int[bytes.length + 8];
  }

  long run() {
    switch (codec) {
      case UTF_8 -> utf8(0);
      case UTF_8_SIG -> utf8(startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0);
      case ASCII -> ascii();
      case UTF_16 -> {
        boolean big = startsWith(0xFE, 0xFF);
        utf16(big || startsWith(0xFF, 0xFE) ? 2 : 0, big);
      }
      case UTF_16_LE -> utf16(0, false);
      case UTF_16_BE -> utf16(0, true);
      case UTF_32 -> {
        boolean big = startsWith(0, 0, 0xFE, 0xFF);
        utf32(big || startsWith(0xFF, 0xFE, 0, 0) ? 4 : 0, big);
      }
      case UTF_32_LE -> utf32(0, false);
      case UTF_32_BE -> utf32(0, true);
      case LATIN_1, OTHER -> byCharset();
    }
    return Strings.fromCodePoints(ts, points, length);
  }

  private boolean startsWith(int... lead) {
    if (bytes.length < lead.length) {
      return false;
    }
    for (int i = 0; i < lead.length; i++) {
      if ((bytes[i] & 0xFF) != lead[i]) {
        return false;
      }
    }
    return true;
  }

  private void add(int c) {
    if (length == points.length) {
      points = Arrays.copyOf(points, length * 2 + 8);
    }
    points[length++] = c;
  }

  private int at(int index) {
    return index < bytes.length ? bytes[index] & 0xFF : -1;
  }

  private void ascii() {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0) {
        add(bytes[i]);
      } else {
        fault(i, i + 1, "ordinal not in range(128)");
      }
    }
  }

  private void utf8(int start) {
    for (int i = start; i < bytes.length; ) {
      int lead = at(i);
      if (lead < 0x80) {
        add(lead);
        i++;
      } else if (lead < 0xC2 || lead > 0xF4) {
        i = fault(i, i + 1, "invalid start byte");
      } else {
        i = sequence(i, lead);
      }
    }
  }

  private int sequence(int start, int lead) {
    int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    int c = lead & (0x3F >> more);
    for (int k = 1; k <= more; k++) {
      int next = at(start + k);
      if (next < 0) {
        return surrogatePass(start, bytes.length, "unexpected end of data");
      }
      if (!continues(lead, k, next)) {
        return surrogatePass(start, start + k, "invalid continuation byte");
      }
      c = c << 6 | next & 0x3F;
    }
    add(c);
    return start + more + 1;
  }

  /**
   * Whether a byte may stand at the k-th place: no overlong forms, surrogates or numbers beyond.
   */
  private static boolean continues(int lead, int k, int next) {
    int low = 0x80;
    int high = 0xBF;
    if (k == 1) {
      switch (lead) {
        case 0xE0 -> low = 0xA0;
        case 0xED -> high = 0x9F;
        case 0xF0 -> low = 0x90;
        case 0xF4 -> high = 0x8F;
        default -> {}
      }
    }
    return next >= low && next <= high;
  }

  private int surrogatePass(int start, int end, String reason) {
    boolean surrogate =
        at(start) == 0xED && (at(start + 1) & 0xE0) == 0xA0 && (at(start + 2) & 0xC0) == 0x80;
    if (errors.equals("surrogatepass") && surrogate && at(start + 2) >= 0) {
      add(0xD000 | (at(start + 1) & 0x3F) << 6 | at(start + 2) & 0x3F);
      return start + 3;
    }
    return fault(start, end, reason);
  }

  private int unit(int index, int size, boolean big) {
    int value = 0;
    for (int i = 0; i < size; i++) {
      value |= at(index + (big ? size - 1 - i : i)) << 8 * i;
    }
    return value;
  }

  private void utf16(int start, boolean big) {
    for (int i = start; i < bytes.length; ) {
      if (i + 2 > bytes.length) {
        i = fault(i, bytes.length, "truncated data");
        continue;
      }
      int c = unit(i, 2, big);
      if (c < 0xD800 || c > 0xDFFF) {
        add(c);
        i += 2;
      } else {
        i = surrogate(i, c, big);
      }
    }
  }

  private int surrogate(int i, int c, boolean big) {
    boolean pass = errors.equals("surrogatepass");
    if (c < 0xDC00) {
      if (i + 4 > bytes.length) {
        if (pass && i + 2 == bytes.length) {
          add(c);
          return i + 2;
        }
        return fault(i, bytes.length, "unexpected end of data");
      }
      int low = unit(i + 2, 2, big);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        add(Character.toCodePoint((char) c, (char) low));
        return i + 4;
      }
    }
    if (pass) {
      add(c);
      return i + 2;
    }
    return fault(i, i + 2, c < 0xDC00 ? "illegal UTF-16 surrogate" : "illegal encoding");
  }

  private void utf32(int start, boolean big) {
    for (int i = start; i < bytes.length; ) {
      if (i + 4 > bytes.length) {
        i = fault(i, bytes.length, "truncated data");
        continue;
      }
      int c = unit(i, 4, big);
      boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
      if (c < 0 || c > Character.MAX_CODE_POINT) {
        i = fault(i, i + 4, "code point not in range(0x110000)");
      } else if (surrogate && !errors.equals("surrogatepass")) {
        i = fault(i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)");
      } else {
        add(c);
        i += 4;
      }
    }
  }

  private void byCharset() {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length * 2 + 16);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      out.flip();
      out.codePoints().forEach(this::add);
      out.clear();
      if (result.isUnderflow()) {
        return;
      }
      if (result.isError()) {
        int start = in.position();
        fault(start, start + result.length(), "character maps to <undefined>");
        in.position(start + result.length());
        decoder.reset();
      }
    }
  }

  /** The name that errors give: that of the byte order for forms that have one. */
  private String shown() {
    return switch (codec) {
      case UTF_16 -> startsWith(0xFE, 0xFF) ? "utf-16-be" : "utf-16-le";
      case UTF_32 -> startsWith(0, 0, 0xFE, 0xFF) ? "utf-32-be" : "utf-32-le";
      default -> codec.shown;
    };
  }

  /** Lets the handler stand in for a range of bytes; gives where decoding goes on. */
  private int fault(int start, int end, String reason) {
    switch (errors) {
      case "ignore" -> {}
      case "replace" -> add(0xFFFD);
      case "backslashreplace" -> {
        for (int i = start; i < end; i++) {
          StringBuilder text = new StringBuilder();
          StrOps.hex(text, at(i));
          text.chars().forEach(this::add);
        }
      }
      case "surrogateescape" -> {
        for (int i = start; i < end; i++) {
          if (at(i) < 0x80) {
            if (i == start) {
              throw CodecErrors.decodeError(ts, shown(), bytes, start, end, reason);
            }
            return i;
          }
          add(0xDC00 + at(i));
        }
      }
      case "strict", "surrogatepass" ->
          throw CodecErrors.decodeError(ts, shown(), bytes, start, end, reason);
      default -> {
        if (!CodecErrors.isKnown(errors)) {
          throw CodecErrors.unknownHandler(ts, errors);
        }
        throw Errors.typeError(ts, "don't know how to handle UnicodeDecodeError in error callback");
      }
    }
    return end;
  }
}
