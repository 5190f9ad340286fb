package dev.taipan.vm.object;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Encoding and decoding text: choosing the codec by name, and the encoders. */
public final class TextCodecs {
  /** The codecs written here; OTHER is one of {@code java.nio.charset}. */
  enum Codec {
    UTF_8("utf-8"),
    UTF_8_SIG("utf-8"),
    ASCII("ascii"),
    LATIN_1("latin-1"),
    UTF_16("utf-16"),
    UTF_16_LE("utf-16-le"),
    UTF_16_BE("utf-16-be"),
    UTF_32("utf-32"),
    UTF_32_LE("utf-32-le"),
    UTF_32_BE("utf-32-be"),
    OTHER("charmap");

    /** The name that errors give. */
    final String shown;

    Codec(String shown) {
      this.shown = shown;
    }
  }

  private TextCodecs() {}

  private static Codec named(String encoding) {
    return switch (encoding.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-')) {
      case "utf-8", "utf8", "u8", "utf", "cp65001" -> Codec.UTF_8;
      case "utf-8-sig", "utf8-sig" -> Codec.UTF_8_SIG;
      case "ascii", "us-ascii", "646", "ansi-x3.4-1968" -> Codec.ASCII;
      case "latin-1",
          "latin1",
          "iso-8859-1",
          "iso8859-1",
          "8859",
          "cp819",
          "l1",
          "latin",
          "iso-ir-100" ->
          Codec.LATIN_1;
      case "utf-16", "utf16", "u16" -> Codec.UTF_16;
      case "utf-16-le", "utf-16le", "utf16-le" -> Codec.UTF_16_LE;
      case "utf-16-be", "utf-16be", "utf16-be" -> Codec.UTF_16_BE;
      case "utf-32", "utf32", "u32" -> Codec.UTF_32;
      case "utf-32-le", "utf-32le", "utf32-le" -> Codec.UTF_32_LE;
      case "utf-32-be", "utf-32be", "utf32-be" -> Codec.UTF_32_BE;
      default -> Codec.OTHER;
    };
  }

  private static Charset charset(ThreadState ts, String encoding) {
    try {
      return Charset.forName(encoding.replace(' ', '-'));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return dashed(ts, encoding);
    }
  }

  private static Charset dashed(ThreadState ts, String encoding) {
    String other = encoding.replace('_', '-');
    if (!other.equals(encoding) || encoding.startsWith("mac")) {
      return charset(ts, encoding.startsWith("mac") ? "x-" + other.replace("mac-", "Mac") : other);
    }
    throw Errors.raise(ts, Exc.LookupError, "unknown encoding: %s", encoding);
  }

  /** {@code str.encode}. */
  public static byte[] encode(ThreadState ts, long str, String encoding, String errors) {
    Codec codec = named(encoding);
    if (StrLayout.isAscii(str) && codec.ordinal() <= Codec.LATIN_1.ordinal()) {
      return ascii(str, codec == Codec.UTF_8_SIG);
    }
    Charset charset = codec == Codec.OTHER ? charset(ts, encoding) : null;
    return new Encoder(ts, str, codec, charset, errors).run();
  }

  private static byte[] ascii(long str, boolean signature) {
    int lead = signature ? 3 : 0;
    byte[] bytes = new byte[lead + StrLayout.length(str)];
    if (signature) {
      bytes[0] = (byte) 0xEF;
      bytes[1] = (byte) 0xBB;
      bytes[2] = (byte) 0xBF;
    }
    Memory.copyOut(StrLayout.chars(str), bytes, lead, bytes.length - lead);
    return bytes;
  }

  /** {@code bytes.decode}: a str word. */
  public static long decode(ThreadState ts, byte[] bytes, String encoding, String errors) {
    Codec codec = named(encoding);
    if (codec == Codec.LATIN_1) {
      return Strings.fromLatin1(ts, bytes, 0, bytes.length);
    }
    if ((codec == Codec.UTF_8 || codec == Codec.ASCII) && allAscii(bytes)) {
      return Strings.fromLatin1(ts, bytes, 0, bytes.length);
    }
    Charset charset = codec == Codec.OTHER ? charset(ts, encoding) : null;
    return new TextDecoder(ts, bytes, codec, charset, errors).run();
  }

