package dev.taipan.stdlib.text;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _json.make_encoder}. */
@BuiltinType(name = "Encoder", module = "_json")
final class JsonEncoderType {
  private JsonEncoderType() {}

  @Builtin(
      value =
          "__new__(cls, markers, default, encoder, indent, key_separator, item_separator,"
              + " sort_keys, skipkeys, allow_nan)",
      binding = Binding.NEW)
  static long create(
      ThreadState ts,
      long cls,
      long markers,
      long fallback,
      long encoder,
      long indent,
      long keySeparator,
      long itemSeparator,
      boolean sortKeys,
      boolean skipKeys,
      boolean allowNan) {
    JsonWriter.checkMarkers(ts, markers);
    requireStr(ts, 5, keySeparator);
    requireStr(ts, 6, itemSeparator);
    long[] words = {markers, fallback, encoder, indent, keySeparator, itemSeparator};
    JsonEncoder made = new JsonEncoder(words, quoting(ts, encoder), sortKeys, skipKeys, allowNan);
    return Hosts.create(ts, Classes.of(ts, cls), made);
  }

  private static void requireStr(ThreadState ts, int number, long word) {
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts,
          "make_encoder() argument %d must be str, not %s",
          number,
          ts.runtime().typeOf(word).name());
    }
  }

  private static JsonEncoder.Quoting quoting(ThreadState ts, long encoder) {
    long module = StandardLibrary.of(ts).importer().load(ts, "_json");
    if (encoder == Attributes.get(ts, module, "encode_basestring_ascii")) {
      return JsonEncoder.Quoting.ASCII;
    }
    return encoder == Attributes.get(ts, module, "encode_basestring")
        ? JsonEncoder.Quoting.UNICODE
        : JsonEncoder.Quoting.FUNCTION;
  }

  @Builtin("__call__(self, /, obj, _current_indent_level)")
  static long call(ThreadState ts, JsonEncoder self, long object, long level) {
    JsonWriter writer = new JsonWriter(ts, self);
    writer.value(object);
    return Tuples.of(ts, writer.result());
  }

  @Getter("markers")
  static long markers(JsonEncoder self) {
    return self.markers;
  }

  @Getter("default")
  static long fallback(JsonEncoder self) {
    return self.fallback;
  }

  @Getter("encoder")
  static long encoder(JsonEncoder self) {
    return self.encoder;
  }

  @Getter("indent")
  static long indent(JsonEncoder self) {
    return self.indent;
  }

  @Getter("key_separator")
  static long keySeparator(JsonEncoder self) {
    return self.keySeparator;
  }

  @Getter("item_separator")
  static long itemSeparator(JsonEncoder self) {
    return self.itemSeparator;
  }

  @Getter("sort_keys")
  static long sortKeys(JsonEncoder self) {
    return Word.boxBool(self.sortKeys);
  }

  @Getter("skipkeys")
  static long skipKeys(JsonEncoder self) {
    return Word.boxBool(self.skipKeys);
  }
}
