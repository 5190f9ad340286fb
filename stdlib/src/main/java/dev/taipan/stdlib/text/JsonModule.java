package dev.taipan.stdlib.text;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _json}. */
@BuiltinModule("_json")
public final class JsonModule {
  private JsonModule() {}

  /** The two classes. */
  public static void fill(ThreadState ts, long namespace) {
    long scanner = StandardLibrary.type(ts, JsonScannerTypeTable.TABLE).cell();
    Dicts.set(ts, namespace, "make_scanner", scanner);
    long encoder = StandardLibrary.type(ts, JsonEncoderTypeTable.TABLE).cell();
    Dicts.set(ts, namespace, "make_encoder", encoder);
  }

  private static long requireStr(ThreadState ts, long word) {
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts, "first argument must be a string, not %s", ts.runtime().typeOf(word).name());
    }
    return word;
  }

  @Builtin("scanstring(string, end, strict=True, /)")
  static long scanstring(ThreadState ts, long string, long end, boolean strict) {
    long from = Numbers.asJavaLong(ts, end);
    requireStr(ts, string);
    JsonStrings strings = new JsonStrings(ts, string, strict);
    long value = strings.scan((int) Math.max(-1, Math.min(from, Integer.MAX_VALUE)));
    return Tuples.of(ts, value, Word.boxInt(strings.end));
  }

  @Builtin("encode_basestring(string, /)")
  static long encodeBasestring(ThreadState ts, long string) {
    requireStr(ts, string);
    return JsonText.quoted(ts, string, false);
  }

  @Builtin("encode_basestring_ascii(string, /)")
  static long encodeBasestringAscii(ThreadState ts, long string) {
    requireStr(ts, string);
    return JsonText.quoted(ts, string, true);
  }
}
