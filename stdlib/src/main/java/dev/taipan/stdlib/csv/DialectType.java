package dev.taipan.stdlib.csv;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _csv.Dialect}. */
@BuiltinType(name = "Dialect", module = "_csv")
final class DialectType {
  private DialectType() {}

  @Builtin(value = "__new__(cls, /, dialect=, **kwargs)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long dialect, long kwargs) {
    int mark = ts.rootMark();
    ts.root(kwargs);
    try {
      return Dialect.create(ts, dialect, kwargs);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(ThreadState ts, Dialect self, long args, long kwargs) {
    // __new__ has done everything
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, Dialect self) {
    throw Errors.typeError(ts, "cannot pickle 'Dialect' instances");
  }

  @Builtin("__reduce_ex__(self, protocol, /)")
  static long reduceEx(ThreadState ts, Dialect self, long protocol) {
    return reduce(ts, self);
  }

  private static long character(ThreadState ts, int c) {
    return c < 0 ? Word.NONE : Strings.fromCodePoint(ts, c);
  }

  @Getter("delimiter")
  static long delimiter(ThreadState ts, Dialect self) {
    return character(ts, self.delimiter);
  }

  @Getter("doublequote")
  static long doublequote(Dialect self) {
    return Word.boxBool(self.doubleQuote);
  }

  @Getter("escapechar")
  static long escapechar(ThreadState ts, Dialect self) {
    return character(ts, self.escape);
  }

  @Getter("lineterminator")
  static String lineterminator(Dialect self) {
    return self.lineEnd;
  }

  @Getter("quotechar")
  static long quotechar(ThreadState ts, Dialect self) {
    return character(ts, self.quote);
  }

  @Getter("quoting")
  static long quoting(Dialect self) {
    return Word.boxInt(self.quoting);
  }

  @Getter("skipinitialspace")
  static long skipinitialspace(Dialect self) {
    return Word.boxBool(self.skipSpace);
  }

  @Getter("strict")
  static long strict(Dialect self) {
    return Word.boxBool(self.strict);
  }
}
