package dev.taipan.stdlib.text;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _json.make_scanner}. */
@BuiltinType(name = "Scanner", module = "_json")
final class JsonScannerType {
  private JsonScannerType() {}

  @Builtin(value = "__new__(cls, context)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long context) {
    int mark = ts.rootMark();
    try {
      String[] names = {
        "object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant"
      };
      long[] hooks = new long[names.length];
      boolean strict = Truth.isTrue(ts, Attributes.get(ts, context, "strict"));
      for (int i = 0; i < names.length; i++) {
        hooks[i] = Attributes.get(ts, context, names[i]);
        ts.root(hooks[i]);
      }
      long real = ts.runtime().types().float_.cell();
      long integer = ts.runtime().types().int_.cell();
      return Hosts.create(
          ts,
          Classes.of(ts, cls),
          new JsonScanner(
              strict,
              hooks[0],
              hooks[1],
              JsonScanner.hook(hooks[2], real),
              JsonScanner.hook(hooks[3], integer),
              hooks[4]));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__call__(self, /, string, idx)")
  static long call(ThreadState ts, JsonScanner self, long string, long idx) {
    if (!Strs.isStr(ts, string)) {
      throw Errors.typeError(
          ts, "first argument must be a string, not %s", ts.runtime().typeOf(string).name());
    }
    long from = Numbers.asJavaLong(ts, idx);
    if (from < 0) {
      throw Errors.valueError(ts, "idx cannot be negative");
    }
    if (from >= Strs.length(string)) {
      throw Errors.raiseWith(ts, dev.taipan.vm.object.Exc.StopIteration, idx);
    }
    int mark = ts.rootMark();
    try {
      JsonReader reader = new JsonReader(ts, self, string);
      long value = reader.value((int) from);
      return Tuples.of(ts, value, Word.boxInt(reader.end()));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Getter("strict")
  static long strict(JsonScanner self) {
    return Word.boxBool(self.strict);
  }

  @Getter("object_hook")
  static long objectHook(JsonScanner self) {
    return self.objectHook;
  }

  @Getter("object_pairs_hook")
  static long objectPairsHook(JsonScanner self) {
    return self.objectPairsHook;
  }

  @Getter("parse_float")
  static long parseFloat(ThreadState ts, JsonScanner self) {
    return self.parseFloat == Word.NONE ? ts.runtime().types().float_.cell() : self.parseFloat;
  }

  @Getter("parse_int")
  static long parseInt(ThreadState ts, JsonScanner self) {
    return self.parseInt == Word.NONE ? ts.runtime().types().int_.cell() : self.parseInt;
  }

  @Getter("parse_constant")
  static long parseConstant(JsonScanner self) {
    return self.parseConstant;
  }
}
