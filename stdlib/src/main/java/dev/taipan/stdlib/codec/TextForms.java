package dev.taipan.stdlib.codec;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.TextCodecs.Codec;
import dev.taipan.vm.object.TextDecoder.Decoded;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/** {@code _codecs}: the forms of Unicode, Latin-1 and ASCII. */
@BuiltinModule("_codecs")
final class TextForms {
  private TextForms() {}

  static long requireStr(ThreadState ts, long str, String function) {
    if (!Strs.isStr(ts, str)) {
      throw Errors.typeError(
          ts, "%s() argument 1 must be str, not %s", function, ts.runtime().typeOf(str).name());
    }
    return str;
  }

  private static long encode(ThreadState ts, long str, long errors, Codec codec, String name) {
    requireStr(ts, str, name);
    byte[] bytes = TextCodecs.encode(ts, str, codec, CodecsModule.errors(ts, errors));
    return CodecsModule.encoded(ts, bytes, Strs.length(str));
  }

  private static long decode(ThreadState ts, long data, long errors, Codec codec, boolean last) {
    byte[] bytes = Buffers.require(ts, data);
    Decoded made = TextCodecs.decode(ts, bytes, codec, CodecsModule.errors(ts, errors), last);
    return Tuples.of(ts, made.text(), Word.boxInt(made.taken()));
  }

  /** The form with the byte order that the first bytes or the caller give. */
  private static long ordered(
      ThreadState ts, long data, long errors, int order, boolean last, int width) {
    byte[] bytes = Buffers.require(ts, data);
    int mark = order == 0 ? markOrder(bytes, width) : 0;
    int use = order == 0 ? mark : order;
    Codec codec =
        width == 2
            ? use > 0 ? Codec.UTF_16_BE : Codec.UTF_16_LE
            : use > 0 ? Codec.UTF_32_BE : Codec.UTF_32_LE;
    int skip = mark == 0 ? 0 : width;
    if (order == 0 && !last && bytes.length < width) {
      return Tuples.of(ts, Strs.empty(ts), Word.boxInt(0), Word.boxInt(0));
    }
    byte[] rest = skip == 0 ? bytes : Arrays.copyOfRange(bytes, skip, bytes.length);
    Decoded made = TextCodecs.decode(ts, rest, codec, CodecsModule.errors(ts, errors), last);
    int known = order == 0 && mark == 0 && bytes.length >= width ? 0 : use;
    return Tuples.of(ts, made.text(), Word.boxInt(made.taken() + skip), Word.boxInt(known));
  }

  /** -1 little, 1 big, 0 without a byte order mark. */
  private static int markOrder(byte[] b, int width) {
    if (b.length < width) {
      return 0;
    }
    if (width == 2) {
      return b[0] == (byte) 0xFF && b[1] == (byte) 0xFE
          ? -1
          : b[0] == (byte) 0xFE && b[1] == (byte) 0xFF ? 1 : 0;
    }
    boolean little = b[0] == (byte) 0xFF && b[1] == (byte) 0xFE && b[2] == 0 && b[3] == 0;
    boolean big = b[0] == 0 && b[1] == 0 && b[2] == (byte) 0xFE && b[3] == (byte) 0xFF;
    return little ? -1 : big ? 1 : 0;
  }

  @Builtin("utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)")
  static long utf16Ordered(ThreadState ts, long data, long errors, int order, boolean last) {
    return ordered(ts, data, errors, order, last, 2);
  }

  @Builtin("utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)")
  static long utf32Ordered(ThreadState ts, long data, long errors, int order, boolean last) {
    return ordered(ts, data, errors, order, last, 4);
  }

  @Builtin("utf_8_encode(str, errors=None, /)")
  static long utf8Encode(ThreadState ts, long str, long errors) {
    return encode(ts, str, errors, Codec.UTF_8, "utf_8_encode");
  }

  @Builtin("utf_8_decode(data, errors=None, final=False, /)")
  static long utf8Decode(ThreadState ts, long data, long errors, boolean last) {
    return decode(ts, data, errors, Codec.UTF_8, last);
  }

