package dev.taipan.stdlib.codec;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.ListItems;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;

/** {@code _codecs}: the registry, and the codecs of bytes that are no text forms. */
@BuiltinModule("_codecs")
final class CodecsModule {
  private CodecsModule() {}

  /** An {@code errors} argument: a str or None. */
  static String errors(ThreadState ts, long word) {
    if (word == Word.NONE || word == Word.EMPTY) {
      return "strict";
    }
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts, "argument 'errors' must be str or None, not %s", ts.runtime().typeOf(word).name());
    }
    return Strs.toJava(word);
  }

  /** A buffer, or a str that stands for its UTF-8. */
  static byte[] bytesOrText(ThreadState ts, long data) {
    return Strs.isStr(ts, data)
        ? Strs.toJava(data).getBytes(StandardCharsets.UTF_8)
        : Buffers.require(ts, data);
  }

  static long encoded(ThreadState ts, byte[] bytes, int taken) {
    return Tuples.of(ts, ByteStrings.of(ts, bytes), Word.boxInt(taken));
  }

  @Builtin("register(search_function, /)")
  static void register(ThreadState ts, long function) {
    if (!Calls.isCallable(ts, function)) {
      throw Errors.typeError(ts, "argument must be callable");
    }
    Lists.append(ts, CodecRegistry.searchPath(ts), function);
  }

  @Builtin("unregister(search_function, /)")
  static void unregister(ThreadState ts, long function) {
    if (ListItems.remove(ts, CodecRegistry.searchPath(ts), function)) {
      Calls.named(ts, CodecRegistry.cache(ts), "clear");
    }
  }

  @Builtin("lookup(encoding, /)")
  static long lookup(ThreadState ts, String encoding) {
    return CodecRegistry.lookup(ts, encoding);
  }

  @Builtin("_forget_codec(encoding, /)")
  static void forget(ThreadState ts, long encoding) {
    if (Dicts.delete(ts, CodecRegistry.cache(ts), encoding) == 0L) {
      throw Errors.keyError(ts, encoding);
    }
  }

  @Builtin("encode(obj, encoding='utf-8', errors=)")
  static long encode(ThreadState ts, long object, String encoding, long errors) {
    long info = CodecRegistry.lookup(ts, encoding);
    return CodecRegistry.convert(ts, Tuples.get(info, 0), object, errors, encoding, true);
  }

  @Builtin("decode(obj, encoding='utf-8', errors=)")
  static long decode(ThreadState ts, long object, String encoding, long errors) {
    long info = CodecRegistry.lookup(ts, encoding);
    return CodecRegistry.convert(ts, Tuples.get(info, 1), object, errors, encoding, false);
  }

  @Builtin("register_error(errors, handler, /)")
  static void registerError(ThreadState ts, String errors, long handler) {
    if (!Calls.isCallable(ts, handler)) {
      throw Errors.typeError(ts, "handler must be callable");
    }
    CodecRegistry.registerHandler(ts, errors, handler);
  }

  @Builtin("lookup_error(name, /)")
  static long lookupError(ThreadState ts, String name) {
    return CodecRegistry.handler(ts, name);
  }

  @Builtin("readbuffer_encode(data, errors=None, /)")
  static long readBuffer(ThreadState ts, long data, long errors) {
    byte[] bytes = bytesOrText(ts, data);
    return encoded(ts, bytes, bytes.length);
  }

  @Builtin("escape_encode(data, errors=None, /)")
  static long escapeEncode(ThreadState ts, long data, long errors) {
    byte[] bytes = Buffers.ofBytesOrByteArray(ts, data);
    if (bytes == null) {
      throw Errors.typeError(
          ts, "escape_encode() argument 1 must be bytes, not %s", ts.runtime().typeOf(data).name());
    }
    return encoded(ts, BytesEscape.encode(bytes), bytes.length);
  }

  @Builtin("escape_decode(data, errors=None, /)")
  static long escapeDecode(ThreadState ts, long data, long errors) {
    byte[] bytes = bytesOrText(ts, data);
    return encoded(ts, BytesEscape.decode(ts, bytes, errors(ts, errors)), bytes.length);
  }

  @Builtin("charmap_build(map, /)")
  static long charmapBuild(ThreadState ts, long map) {
    return EncodingMap.build(ts, map);
  }

  @Builtin("charmap_encode(str, errors=None, mapping=None, /)")
  static long charmapEncode(ThreadState ts, long str, long errors, long mapping) {
    byte[] bytes =
        Charmap.encode(
            ts, TextForms.requireStr(ts, str, "charmap_encode"), errors(ts, errors), mapping);
    return encoded(ts, bytes, Strs.length(str));
  }

  @Builtin("charmap_decode(data, errors=None, mapping=None, /)")
  static long charmapDecode(ThreadState ts, long data, long errors, long mapping) {
    byte[] bytes = Buffers.require(ts, data);
    long text = Charmap.decode(ts, bytes, errors(ts, errors), mapping);
    return Tuples.of(ts, text, Word.boxInt(bytes.length));
  }

  @Builtin("utf_7_encode(str, errors=None, /)")
  static long utf7Encode(ThreadState ts, long str, long errors) {
    TextForms.requireStr(ts, str, "utf_7_encode");
    return encoded(ts, Utf7.encode(str), Strs.length(str));
  }

  @Builtin("utf_7_decode(data, errors=None, final=False, /)")
  static long utf7Decode(ThreadState ts, long data, long errors, boolean last) {
    return new Utf7(ts, Buffers.require(ts, data), errors(ts, errors), last).decode();
  }

  @Builtin("unicode_escape_encode(str, errors=None, /)")
  static long unicodeEscapeEncode(ThreadState ts, long str, long errors) {
    TextForms.requireStr(ts, str, "unicode_escape_encode");
    return encoded(ts, UnicodeEscape.encode(str, false), Strs.length(str));
  }

  @Builtin("raw_unicode_escape_encode(str, errors=None, /)")
  static long rawUnicodeEscapeEncode(ThreadState ts, long str, long errors) {
    TextForms.requireStr(ts, str, "raw_unicode_escape_encode");
    return encoded(ts, UnicodeEscape.encode(str, true), Strs.length(str));
  }

  @Builtin("unicode_escape_decode(data, errors=None, final=True, /)")
  static long unicodeEscapeDecode(ThreadState ts, long data, long errors, boolean last) {
    byte[] bytes = bytesOrText(ts, data);
    return new UnicodeEscape(ts, bytes, errors(ts, errors), last, false).decode();
  }

  @Builtin("raw_unicode_escape_decode(data, errors=None, final=True, /)")
  static long rawUnicodeEscapeDecode(ThreadState ts, long data, long errors, boolean last) {
    byte[] bytes = bytesOrText(ts, data);
    return new UnicodeEscape(ts, bytes, errors(ts, errors), last, true).decode();
  }
}
