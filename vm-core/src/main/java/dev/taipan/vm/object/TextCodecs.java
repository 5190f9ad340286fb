package dev.taipan.vm.object;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.spi.Library;
import dev.taipan.vm.thread.ThreadState;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Encoding and decoding text: choosing the codec by name, and the encoders. */
public final class TextCodecs {
  /** The codecs written here; OTHER is one of the registry's. */
  public enum Codec {
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
    OTHER("");

    /** The name that errors give. */
    final String shown;

    Codec(String shown) {
      this.shown = shown;
    }

    /** Whether it knows less than all code points. */
    boolean isSmall() {
      return this == ASCII || this == LATIN_1;
    }
  }

  private TextCodecs() {}

  /** The codec that is written here, OTHER for names of the registry. */
  public static Codec named(String encoding) {
    if (encoding.equals("utf-8")) {
      return Codec.UTF_8;
    }
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

  /** {@code str.encode}. */
  public static byte[] encode(ThreadState ts, long str, String encoding, String errors) {
    Codec codec = named(encoding);
    checkPolicy(ts, errors);
    if (codec == Codec.OTHER) {
      return registered(ts, encoding).encodeText(ts, str, encoding, errors);
    }
    return encode(ts, str, codec, errors);
  }

  /** Encodes by a codec that is written here. */
  public static byte[] encode(ThreadState ts, long str, Codec codec, String errors) {
    if (StrLayout.isAscii(str) && codec.ordinal() <= Codec.LATIN_1.ordinal()) {
      return ascii(str, codec == Codec.UTF_8_SIG);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(StrLayout.length(str) + 16);
    Encoder form = new Encoder(codec, out);
    switch (codec) {
      case UTF_8_SIG, UTF_16, UTF_32 -> form.put(0xFEFF);
      default -> {}
    }
    int mark = ts.rootMark();
    ts.root(str);
    try {
      new EncodeRun(ts, str, codec.shown, errors, form, out).run();
    } finally {
      ts.rootRelease(mark);
    }
    return out.toByteArray();
  }

  private static Library registered(ThreadState ts, String encoding) {
    Library library = ts.runtime().services().library();
    if (library == null) {
      throw Errors.raise(ts, Exc.LookupError, "unknown encoding: %s", encoding);
    }
    return library;
  }

  /** In development mode a handler must exist although nothing may come to need it. */
  private static void checkPolicy(ThreadState ts, String errors) {
    Library library = ts.runtime().services().library();
    if (ts.runtime().options().dev() && library != null && !CodecErrors.isKnown(errors)) {
      library.errorHandler(ts, errors);
    }
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

  /** {@code bytes.decode}: a str word. A codec of the registry is not asked about nothing. */
  public static long decode(ThreadState ts, byte[] bytes, String encoding, String errors) {
    Codec codec = named(encoding);
    checkPolicy(ts, errors);
    if (codec == Codec.OTHER) {
      boolean asked = bytes.length > 0 || ts.runtime().options().dev();
      return asked
          ? registered(ts, encoding).decodeText(ts, bytes, encoding, errors)
          : Strs.of(ts, "");
    }
    return decode(ts, bytes, codec, errors, true).text();
  }

  /** Decodes by a codec that is written here; an unfinished end is left unless it is the last. */
  public static TextDecoder.Decoded decode(
      ThreadState ts, byte[] bytes, Codec codec, String errors, boolean last) {
    boolean plain = codec == Codec.LATIN_1;
    if (codec == Codec.UTF_8 || codec == Codec.ASCII) {
      plain = allAscii(bytes);
    }
    if (plain) {
      long text = Strings.fromLatin1(ts, bytes, 0, bytes.length);
      return new TextDecoder.Decoded(text, bytes.length);
    }
    return TextDecoder.decode(ts, bytes, codec, errors, last);
  }

  private static boolean allAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** The forms that are written here. */
  private static final class Encoder implements EncodeRun.Form {
    private final Codec codec;
    private final ByteArrayOutputStream out;

    Encoder(Codec codec, ByteArrayOutputStream out) {
      this.codec = codec;
      this.out = out;
    }

    /** The handlers that pass surrogates through as bytes. */
    @Override
    public boolean raw(int c, String errors) {
      boolean byBytes = codec.ordinal() <= Codec.LATIN_1.ordinal();
      if (errors.equals("surrogateescape") && c >= 0xDC80 && c <= 0xDCFF && byBytes) {
        out.write(c - 0xDC00);
        return true;
      }
      boolean half = c >= 0xD800 && c <= 0xDFFF;
      if (errors.equals("surrogatepass") && half && !codec.isSmall()) {
        unit(c);
        return true;
      }
      return false;
    }

    @Override
    public String reason(int c) {
      return switch (codec) {
        case ASCII -> "ordinal not in range(128)";
        case LATIN_1 -> "ordinal not in range(256)";
        default -> "surrogates not allowed";
      };
    }

    @Override
    public boolean encodable(int c) {
      return switch (codec) {
        case ASCII -> c < 0x80;
        case LATIN_1 -> c < 0x100;
        default -> c < 0xD800 || c > 0xDFFF;
      };
    }

    @Override
    public boolean replaces(int c) {
      return c < 0x80 || codec.isSmall();
    }

    @Override
    public int unitBytes() {
      return switch (codec) {
        case UTF_16, UTF_16_LE, UTF_16_BE -> 2;
        case UTF_32, UTF_32_LE, UTF_32_BE -> 4;
        default -> 1;
      };
    }

    @Override
    public boolean put(int c) {
      if (!encodable(c)) {
        return false;
      }
      unit(c);
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
