package dev.taipan.stdlib.binary;

import dev.taipan.stdlib.LibraryErrors;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.ByteText;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** {@code binascii}. */
@BuiltinModule("binascii")
public final class BinasciiModule {
  static final LibraryErrors ERROR = new LibraryErrors("binascii", "Error", Exc.ValueError);
  private static final LibraryErrors INCOMPLETE =
      new LibraryErrors("binascii", "Incomplete", Exc.Exception);

  private static final int CRC_HQX = 0x1021;

  private static final int LAST_BYTE = 0xFF;

  private BinasciiModule() {}

  /** The two errors. */
  public static void fill(ThreadState ts, long namespace) {
    ERROR.define(ts, namespace);
    INCOMPLETE.define(ts, namespace);
  }

  /** What an {@code a2b} function takes: bytes, or a str of ASCII characters. */
  private static byte[] ascii(ThreadState ts, long data) {
    if (Strs.isStr(ts, data)) {
      String text = Strs.toJava(data);
      if (!text.chars().allMatch(c -> c < 0x80)) {
        throw Errors.valueError(ts, "string argument should contain only ASCII characters");
      }
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    byte[] bytes = Buffers.isBuffer(ts, data) ? Buffers.require(ts, data) : null;
    if (bytes == null) {
      throw Errors.typeError(
          ts,
          "argument should be bytes, buffer or ASCII string, not '%s'",
          ts.runtime().typeOf(data).name());
    }
    return bytes;
  }

  @Builtin("a2b_base64(data, /, *, strict_mode=False)")
  static long a2bBase64(ThreadState ts, long data, boolean strictMode) {
    return ByteStrings.of(ts, Base64Text.decode(ts, ascii(ts, data), strictMode));
  }

  @Builtin("b2a_base64(data, /, *, newline=True)")
  static long b2aBase64(ThreadState ts, long data, boolean newline) {
    byte[] plain = java.util.Base64.getEncoder().encode(Buffers.require(ts, data));
    if (!newline) {
      return ByteStrings.of(ts, plain);
    }
    byte[] line = java.util.Arrays.copyOf(plain, plain.length + 1);
    line[plain.length] = '\n';
    return ByteStrings.of(ts, line);
  }

  @Builtin("a2b_uu(data, /)")
  static long a2bUu(ThreadState ts, long data) {
    return ByteStrings.of(ts, UuText.decode(ts, ascii(ts, data)));
  }

  @Builtin("b2a_uu(data, /, *, backtick=False)")
  static long b2aUu(ThreadState ts, long data, boolean backtick) {
    return ByteStrings.of(ts, UuText.encode(ts, Buffers.require(ts, data), backtick));
  }

  @Builtin("a2b_qp(data, header=False)")
  static long a2bQp(ThreadState ts, long data, boolean header) {
    return ByteStrings.of(ts, QuotedPrintable.decode(ascii(ts, data), header));
  }

  @Builtin("b2a_qp(data, quotetabs=False, istext=True, header=False)")
  static long b2aQp(ThreadState ts, long data, boolean quotetabs, boolean istext, boolean header) {
    byte[] bytes = Buffers.require(ts, data);
    return ByteStrings.of(ts, new QuotedPrintable(bytes, quotetabs, istext, header).encode());
  }

  @Builtin("crc_hqx(data, crc, /)")
  static long crcHqx(ThreadState ts, long data, long crc) {
    int value = (int) (unsigned(ts, crc) & 0xFFFF);
    for (byte b : Buffers.require(ts, data)) {
      value ^= (b & 0xFF) << 8;
      for (int i = 0; i < 8; i++) {
        value = (value & 0x8000) != 0 ? value << 1 ^ CRC_HQX : value << 1;
      }
      value &= 0xFFFF;
    }
    return Word.boxInt(value);
  }

  /** The low 32 bits of any int. */
  static long unsigned(ThreadState ts, long word) {
    return Ints.toBig(Numbers.index(ts, word)).intValue() & 0xFFFFFFFFL;
  }

  @Builtin("crc32(data, crc=0, /)")
  static long crc32(ThreadState ts, long data, long crc) {
    return Word.boxInt(crc32(Buffers.require(ts, data), unsigned(ts, crc)));
  }

  /** The checksum of bytes that go on from a known checksum. */
  static long crc32(byte[] bytes, long start) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return start == 0 ? crc.getValue() : Crc32Shift.combine(start, crc.getValue(), bytes.length);
  }

  @Builtin("hexlify(data, sep=, bytes_per_sep=1)")
  static long hexlify(ThreadState ts, long data, long sep, int bytesPerSep) {
    return hex(ts, data, sep, bytesPerSep);
  }

  @Builtin("b2a_hex(data, sep=, bytes_per_sep=1)")
  static long b2aHex(ThreadState ts, long data, long sep, int bytesPerSep) {
    return hex(ts, data, sep, bytesPerSep);
  }

  private static long hex(ThreadState ts, long data, long sep, int every) {
    String text = ByteText.hex(ts, Buffers.require(ts, data), sep, every, LAST_BYTE);
    return ByteStrings.of(ts, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Builtin("unhexlify(hexstr, /)")
  static long unhexlify(ThreadState ts, long hexstr) {
    return unhex(ts, hexstr);
  }

  @Builtin("a2b_hex(hexstr, /)")
  static long a2bHex(ThreadState ts, long hexstr) {
    return unhex(ts, hexstr);
  }

  private static long unhex(ThreadState ts, long data) {
    byte[] text = ascii(ts, data);
    if ((text.length & 1) != 0) {
      throw ERROR.raise(ts, "Odd-length string");
    }
    byte[] out = new byte[text.length / 2];
    for (int i = 0; i < out.length; i++) {
      int high = Character.digit(text[2 * i], 16);
      int low = Character.digit(text[2 * i + 1], 16);
      if (high < 0 || low < 0) {
        throw ERROR.raise(ts, "Non-hexadecimal digit found");
      }
      out[i] = (byte) (high << 4 | low);
    }
    return ByteStrings.of(ts, out);
  }
}