  @Builtin("utf_16_encode(str, errors=None, byteorder=0, /)")
  static long utf16Encode(ThreadState ts, long str, long errors, int order) {
    Codec codec = order == 0 ? Codec.UTF_16 : order < 0 ? Codec.UTF_16_LE : Codec.UTF_16_BE;
    return encode(ts, str, errors, codec, "utf_16_encode");
  }

  @Builtin("utf_16_decode(data, errors=None, final=False, /)")
  static long utf16Decode(ThreadState ts, long data, long errors, boolean last) {
    return decode(ts, data, errors, Codec.UTF_16, last);
  }

  @Builtin("utf_16_le_encode(str, errors=None, /)")
  static long utf16LeEncode(ThreadState ts, long str, long errors) {
    return encode(ts, str, errors, Codec.UTF_16_LE, "utf_16_le_encode");
  }

  @Builtin("utf_16_le_decode(data, errors=None, final=False, /)")
  static long utf16LeDecode(ThreadState ts, long data, long errors, boolean last) {
    return decode(ts, data, errors, Codec.UTF_16_LE, last);
  }

  @Builtin("utf_16_be_encode(str, errors=None, /)")
  static long utf16BeEncode(ThreadState ts, long str, long errors) {
    return encode(ts, str, errors, Codec.UTF_16_BE, "utf_16_be_encode");
  }

  @Builtin("utf_16_be_decode(data, errors=None, final=False, /)")
  static long utf16BeDecode(ThreadState ts, long data, long errors, boolean last) {
    return decode(ts, data, errors, Codec.UTF_16_BE, last);
  }

  @Builtin("utf_32_encode(str, errors=None, byteorder=0, /)")
  static long utf32Encode(ThreadState ts, long str, long errors, int order) {
    Codec codec = order == 0 ? Codec.UTF_32 : order < 0 ? Codec.UTF_32_LE : Codec.UTF_32_BE;
    return encode(ts, str, errors, codec, "utf_32_encode");
  }

  @Builtin("utf_32_decode(data, errors=None, final=False, /)")
  static long utf32Decode(ThreadState ts, long data, long errors, boolean last) {
    return decode(ts, data, errors, Codec.UTF_32, last);
  }

  @Builtin("utf_32_le_encode(str, errors=None, /)")
  static long utf32LeEncode(ThreadState ts, long str, long errors) {
    return encode(ts, str, errors, Codec.UTF_32_LE, "utf_32_le_encode");
  }

  @Builtin("utf_32_le_decode(data, errors=None, final=False, /)")
  static long utf32LeDecode(ThreadState ts, long data, long errors, boolean last) {
    return decode(ts, data, errors, Codec.UTF_32_LE, last);
  }

  @Builtin("utf_32_be_encode(str, errors=None, /)")
  static long utf32BeEncode(ThreadState ts, long str, long errors) {
    return encode(ts, str, errors, Codec.UTF_32_BE, "utf_32_be_encode");
  }

  @Builtin("utf_32_be_decode(data, errors=None, final=False, /)")
  static long utf32BeDecode(ThreadState ts, long data, long errors, boolean last) {
    return decode(ts, data, errors, Codec.UTF_32_BE, last);
  }

  @Builtin("latin_1_encode(str, errors=None, /)")
  static long latin1Encode(ThreadState ts, long str, long errors) {
    return encode(ts, str, errors, Codec.LATIN_1, "latin_1_encode");
  }

  @Builtin("latin_1_decode(data, errors=None, /)")
  static long latin1Decode(ThreadState ts, long data, long errors) {
    return decode(ts, data, errors, Codec.LATIN_1, true);
  }

  @Builtin("ascii_encode(str, errors=None, /)")
  static long asciiEncode(ThreadState ts, long str, long errors) {
    return encode(ts, str, errors, Codec.ASCII, "ascii_encode");
  }

  @Builtin("ascii_decode(data, errors=None, /)")
  static long asciiDecode(ThreadState ts, long data, long errors) {
    return decode(ts, data, errors, Codec.ASCII, true);
  }
}
