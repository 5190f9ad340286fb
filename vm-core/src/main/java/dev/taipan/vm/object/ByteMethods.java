package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.StrFind.Span;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/**
 * The methods that bytes and bytearray share, on a copy of the content; results are of the
 * receiver's own built-in type.
 */
public final class ByteMethods {
  private ByteMethods() {}

  static byte[] of(ThreadState ts, long self) {
    return Buffers.ofBytesOrByteArray(ts, self);
  }

  /** Bytes of the built-in type that the receiver is or derives from. */
  static long like(ThreadState ts, long self, byte[] bytes) {
    return ts.runtime().kindOf(self) == Kind.BYTEARRAY
        ? ByteArrays.create(ts, ts.runtime().types().bytearray, bytes)
        : ByteStrings.of(ts, bytes);
  }

  static boolean isSpace(int b) {
    return b == ' ' || b >= 0x9 && b <= 0xD;
  }

  static int indexOf(byte[] text, byte[] part, int from, int to) {
    long patience = LinearSearch.patience(to - from, part.length);
    for (int i = from; i <= to - part.length; i++) {
      if (Arrays.equals(text, i, i + part.length, part, 0, part.length)) {
        return i;
      }
      patience -= part.length > 0 && text[i] == part[0] ? part.length : 0;
      if (patience < 0) {
        return LinearSearch.indexOf(n -> text[n], i + 1, to, n -> part[n], part.length);
      }
    }
    return -1;
  }

