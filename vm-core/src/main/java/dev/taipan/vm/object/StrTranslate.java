package dev.taipan.vm.object;

import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code str.translate} and {@code str.maketrans}. */
public final class StrTranslate {
  private StrTranslate() {}

  public static long translate(ThreadState ts, long self, long table) {
    StringBuilder out = new StringBuilder();
    int length = StrLayout.length(self);
    for (int i = 0; i < length; i++) {
      int c = StrLayout.charAt(self, i);
      long to = lookup(ts, table, c);
      if (to == Word.EMPTY) {
        out.appendCodePoint(c);
      } else if (Strs.isStr(ts, to)) {
        out.append(Strs.toJava(to));
      } else if (Ints.isInt(ts, to)) {
        out.appendCodePoint(codePoint(ts, to));
      } else if (to != Word.NONE) {
        throw Errors.typeError(ts, "character mapping must return integer, None or str");
      }
    }
    return Strs.of(ts, out.toString());
  }

  private static int codePoint(ThreadState ts, long word) {
    long value = Ints.fitsLong(word) ? Ints.toLong(word) : -1;
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw Errors.valueError(ts, "character mapping must be in range(0x110000)");
    }
    return (int) value;
  }

  private static long lookup(ThreadState ts, long table, int c) {
    try {
      return Subscript.get(ts, table, Word.boxInt(c));
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.LookupError);
      return Word.EMPTY;
    }
  }

  public static long makeTable(ThreadState ts, long x, long y, long z) {
    long table = Dicts.create(ts);
    int mark = ts.rootMark();
    try {
      ts.root(table);
      if (y == 0L) {
        fromDict(ts, table, x);
      } else {
        fromStrings(ts, table, x, y, z);
      }
      return table;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static void fromDict(ThreadState ts, long table, long x) {
    if (!Dicts.isDict(ts, x)) {
      throw Errors.typeError(ts, "if you give only one argument to maketrans it must be a dict");
    }
    Dicts.forEach(ts, x, (key, value) -> Dicts.set(ts, table, key(ts, key), value));
  }

  private static long key(ThreadState ts, long key) {
    if (Strs.isStr(ts, key)) {
      if (Strs.length(key) != 1) {
        throw Errors.valueError(ts, "string keys in translate table must be of length 1");
      }
      return Word.boxInt(Strs.charAt(key, 0));
    }
    if (!Ints.isInt(ts, key)) {
      throw Errors.typeError(ts, "keys in translate table must be strings or integers");
    }
    return Ints.positive(ts, key);
  }

  private static void fromStrings(ThreadState ts, long table, long x, long y, long z) {
    if (!Strs.isStr(ts, x)) {
      throw Errors.typeError(
          ts, "first maketrans argument must be a string if there is a second argument");
    }
    requireArgument(ts, 2, y);
    if (Strs.length(x) != Strs.length(y)) {
      throw Errors.valueError(ts, "the first two maketrans arguments must have equal length");
    }
    for (int i = 0; i < Strs.length(x); i++) {
      Dicts.set(ts, table, Word.boxInt(Strs.charAt(x, i)), Word.boxInt(Strs.charAt(y, i)));
    }
    if (z != 0L) {
      requireArgument(ts, 3, z);
      for (int i = 0; i < Strs.length(z); i++) {
        Dicts.set(ts, table, Word.boxInt(Strs.charAt(z, i)), Word.NONE);
      }
    }
  }

  private static void requireArgument(ThreadState ts, int number, long word) {
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts,
          "maketrans() argument %d must be str, not %s",
          number,
          ts.runtime().typeOf(word).name());
    }
  }
}
