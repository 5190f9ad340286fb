package dev.taipan.vm.object;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.value.Word;

/** The operators and the sequence protocol of {@code str}. */
public final class StrOps {
  private StrOps() {}

  /** The same characters as a str of exactly that type. */
  public static long exact(ThreadState ts, long str) {
    return Strs.isExactStr(str) ? str : Strings.copyExact(ts, str);
  }

  /** {@code str(object, encoding, errors)} for a class that is str or derived from it. */
  public static long construct(
      ThreadState ts, PyType type, long object, long encoding, long errors) {
    long text;
    if (object == 0L) {
      text = Strs.empty(ts);
    } else if (encoding == 0L && errors == 0L) {
      text = Representation.str(ts, object);
    } else {
      text = decode(ts, object, encoding, errors);
    }
    return type == ts.runtime().types().str ? text : ofType(ts, type, text);
  }

  private static long decode(ThreadState ts, long object, long encoding, long errors) {
    if (Strs.isStr(ts, object)) {
      throw Errors.typeError(ts, "decoding str is not supported");
    }
    byte[] bytes = Buffers.orNull(ts, object);
    if (bytes == null) {
      throw Errors.typeError(
          ts,
          "decoding to str: need a bytes-like object, %s found",
          ts.runtime().typeOf(object).name());
    }
    return TextCodecs.decode(
        ts,
        bytes,
        ByteStrings.name(ts, "str", "encoding", encoding, "utf-8"),
        ByteStrings.name(ts, "str", "errors", errors, "strict"));
  }

  private static long ofType(ThreadState ts, PyType type, long text) {
    int length = StrLayout.length(text);
    Shape shape = type.shape();
    int width = StrLayout.width(text);
    long cell =
        StrLayout.create(
            ts, shape.id(), length, width, StrLayout.isAscii(text), shape.attributeWords());
    Memory.copy(StrLayout.chars(text), StrLayout.chars(cell), (long) length * width);
    Memory.storeStoreFence();
    return cell;
  }

  public static long compare(ThreadState ts, int op, long self, long value) {
    if (!Strs.isStr(ts, value)) {
      return Word.NOT_IMPLEMENTED;
    }
    if (op == 2 || op == 3) {
      return Word.boxBool(Strs.equal(self, value) == (op == 2));
    }
    return Word.boxBool(Numbers.holds(op, Strs.compare(self, value)));
  }

  public static long concat(ThreadState ts, long self, long value) {
    if (!Strs.isStr(ts, value)) {
      throw Errors.typeError(
          ts, "can only concatenate str (not \"%s\") to str", ts.runtime().typeOf(value).name());
    }
    return Strs.concat(ts, exact(ts, self), exact(ts, value));
  }

  /** {@code self * count}. */
  public static long repeat(ThreadState ts, long self, long count) {
    long times = Indices.factor(ts, count);
    int length = StrLayout.length(self);
    if (times <= 0 || length == 0) {
      return Strs.empty(ts);
    }
    if (times == 1) {
      return exact(ts, self);
    }
    if (times > (Integer.MAX_VALUE - 64) / (long) length) {
      throw Errors.raiseBare(ts, Exc.MemoryError);
    }
    int width = StrLayout.width(self);
    long cell = StrLayout.create(ts, (int) (length * times), width, StrLayout.isAscii(self));
    fill(StrLayout.chars(self), StrLayout.chars(cell), (long) length * width, times);
    Memory.storeStoreFence();
    return cell;
  }

  /** Doubles what is already there, so that few copies are made. */
  private static void fill(long from, long to, long bytes, long times) {
    long total = bytes * times;
    Memory.copy(from, to, bytes);
    for (long done = bytes; done < total; done *= 2) {
      Memory.copy(to, to + done, Math.min(done, total - done));
    }
  }

  /** The count of a repetition: OverflowError where it is beyond any size. */
  static long repetitions(ThreadState ts, long count) {
    long index = Numbers.index(ts, count);
    if (!Ints.fitsLong(index)) {
      throw Errors.overflowError(
          ts, "cannot fit '%s' into an index-sized integer", ts.runtime().typeOf(count).name());
    }
    return Ints.toLong(index);
  }

  public static boolean contains(ThreadState ts, long self, long value) {
    if (!Strs.isStr(ts, value)) {
      throw Errors.typeError(
          ts,
          "'in <string>' requires string as left operand, not %s",
          ts.runtime().typeOf(value).name());
    }
    return StrSearch.indexOf(self, value, 0, StrLayout.length(self)) >= 0;
  }

  public static long get(ThreadState ts, long self, long key) {
    if (Slices.isSlice(ts, key)) {
      return slice(ts, self, Slices.parts(ts, key).of(StrLayout.length(self)));
    }
    if (!Numbers.hasIndex(ts, key)) {
      throw Errors.typeError(
          ts, "string indices must be integers, not '%s'", ts.runtime().typeOf(key).name());
    }
    long index = Numbers.indexOrError(ts, key);
    int length = StrLayout.length(self);
    long at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) {
      throw Errors.indexError(ts, "string index out of range");
    }
    return character(ts, StrLayout.charAt(self, (int) at));
  }

  /** A str of one character; those of one byte are shared. */
  public static long character(ThreadState ts, int codePoint) {
    return Strings.fromCodePoint(ts, codePoint);
  }

  private static long slice(ThreadState ts, long self, Slices.Range range) {
    int count = (int) range.count();
    if (count == 0) {
      return Strs.empty(ts);
    }
    int from = (int) range.start();
    if (range.step() == 1) {
      return part(ts, self, from, from + count);
    }
    int[] points = new int[count];
    long at = from;
    for (int i = 0; i < count; i++, at += range.step()) {
      points[i] = StrLayout.charAt(self, (int) at);
    }
    return Strings.fromCodePoints(ts, points, count);
  }

  /** The characters in [from, to) as an exact str. */
  static long part(ThreadState ts, long self, int from, int to) {
    int length = StrLayout.length(self);
    if (from >= to) {
      return Strs.empty(ts);
    }
    if (to - from == length) {
      return exact(ts, self);
    }
    return to - from == 1
        ? character(ts, StrLayout.charAt(self, from))
        : Strings.substring(ts, self, from, to);
  }

  /** {@code str.__sizeof__}: bytes of the cell. */
  public static int sizeOf(long self) {
    return StrLayout.CHARS + StrLayout.length(self) * StrLayout.width(self);
  }

  /** {@code repr(str)}. */
  public static String repr(long self) {
    int length = StrLayout.length(self);
    int width = StrLayout.width(self);
    long chars = StrLayout.chars(self);
    boolean single = false;
    boolean twice = false;
    for (int i = 0; i < length; i++) {
      int c = StrLayout.charAt(chars, width, i);
      single |= c == '\'';
      twice |= c == '"';
    }
    char quote = single && !twice ? '"' : '\'';
    StringBuilder out = new StringBuilder(length + 2).append(quote);
    for (int i = 0; i < length; i++) {
      escape(out, StrLayout.charAt(chars, width, i), quote);
    }
    return out.append(quote).toString();
  }

  private static void escape(StringBuilder out, int c, char quote) {
    switch (c) {
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (Unicode.isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          hex(out, c);
        }
      }
    }
  }

  /** The shortest of the three hexadecimal escapes. */
  static void hex(StringBuilder out, int c) {
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    out.append('\\').append(c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U');
    for (int i = digits - 1; i >= 0; i--) {
      out.append(Character.forDigit(c >>> 4 * i & 15, 16));
    }
  }
}
