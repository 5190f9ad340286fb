package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The methods that change a bytearray. */
public final class ByteArrayOps {
  private static final byte[] NONE = {};

  private ByteArrayOps() {}

  public static void set(ThreadState ts, long self, long key, long value) {
    if (Slices.isSlice(ts, key)) {
      setSlice(ts, self, Slices.parts(ts, key), content(ts, value));
      return;
    }
    long index = index(ts, key);
    int b = ByteStrings.asByte(ts, value);
    if (!ByteArrays.set(ts, self, index, b)) {
      throw Errors.indexError(ts, "bytearray index out of range");
    }
  }

  private static long index(ThreadState ts, long key) {
    if (!Numbers.hasIndex(ts, key)) {
      throw Errors.typeError(
          ts,
          "bytearray indices must be integers or slices, not %s",
          ts.runtime().typeOf(key).name());
    }
    return Numbers.indexOrError(ts, key);
  }

  private static byte[] content(ThreadState ts, long value) {
    if (Buffers.isBuffer(ts, value)) {
      return Buffers.orNull(ts, value);
    }
    if (Numbers.hasIndex(ts, value) || Strs.isStr(ts, value)) {
      throw Errors.typeError(
          ts, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    return ByteStrings.fromObject(ts, value, "bytearray");
  }

  private static void setSlice(ThreadState ts, long self, Slices.Parts parts, byte[] bytes) {
    Slices.Range range = parts.of(ByteArrays.length(self));
    if (range.step() == 1) {
      ByteArrays.splice(ts, self, range.start(), range.count(), bytes);
      return;
    }
    if (bytes.length == 0) {
      delete(ts, self, range);
      return;
    }
    if (bytes.length != range.count()) {
      throw Errors.valueError(
          ts,
          "attempt to assign bytes of size %d to extended slice of size %d",
          bytes.length,
          range.count());
    }
    long at = range.start();
    for (byte b : bytes) {
      ByteArrays.set(ts, self, at, b);
      at += range.step();
    }
  }

  public static void delete(ThreadState ts, long self, long key) {
    if (Slices.isSlice(ts, key)) {
      delete(ts, self, Slices.parts(ts, key).of(ByteArrays.length(self)));
    } else if (ByteArrays.remove(ts, self, index(ts, key)) < 0) {
      throw Errors.indexError(ts, "bytearray index out of range");
    }
  }

  private static void delete(ThreadState ts, long self, Slices.Range range) {
    if (range.step() == 1) {
      ByteArrays.splice(ts, self, range.start(), range.count(), NONE);
      return;
    }
    ByteArrays.rewrite(ts, self, text -> without(text, range));
  }

  /** The bytes but for those of a range that was found for them, or for more or fewer. */
  private static byte[] without(byte[] text, Slices.Range range) {
    boolean[] gone = new boolean[text.length];
    int count = 0;
    long at = range.start();
    for (long i = 0; i < range.count(); i++, at += range.step()) {
      if (at < text.length) {
        gone[(int) at] = true;
        count++;
      }
    }
    byte[] rest = new byte[text.length - count];
    int to = 0;
    for (int i = 0; i < text.length; i++) {
      if (!gone[i]) {
        rest[to++] = text[i];
      }
    }
    return rest;
  }

  public static void append(ThreadState ts, long self, long item) {
    ByteArrays.append(ts, self, new byte[] {(byte) ByteStrings.asByte(ts, item)});
  }

  public static void extend(ThreadState ts, long self, long items) {
    if (Strs.isStr(ts, items) && Strs.length(items) > 0) {
      throw Errors.typeError(ts, "'str' object cannot be interpreted as an integer");
    }
    if (!Buffers.isShown(ts, items) && !Iteration.isIterable(ts, items)) {
      throw Errors.typeError(
          ts, "can't extend bytearray with %s", ts.runtime().typeOf(items).name());
    }
    ByteArrays.append(ts, self, ByteStrings.fromObject(ts, items, "bytearray"));
  }

  public static long addInPlace(ThreadState ts, long self, long value) {
    byte[] bytes = Buffers.contiguousOrNull(ts, value);
    if (bytes == null) {
      throw Errors.typeError(
          ts,
          "can't concat %s to %s",
          ts.runtime().typeOf(value).name(),
          ts.runtime().typeOf(self).name());
    }
    ByteArrays.append(ts, self, bytes);
    return self;
  }

  public static long repeatInPlace(ThreadState ts, long self, long count) {
    long times = Word.boxInt(Math.clamp(StrOps.repetitions(ts, count), 0, Integer.MAX_VALUE));
    ByteArrays.rewrite(ts, self, text -> ByteMethods.repeated(ts, text, times));
    return self;
  }

  public static void insert(ThreadState ts, long self, long index, long item) {
    long at = Numbers.indexOrError(ts, index);
    byte[] bytes = {(byte) ByteStrings.asByte(ts, item)};
    ByteArrays.splice(ts, self, at, 0, bytes);
  }

  public static int pop(ThreadState ts, long self, long index) {
    long at = Indices.size(ts, index);
    if (ByteArrays.length(self) == 0) {
      throw Errors.indexError(ts, "pop from empty bytearray");
    }
    int value = ByteArrays.remove(ts, self, at);
    if (value < 0) {
      throw Errors.indexError(ts, "pop index out of range");
    }
    return value;
  }

  public static void remove(ThreadState ts, long self, long item) {
    byte b = (byte) ByteStrings.asByte(ts, item);
    boolean[] found = new boolean[1];
    ByteArrays.rewrite(
        ts,
        self,
        text -> {
          int at = ByteMethods.indexOf(text, new byte[] {b}, 0, text.length);
          found[0] = at >= 0;
          return found[0] ? without(text, new Slices.Range(at, at + 1L, 1, 1)) : text;
        });
    if (!found[0]) {
      throw Errors.valueError(ts, "value not found in bytearray");
    }
  }

  public static void reverse(ThreadState ts, long self) {
    ByteArrays.rewrite(
        ts,
        self,
        text -> {
          byte[] turned = new byte[text.length];
          for (int i = 0; i < text.length; i++) {
            turned[i] = text[text.length - 1 - i];
          }
          return turned;
        });
  }

  /** {@code __reduce_ex__}: old protocols have no bytes and take text for them. */
  public static long reduce(ThreadState ts, long self, int protocol) {
    int mark = ts.rootMark();
    try {
      byte[] bytes = ByteArrays.snapshot(ts, self);
      long args =
          protocol < 3
              ? Tuples.of(ts, Strs.of(ts, Buffers.latin1(bytes)), Strs.of(ts, "latin-1"))
              : Tuples.of(ts, ByteStrings.of(ts, bytes));
      ts.root(args);
      long state = Calls.named(ts, self, "__getstate__");
      return Tuples.of(ts, ts.runtime().typeOf(self).cell(), args, state);
    } finally {
      ts.rootRelease(mark);
    }
  }

  public static String repr(ThreadState ts, long self) {
    return ts.runtime().typeOf(self).name()
        + "("
        + ByteStrings.repr(ByteArrays.snapshot(ts, self))
        + ")";
  }
}