  private static boolean allAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** One run of an encoder over a str. */
  private static final class Encoder {
    private final ThreadState ts;
    private final long str;
    private final Codec codec;
    private final Charset charset;
    private final String errors;
    private final ByteArrayOutputStream out;

    Encoder(ThreadState ts, long str, Codec codec, Charset charset, String errors) {
      this.ts = ts;
      this.str = str;
      this.codec = codec;
      this.charset = charset;
      this.errors = errors;
      this.out = new ByteArrayOutputStream(StrLayout.length(str) + 16);
    }

    byte[] run() {
      switch (codec) {
        case UTF_8_SIG, UTF_16, UTF_32 -> put(0xFEFF);
        default -> {}
      }
      int length = StrLayout.length(str);
      for (int i = 0; i < length; ) {
        int c = StrLayout.charAt(str, i);
        if (put(c)) {
          i++;
        } else {
          i = handle(i, length);
        }
      }
      return out.toByteArray();
    }

    /** Handles the run of characters from {@code start} that cannot be encoded; gives its end. */
    private int handle(int start, int length) {
      int end = start + 1;
      while (end < length && !encodable(StrLayout.charAt(str, end))) {
        end++;
      }
      if (!CodecErrors.isKnown(errors)) {
        throw CodecErrors.unknownHandler(ts, errors);
      }
      for (int i = start; i < end; i++) {
        int c = StrLayout.charAt(str, i);
        String text = CodecErrors.replacement(errors, c);
        if (text == null ? !raw(c) : !text.codePoints().allMatch(this::put)) {
          throw CodecErrors.encodeError(ts, codec.shown, str, start, end, reason());
        }
      }
      return end;
    }

    /** The handlers that pass surrogates through as bytes. */
    private boolean raw(int c) {
      if (errors.equals("surrogateescape") && c >= 0xDC80 && c <= 0xDCFF) {
        out.write(c - 0xDC00);
        return true;
      }
      if (errors.equals("surrogatepass") && c >= 0xD800 && c <= 0xDFFF) {
        return switch (codec) {
          case ASCII, LATIN_1, OTHER -> false;
          default -> {
            unit(c);
            yield true;
          }
        };
      }
      return false;
    }

    private String reason() {
      return switch (codec) {
        case ASCII -> "ordinal not in range(128)";
        case LATIN_1 -> "ordinal not in range(256)";
        case OTHER -> "character maps to <undefined>";
        default -> "surrogates not allowed";
      };
    }

    private boolean encodable(int c) {
      return switch (codec) {
        case ASCII -> c < 0x80;
        case LATIN_1 -> c < 0x100;
        case OTHER -> charset.newEncoder().canEncode(Character.toString(c));
        default -> c < 0xD800 || c > 0xDFFF;
      };
    }

    private boolean put(int c) {
      if (!encodable(c)) {
        return false;
      }
      if (codec == Codec.OTHER) {
        out.writeBytes(Character.toString(c).getBytes(charset));
      } else {
        unit(c);
      }
      return true;
    }

    /** A code point by the form alone, surrogates too. */
    private void unit(int c) {
      switch (codec) {
        case UTF_8, UTF_8_SIG -> utf8(c);
        case UTF_16, UTF_16_LE -> utf16(c, false);
        case UTF_16_BE -> utf16(c, true);
        case UTF_32, UTF_32_LE -> number(c, 4, false);
        case UTF_32_BE -> number(c, 4, true);
        default -> out.write(c);
      }
    }

    private void utf8(int c) {
      if (c < 0x80) {
        out.write(c);
        return;
      }
      int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
      out.write((0xFF00 >> more + 1 & 0xFF) | c >> 6 * more);
      for (int i = more - 1; i >= 0; i--) {
        out.write(0x80 | c >> 6 * i & 0x3F);
      }
    }

    private void utf16(int c, boolean big) {
      if (c < 0x10000) {
        number(c, 2, big);
      } else {
        number(Character.highSurrogate(c), 2, big);
        number(Character.lowSurrogate(c), 2, big);
      }
    }

    private void number(int value, int bytes, boolean big) {
      for (int i = 0; i < bytes; i++) {
        out.write(value >> 8 * (big ? bytes - 1 - i : i));
      }
    }
  }
}