  static int lastIndexOf(byte[] text, byte[] part, int from, int to) {
    for (int i = to - part.length; i >= from; i--) {
      if (Arrays.equals(text, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }

  /** What is searched for: a buffer or one byte as an int. */
  private static byte[] needle(ThreadState ts, long part) {
    if (Buffers.isBuffer(ts, part)) {
      return Buffers.require(ts, part);
    }
    if (!Numbers.hasIndex(ts, part)) {
      throw Errors.typeError(
          ts,
          "argument should be integer or bytes-like object, not '%s'",
          ts.runtime().typeOf(part).name());
    }
    return new byte[] {(byte) ByteStrings.asByte(ts, part)};
  }

  public static int find(ThreadState ts, long self, long part, long start, long end, boolean last) {
    byte[] needle = needle(ts, part);
    byte[] text = of(ts, self);
    Span span = Span.of(ts, start, end, text.length);
    if (!span.hasRoom(needle.length)) {
      return -1;
    }
    return last
        ? lastIndexOf(text, needle, span.from(), span.to())
        : indexOf(text, needle, span.from(), span.to());
  }

  public static int index(
      ThreadState ts, long self, long part, long start, long end, boolean last) {
    int found = find(ts, self, part, start, end, last);
    if (found < 0) {
      throw Errors.valueError(ts, "subsection not found");
    }
    return found;
  }

  public static int count(ThreadState ts, long self, long part, long start, long end) {
    byte[] needle = needle(ts, part);
    byte[] text = of(ts, self);
    Span span = Span.of(ts, start, end, text.length);
    if (!span.hasRoom(needle.length)) {
      return 0;
    }
    if (needle.length == 0) {
      return span.to() - span.from() + 1;
    }
    int count = 0;
    int at = indexOf(text, needle, span.from(), span.to());
    while (at >= 0) {
      count++;
      at = indexOf(text, needle, at + needle.length, span.to());
    }
    return count;
  }

  public static boolean contains(ThreadState ts, long self, long part) {
    byte[] needle = Buffers.isBuffer(ts, part) ? Buffers.require(ts, part) : null;
    if (needle == null) {
      if (!Numbers.hasIndex(ts, part)) {
        throw Errors.typeError(
            ts, "a bytes-like object is required, not '%s'", ts.runtime().typeOf(part).name());
      }
      needle = new byte[] {(byte) ByteStrings.asByte(ts, part)};
    }
    byte[] text = of(ts, self);
    return indexOf(text, needle, 0, text.length) >= 0;
  }

  public static long replace(ThreadState ts, long self, long old, long with, long most) {
    byte[] from = Buffers.require(ts, old);
    byte[] to = Buffers.require(ts, with);
    long asked = Numbers.indexOrError(ts, most);
    long limit = asked < 0 ? Long.MAX_VALUE : asked;
    byte[] text = of(ts, self);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(text.length);
    int at = 0;
    for (long i = 0; i < limit; i++) {
      if (from.length == 0 && at > text.length) {
        break;
      }
      int next = from.length == 0 ? at : indexOf(text, from, at, text.length);
      if (next < 0) {
        break;
      }
      out.write(text, at, next - at);
      out.writeBytes(to);
      if (from.length == 0 && next < text.length) {
        out.write(text[next]);
      }
      at = next + Math.max(from.length, 1);
    }
    if (at < text.length) {
      out.write(text, at, text.length - at);
    }
    return like(ts, self, out.toByteArray());
  }

  public static boolean atEdge(
      ThreadState ts, long self, long part, long start, long end, boolean tail) {
    byte[] text = of(ts, self);
    Span span = Span.of(ts, start, end, text.length);
    if (Tuples.isTuple(ts, part)) {
      for (int i = 0; i < Tuples.length(part); i++) {
        if (atEdge(text, Buffers.require(ts, Tuples.get(part, i)), span, tail)) {
          return true;
        }
      }
      return false;
    }
    byte[] edge = Buffers.isBuffer(ts, part) ? Buffers.require(ts, part) : null;
    if (edge == null) {
      throw Errors.typeError(
          ts,
          "%s first arg must be bytes or a tuple of bytes, not %s",
          tail ? "endswith" : "startswith",
          ts.runtime().typeOf(part).name());
    }
    return atEdge(text, edge, span, tail);
  }

  private static boolean atEdge(byte[] text, byte[] part, Span span, boolean tail) {
    if (!span.hasRoom(part.length)) {
      return false;
    }
    int at = tail ? span.to() - part.length : span.from();
    return Arrays.equals(text, at, at + part.length, part, 0, part.length);
  }

  public static long removeEdge(ThreadState ts, long self, long part, boolean tail) {
    byte[] text = of(ts, self);
    byte[] edge = Buffers.require(ts, part);
    boolean there = atEdge(text, edge, new Span(0, text.length), tail);
    int cut = there ? edge.length : 0;
    return like(ts, self, Arrays.copyOfRange(text, tail ? 0 : cut, text.length - (tail ? cut : 0)));
  }

  public static long strip(ThreadState ts, long self, long chars, StrPad.Side side) {
    byte[] set = chars == Word.NONE ? null : Buffers.require(ts, chars);
    byte[] text = of(ts, self);
    int from = 0;
    int to = text.length;
    while (side != StrPad.Side.RIGHT && from < to && strips(set, text[from])) {
      from++;
    }
    while (side != StrPad.Side.LEFT && to > from && strips(set, text[to - 1])) {
      to--;
    }
    return like(ts, self, Arrays.copyOfRange(text, from, to));
  }

  private static boolean strips(byte[] set, byte b) {
    return set == null ? isSpace(b) : indexOf(set, new byte[] {b}, 0, set.length) >= 0;
  }

  public static long justify(
      ThreadState ts, long self, long width, long fill, StrPad.Side side, String name) {
    long asked = Numbers.indexOrError(ts, width);
    byte pad = ' ';
    if (fill != 0L) {
      byte[] given = of(ts, fill);
      if (given == null || given.length != 1) {
        throw Errors.typeError(
            ts,
            "%s() argument 2 must be a byte string of length 1, not %s",
            name,
            ts.runtime().typeOf(fill).name());
      }
      pad = given[0];
    }
    byte[] text = of(ts, self);
    int missing = (int) Math.clamp(asked - text.length, 0L, Integer.MAX_VALUE / 2);
    int left =
        switch (side) {
          case LEFT -> missing;
          case RIGHT -> 0;
          case BOTH -> missing / 2 + (missing & (int) asked & 1);
        };
    byte[] out = new byte[text.length + missing];
    Arrays.fill(out, pad);
    System.arraycopy(text, 0, out, left, text.length);
    return like(ts, self, out);
  }

  public static long zfill(ThreadState ts, long self, long width) {
    byte[] text = of(ts, self);
    long asked = Numbers.indexOrError(ts, width);
    int missing = (int) Math.clamp(asked - text.length, 0L, Integer.MAX_VALUE / 2);
    byte[] out = new byte[text.length + missing];
    Arrays.fill(out, (byte) '0');
    System.arraycopy(text, 0, out, missing, text.length);
    if (missing > 0 && text.length > 0 && (text[0] == '+' || text[0] == '-')) {
      out[0] = text[0];
      out[missing] = '0';
    }
    return like(ts, self, out);
  }

  public static long expandTabs(ThreadState ts, long self, int size) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    int column = 0;
    for (byte b : of(ts, self)) {
      if (b == '\t') {
        int blanks = size > 0 ? size - column % size : 0;
        out.writeBytes(" ".repeat(blanks).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        column += blanks;
      } else {
        out.write(b);
        column = b == '\n' || b == '\r' ? 0 : column + 1;
      }
    }
    return like(ts, self, out.toByteArray());
  }

  public static long translate(ThreadState ts, long self, long table, long delete) {
    byte[] map = table == Word.NONE ? null : Buffers.require(ts, table);
    if (map != null && map.length != 256) {
      throw Errors.valueError(ts, "translation table must be 256 characters long");
    }
    byte[] drop = delete == 0L ? new byte[0] : Buffers.require(ts, delete);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (byte b : of(ts, self)) {
      if (indexOf(drop, new byte[] {b}, 0, drop.length) < 0) {
        out.write(map == null ? b : map[b & 0xFF]);
      }
    }
    return like(ts, self, out.toByteArray());
  }

  public static long makeTable(ThreadState ts, long from, long to) {
    byte[] a = Buffers.require(ts, from);
    byte[] b = Buffers.require(ts, to);
    if (a.length != b.length) {
      throw Errors.valueError(ts, "maketrans arguments must have same length");
    }
    byte[] table = new byte[256];
    for (int i = 0; i < 256; i++) {
      table[i] = (byte) i;
    }
    for (int i = 0; i < a.length; i++) {
      table[a[i] & 0xFF] = b[i];
    }
    return ByteStrings.of(ts, table);
  }

  // ---- operators

  public static long compare(ThreadState ts, int op, long self, long value) {
    boolean plain = ts.runtime().kindOf(self) == Kind.BYTES; // which knows its own kind only
    byte[] other = plain ? Buffers.ofBytesOrByteArray(ts, value) : Buffers.orNull(ts, value);
    if (other == null) {
      return Word.NOT_IMPLEMENTED;
    }
    return Word.boxBool(Numbers.holds(op, Arrays.compareUnsigned(of(ts, self), other)));
  }

  public static long concat(ThreadState ts, long self, long value) {
    byte[] right = Buffers.contiguousOrNull(ts, value);
    if (right == null) {
      throw Errors.typeError(
          ts,
          "can't concat %s to %s",
          ts.runtime().typeOf(value).name(),
          ts.runtime().typeOf(self).name());
    }
    byte[] left = of(ts, self);
    byte[] out = Arrays.copyOf(left, Math.addExact(left.length, right.length));
    System.arraycopy(right, 0, out, left.length, right.length);
    return like(ts, self, out);
  }

  /** The content repeated, null where the count is no index. */
  static byte[] repeated(ThreadState ts, byte[] text, long count) {
    long times = Math.max(0, StrOps.repetitions(ts, count));
    if (text.length > 0 && times > (Integer.MAX_VALUE - 64) / text.length) {
      throw Errors.raiseBare(ts, Exc.MemoryError);
    }
    byte[] out = new byte[text.length == 0 ? 0 : (int) (text.length * times)];
    for (int at = 0; at < out.length; at += text.length) {
      System.arraycopy(text, 0, out, at, text.length);
    }
    return out;
  }

  public static long repeat(ThreadState ts, long self, long count) {
    long times = Indices.factor(ts, count);
    if (times == 1 && ts.runtime().typeOf(self) == ts.runtime().types().bytes) {
      return self;
    }
    return like(ts, self, repeated(ts, of(ts, self), count));
  }

  public static long get(ThreadState ts, long self, long key) {
    String name = ts.runtime().kindOf(self) == Kind.BYTEARRAY ? "bytearray" : "byte";
    if (Slices.isSlice(ts, key)) {
      return like(ts, self, selected(ts, self, Slices.parts(ts, key)));
    }
    if (!Numbers.hasIndex(ts, key)) {
      throw Errors.typeError(
          ts,
          "%s indices must be integers or slices, not %s",
          name,
          ts.runtime().typeOf(key).name());
    }
    long index = Numbers.indexOrError(ts, key);
    int value = byteAt(ts, self, index);
    if (value < 0) {
      throw Errors.indexError(
          ts, name.equals("byte") ? "index out of range" : "bytearray index out of range");
    }
    return Word.boxInt(value);
  }

  /** The byte at an index, -1 where there is none. */
  static int byteAt(ThreadState ts, long self, long index) {
    if (ts.runtime().kindOf(self) == Kind.BYTEARRAY) {
      return ByteArrays.get(ts, self, index);
    }
    int length = dev.taipan.vm.layout.BytesLayout.length(self);
    long at = index < 0 ? index + length : index;
    return at < 0 || at >= length ? -1 : dev.taipan.vm.layout.BytesLayout.get(self, (int) at);
  }

  /** What a slice selects; of neighbours no more than these are copied. */
  private static byte[] selected(ThreadState ts, long self, Slices.Parts parts) {
    while (true) {
      Slices.Range range = parts.of(Buffers.length(ts, self));
      if (range.step() != 1) {
        byte[] text = of(ts, self);
        return select(text, parts.of(text.length));
      }
      byte[] part = new byte[(int) range.count()];
      if (Buffers.read(ts, self, range.start(), part)) {
        return part;
      }
      // Another thread has made it shorter.
    }
  }

  static byte[] select(byte[] text, Slices.Range range) {
    byte[] out = new byte[(int) range.count()];
    long at = range.start();
    for (int i = 0; i < out.length; i++, at += range.step()) {
      out[i] = text[(int) at];
    }
    return out;
  }

  public static long decode(ThreadState ts, long self, String encoding, String errors) {
    return TextCodecs.decode(ts, of(ts, self), encoding, errors);
  }

  public static long percent(ThreadState ts, long self, long values) {
    return like(ts, self, PercentFormat.ofBytes(ts, of(ts, self), values));
  }
}
