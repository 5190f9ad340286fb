package dev.taipan.stdlib.array;

import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Slices;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What arrays do with their items. */
final class ArrayItems {
  private static final int MAX_SEARCHES = 1000;

  private ArrayItems() {}

  static long create(ThreadState ts, PyType type, ArrayCode code, byte[] bytes) {
    return Hosts.create(ts, type, new ArrayObject(code, bytes));
  }

  /** The array behind a word, or null. */
  static ArrayObject of(ThreadState ts, long word) {
    return Hosts.orNull(ts, word) instanceof ArrayObject array ? array : null;
  }

  static long toList(ThreadState ts, ArrayObject self) {
    byte[] bytes = self.toByteArray(ts);
    int count = bytes.length / self.code.size;
    long list = Lists.create(ts, count);
    for (int i = 0; i < count; i++) {
      Lists.append(ts, list, self.code.decode(ts, ArrayObject.buffer(bytes), i * self.code.size));
    }
    return list;
  }

  /** The bytes of the items of an iterable. */
  static byte[] encodeAll(ThreadState ts, ArrayCode code, long iterable) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Iteration.forEach(
        ts,
        iterable,
        (thread, item) -> {
          out.writeBytes(code.encode(thread, item));
          return true;
        });
    return out.toByteArray();
  }

  static byte[] characters(long text) {
    int length = Strs.length(text);
    byte[] bytes = new byte[4 * length];
    for (int i = 0; i < length; i++) {
      ArrayObject.buffer(bytes).putInt(4 * i, Strs.charAt(text, i));
    }
    return bytes;
  }

  static void extend(ThreadState ts, ArrayObject self, long iterable) {
    ArrayObject other = of(ts, iterable);
    if (other == null) {
      Iteration.forEach(
          ts,
          iterable,
          (thread, item) -> {
            self.append(thread, self.code.encode(thread, item));
            return true;
          });
      return;
    }
    if (other.code != self.code) {
      throw Errors.typeError(ts, "can only extend with array of same kind");
    }
    self.append(ts, other.toByteArray(ts));
  }

  static void fromBytes(ThreadState ts, ArrayObject self, byte[] bytes) {
    if (bytes.length % self.code.size != 0) {
      throw Errors.valueError(ts, "bytes length not a multiple of item size");
    }
    self.append(ts, bytes);
  }

  private static long index(ThreadState ts, ArrayObject self, long key) {
    if (!Numbers.hasIndex(ts, key)) {
      throw Errors.typeError(ts, "array indices must be integers");
    }
    long index = Numbers.indexOrError(ts, key);
    return index < 0 ? index + self.length(ts) : index;
  }

  private static byte[] select(ArrayObject self, byte[] all, Slices.Range range) {
    int size = self.code.size;
    byte[] out = new byte[(int) range.count() * size];
    for (int i = 0; i < range.count(); i++) {
      int from = (int) (range.start() + i * range.step()) * size;
      System.arraycopy(all, from, out, i * size, size);
    }
    return out;
  }

  static long get(ThreadState ts, ArrayObject self, long key, PyType type) {
    if (Slices.isSlice(ts, key)) {
      Slices.Parts parts = Slices.parts(ts, key);
      byte[] all = self.toByteArray(ts);
      return create(ts, type, self.code, select(self, all, parts.of(all.length / self.code.size)));
    }
    long item = self.get(ts, index(ts, self, key));
    if (item == 0L) {
      throw Errors.indexError(ts, "array index out of range");
    }
    return item;
  }

  static void set(ThreadState ts, ArrayObject self, long key, long value) {
    if (!Slices.isSlice(ts, key)) {
      long index = index(ts, self, key);
      if (index < 0 || index >= self.length(ts)) {
        throw Errors.indexError(ts, "array assignment index out of range");
      }
      if (!self.set(ts, index, self.code.encode(ts, value))) {
        throw Errors.indexError(ts, "array assignment index out of range");
      }
      return;
    }
    ArrayObject source = of(ts, value);
    if (source == null) {
      throw Errors.typeError(
          ts,
          "can only assign array (not \"%s\") to array slice",
          ts.runtime().typeOf(value).name());
    }
    if (source.code != self.code) {
      throw Errors.typeError(ts, "bad argument type for built-in operation");
    }
    byte[] fresh = source.toByteArray(ts);
    setSlice(ts, self, Slices.parts(ts, key).of(self.length(ts)), fresh);
  }

  private static void setSlice(ThreadState ts, ArrayObject self, Slices.Range range, byte[] fresh) {
    if (range.step() == 1) {
      self.splice(ts, range.start(), range.count(), fresh);
      return;
    }
    int size = self.code.size;
    if (fresh.length / size != range.count()) {
      throw Errors.valueError(
          ts,
          "attempt to assign array of size %d to extended slice of size %d",
          fresh.length / size,
          range.count());
    }
    for (int i = 0; i < range.count(); i++) {
      byte[] item = Arrays.copyOfRange(fresh, i * size, (i + 1) * size);
      self.set(ts, range.start() + i * range.step(), item);
    }
  }

  static void delete(ThreadState ts, ArrayObject self, long key) {
    if (!Slices.isSlice(ts, key)) {
      long index = index(ts, self, key);
      if (index < 0 || index >= self.length(ts)) {
        throw Errors.indexError(ts, "array assignment index out of range");
      }
      self.splice(ts, index, 1, new byte[0]);
      return;
    }
    Slices.Range range = Slices.parts(ts, key).of(self.length(ts));
    if (range.step() == 1) {
      self.splice(ts, range.start(), range.count(), new byte[0]);
      return;
    }
    for (long i = 0; i < range.count(); i++) { // from the last index down
      long nth = range.step() > 0 ? range.count() - 1 - i : i;
      self.splice(ts, range.start() + nth * range.step(), 1, new byte[0]);
    }
  }

  /** The index of the first equal item within bounds, -1 if there is none. */
  static long find(ThreadState ts, ArrayObject self, long value, long start, long stop) {
    for (long i = start; i < stop; i++) {
      long item = self.get(ts, i);
      if (item == 0L) {
        return -1;
      }
      try (RootScope roots = ts.roots()) {
        if (Comparison.equal(ts, roots.keep(item), value)) {
          return i;
        }
      }
    }
    return -1;
  }

  /**
   * Removes the first equal item of one moment; false if there is none. Where others have put
   * another item in its place meanwhile, the search begins again, so often that the comparison
   * itself must do that.
   */
  static boolean remove(ThreadState ts, ArrayObject self, long value) {
    int size = self.code.size;
    for (int searches = 0; searches < MAX_SEARCHES; searches++) {
      byte[] all = self.toByteArray(ts);
      int at = 0;
      while (at < all.length && !equalAt(ts, self.code, all, at, value)) {
        at += size;
      }
      if (at == all.length) {
        return false;
      }
      if (self.removeAt(ts, at / size, Arrays.copyOfRange(all, at, at + size))) {
        return true;
      }
    }
    throw Errors.runtimeError(ts, "array changed while an item was removed");
  }

  private static boolean equalAt(ThreadState ts, ArrayCode code, byte[] bytes, int at, long value) {
    try (RootScope roots = ts.roots()) {
      long item = roots.keep(code.decode(ts, ArrayObject.buffer(bytes), at));
      return Comparison.equal(ts, item, value);
    }
  }

  static long pop(ThreadState ts, ArrayObject self, long position) {
    boolean empty = self.length(ts) == 0;
    long item = self.take(ts, position);
    if (item == 0L) {
      throw Errors.indexError(ts, empty ? "pop from empty array" : "pop index out of range");
    }
    return item;
  }

  static byte[] swapped(byte[] bytes, int size) {
    byte[] out = bytes.clone();
    for (int i = 0; i + size <= out.length; i += size) {
      for (int a = i, b = i + size - 1; a < b; a++, b--) {
        byte kept = out[a];
        out[a] = out[b];
        out[b] = kept;
      }
    }
    return out;
  }

  static byte[] reversed(byte[] bytes, int size) {
    byte[] out = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i += size) {
      System.arraycopy(bytes, i, out, bytes.length - size - i, size);
    }
    return out;
  }

  static byte[] repeated(ThreadState ts, byte[] bytes, long count) {
    int times = dev.taipan.vm.object.Indices.repeated(ts, count, bytes.length);
    byte[] out = new byte[bytes.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(bytes, 0, out, i * bytes.length, bytes.length);
    }
    return out;
  }

  /** The initial bytes of {@code array(code, initializer)}. */
  static byte[] initial(ThreadState ts, ArrayCode code, long initializer) {
    if (Strs.isStr(ts, initializer)) {
      if (code != ArrayCode.CHAR) {
        throw Errors.typeError(
            ts,
            "cannot use a str to initialize an array with typecode '%s'",
            String.valueOf(code.letter));
      }
      return characters(initializer);
    }
    ArrayObject other = of(ts, initializer);
    if (other != null && other.code == code) {
      return other.toByteArray(ts);
    }
    if (other != null && other.code == ArrayCode.CHAR) {
      throw Errors.typeError(
          ts,
          "cannot use a unicode array to initialize an array with typecode '%s'",
          String.valueOf(code.letter));
    }
    byte[] bytes = Buffers.ofBytesOrByteArray(ts, initializer);
    if (bytes == null) {
      return encodeAll(ts, code, initializer);
    }
    if (bytes.length % code.size != 0) {
      throw Errors.valueError(ts, "bytes length not a multiple of item size");
    }
    return bytes;
  }

  /** {@code __reduce_ex__}. */
  static long reduce(ThreadState ts, long self, ArrayObject array, long state, long maker) {
    long type = ts.runtime().typeOf(self).cell();
    long letter = Strs.of(ts, String.valueOf(array.code.letter));
    if (maker == 0L) {
      long args = Tuples.of(ts, letter, toList(ts, array));
      return Tuples.of(ts, type, args, state);
    }
    long format = dev.taipan.vm.value.Word.boxInt(array.code.machineFormat);
    long bytes = dev.taipan.vm.object.ByteStrings.of(ts, array.toByteArray(ts));
    return Tuples.of(ts, maker, Tuples.of(ts, type, letter, format, bytes), state);
  }
}
