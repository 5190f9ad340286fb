package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;

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
    byte[] text = ByteArrays.snapshot(ts, self);
    boolean[] gone = new boolean[text.length];
    long at = range.start();
    for (long i = 0; i < range.count(); i++, at += range.step()) {
      gone[(int) at] = true;
    }
    byte[] rest = new byte[text.length - (int) range.count()];
    int to = 0;
    for (int i = 0; i < text.length; i++) {
      if (!gone[i]) {
        rest[to++] = text[i];
      }
    }
    ByteArrays.setAll(ts, self, rest);
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
    ByteArrays.setAll(ts, self, ByteMethods.repeated(ts, ByteArrays.snapshot(ts, self), count));
    return self;
  }

  public static void insert(ThreadState ts, long self, long index, long item) {
    long at = Numbers.indexOrError(ts, index);
    byte[] bytes = {(byte) ByteStrings.asByte(ts, item)};
    int length = ByteArrays.length(self);
    ByteArrays.splice(ts, self, at < 0 ? Math.max(0, at + length) : at, 0, bytes);
  }

  public static int pop(ThreadState ts, long self, long index) {
    long at = Numbers.indexOrError(ts, index);
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
    byte[] text = ByteArrays.snapshot(ts, self);
    int at = ByteMethods.indexOf(text, new byte[] {b}, 0, text.length);
    if (at < 0) {
      throw Errors.valueError(ts, "value not found in bytearray");
    }
    ByteArrays.remove(ts, self, at);
  }

  public static void reverse(ThreadState ts, long self) {
    byte[] text = ByteArrays.snapshot(ts, self);
    byte[] turned = new byte[text.length];
    for (int i = 0; i < text.length; i++) {
      turned[i] = text[text.length - 1 - i];
    }
    ByteArrays.setAll(ts, self, turned);
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
