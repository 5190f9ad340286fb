package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/** What {@code memoryview}'s methods do. */
public final class MemoryViews {
  private MemoryViews() {}

  private static long wrap(ThreadState ts, MemoryView view) {
    return Hosts.create(ts, ts.runtime().types().named("memoryview"), view);
  }

  public static long create(ThreadState ts, long object) {
    if (Hosts.orNull(ts, object) instanceof MemoryView view) {
      view.check(ts);
      return wrap(
          ts, new MemoryView(view.source, view.offset, view.count, view.stride, view.format));
    }
    byte[] bytes = Buffers.orNull(ts, object);
    if (bytes == null) {
      throw Errors.typeError(
          ts,
          "memoryview: a bytes-like object is required, not '%s'",
          ts.runtime().typeOf(object).name());
    }
    char format = Hosts.orNull(ts, object) instanceof ByteSource source ? source.format() : 'B';
    int size = MemoryView.sizeOf(format);
    return wrap(ts, new MemoryView(object, 0, bytes.length / size, size, format));
  }

  private static int index(ThreadState ts, MemoryView self, long key) {
    if (!Numbers.hasIndex(ts, key)) {
      throw Errors.typeError(ts, "memoryview: invalid slice key");
    }
    long index = Numbers.indexOrError(ts, key);
    long at = index < 0 ? index + self.count : index;
    if (at < 0 || at >= self.count) {
      throw Errors.indexError(ts, "index out of bounds on dimension 1");
    }
    return (int) at;
  }

  private static MemoryView slice(MemoryView self, Slices.Range range) {
    return new MemoryView(
        self.source,
        self.offset + range.start() * self.stride,
        (int) range.count(),
        self.stride * range.step(),
        self.format);
  }

  public static long get(ThreadState ts, MemoryView self, long key) {
    self.check(ts);
    if (Slices.isSlice(ts, key)) {
      return wrap(ts, slice(self, Slices.parts(ts, key).of(self.count)));
    }
    return self.item(ts, index(ts, self, key));
  }

  public static void set(ThreadState ts, MemoryView self, long key, long value) {
    self.check(ts);
    if (self.isReadOnly(ts)) {
      throw Errors.typeError(ts, "cannot modify read-only memory");
    }
    if (!Slices.isSlice(ts, key)) {
      self.setItem(ts, index(ts, self, key), value);
      return;
    }
    MemoryView target = slice(self, Slices.parts(ts, key).of(self.count));
    byte[] bytes = Buffers.require(ts, value);
    int size = target.itemSize();
    if (bytes.length != target.count * size) {
      throw Errors.valueError(
          ts, "memoryview assignment: lvalue and rvalue have different structures");
    }
    for (int i = 0; i < target.count; i++) {
      byte[] item = Arrays.copyOfRange(bytes, i * size, (i + 1) * size);
      Buffers.write(ts, self.source, (int) (target.offset + i * target.stride), item);
    }
  }

  public static long cast(ThreadState ts, MemoryView self, String format, long shape) {
    self.check(ts);
    if (shape != 0L) {
      throw Errors.notImplemented(ts, "memoryview.cast with a shape");
    }
    String plain = format.startsWith("@") ? format.substring(1) : format;
    char code = plain.length() == 1 ? plain.charAt(0) : 0;
    int size = MemoryView.sizeOf(code);
    if (size == 0) {
      throw Errors.valueError(
          ts,
          "memoryview: destination format must be a native single character format prefixed with an"
              + " optional '@'");
    }
    if (!self.isContiguous()) {
      throw Errors.typeError(ts, "memoryview: casts are restricted to C-contiguous views");
    }
    if (self.itemSize() != 1 && size != 1) {
      throw Errors.typeError(ts, "memoryview: cannot cast between two non-byte formats");
    }
    int bytes = self.count * self.itemSize();
    if (bytes % size != 0) {
      throw Errors.typeError(ts, "memoryview: length is not a multiple of itemsize");
    }
    return wrap(ts, new MemoryView(self.source, self.offset, bytes / size, size, code));
  }

  public static long toList(ThreadState ts, MemoryView self) {
    self.check(ts);
    long list = Lists.create(ts, self.count);
    for (int i = 0; i < self.count; i++) {
      Lists.append(ts, list, self.item(ts, i));
    }
    return list;
  }

  public static long toReadOnly(ThreadState ts, MemoryView self) {
    self.check(ts);
    if (self.isReadOnly(ts)) {
      return wrap(
          ts, new MemoryView(self.source, self.offset, self.count, self.stride, self.format));
    }
    throw Errors.notImplemented(ts, "memoryview.toreadonly of a bytearray");
  }

  public static long compare(ThreadState ts, boolean equal, MemoryView self, long value) {
    MemoryView other = Hosts.orNull(ts, value) instanceof MemoryView view ? view : null;
    if (self.isReleased() || other != null && other.isReleased()) {
      return Word.boxBool((self == other) == equal);
    }
    if (!Buffers.isBuffer(ts, value)) {
      return Word.NOT_IMPLEMENTED;
    }
    if (other == null || other.format == self.format) {
      boolean bytewise = other != null || self.itemSize() == 1;
      return Word.boxBool(
          (bytewise && Arrays.equals(self.toByteArray(ts), Buffers.require(ts, value))) == equal);
    }
    if (other.count != self.count) {
      return Word.boxBool(!equal);
    }
    for (int i = 0; i < self.count; i++) {
      if (!Comparison.equal(ts, self.item(ts, i), other.item(ts, i))) {
        return Word.boxBool(!equal);
      }
    }
    return Word.boxBool(equal);
  }

  public static long hash(ThreadState ts, MemoryView self) {
    self.check(ts);
    if (!self.isReadOnly(ts)) {
      throw Errors.valueError(ts, "cannot hash writable memoryview object");
    }
    if (self.itemSize() != 1) {
      throw Errors.valueError(ts, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    return Hashing.hash(ts, ByteStrings.of(ts, self.toByteArray(ts)));
  }
}
