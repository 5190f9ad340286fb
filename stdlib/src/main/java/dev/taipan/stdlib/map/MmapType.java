package dev.taipan.stdlib.map;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Slices;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code mmap.mmap}. */
@BuiltinType(name = "mmap", module = "mmap")
final class MmapType {
  private MmapType() {}

  @Builtin(
      value = "__new__(cls, fileno, length, flags=1, prot=3, access=0, offset=0)",
      binding = Binding.NEW)
  static long create(
      ThreadState ts, long cls, int fd, long length, int flags, int prot, int access, long offset) {
    long size = Indices.size(ts, length);
    long start = offset == Word.EMPTY ? 0 : Indices.size(ts, offset);
    Mapping mapping = MapOpening.open(ts, fd, size, flags, prot, access, start);
    return Hosts.create(ts, Classes.of(ts, cls), mapping);
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(ThreadState ts, Mapping self, long args, long kwargs) {
    // __new__ has done everything
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, Mapping self) {
    self.close(ts);
  }

  @Getter("closed")
  static boolean closed(ThreadState ts, Mapping self) {
    return self.isClosed(ts);
  }

  @Builtin("__len__(self, /)")
  static long len(ThreadState ts, Mapping self) {
    return Word.boxInt(self.length(ts));
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    Hosts.get(ts, self, Mapping.class).length(ts);
    return MmapIteratorType.create(ts, self);
  }

  private static long index(ThreadState ts, Mapping self, long key) {
    long index = Numbers.indexOrError(ts, key);
    long length = self.length(ts);
    long at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) {
      throw Errors.indexError(ts, "mmap index out of range");
    }
    return at;
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, Mapping self, long key) {
    if (Slices.isSlice(ts, key)) {
      Slices.Range range = Slices.parts(ts, key).of(self.length(ts));
      return ByteStrings.of(ts, slice(ts, self, range));
    }
    if (!Numbers.hasIndex(ts, key)) {
      self.length(ts);
      throw Errors.typeError(ts, "mmap indices must be integers");
    }
    byte[] item = self.copy(ts, index(ts, self, key), 1);
    if (item.length == 0) {
      throw Errors.indexError(ts, "mmap index out of range");
    }
    return Word.boxInt(item[0] & 0xFF);
  }

  private static byte[] slice(ThreadState ts, Mapping self, Slices.Range range) {
    if (range.step() == 1 || range.count() <= 1) {
      return self.copy(ts, range.start(), range.count());
    }
    long last = range.start() + (range.count() - 1) * range.step();
    long low = Math.min(range.start(), last);
    byte[] all = self.copy(ts, low, Math.abs(last - range.start()) + 1);
    byte[] out = new byte[(int) range.count()];
    for (int i = 0; i < out.length; i++) {
      long at = range.start() + i * range.step() - low;
      out[i] = at < all.length ? all[(int) at] : 0;
    }
    return out;
  }

  @Builtin("__setitem__(self, key, value, /)")
  static void setitem(ThreadState ts, Mapping self, long key, long value) {
    self.length(ts);
    self.checkWritable(ts);
    if (Slices.isSlice(ts, key)) {
      setSlice(ts, self, Slices.parts(ts, key).of(self.length(ts)), value);
      return;
    }
    if (!Numbers.hasIndex(ts, key)) {
      throw Errors.typeError(ts, "mmap indices must be integers");
    }
    long at = index(ts, self, key);
    if (!Numbers.hasIndex(ts, value)) {
      throw Errors.typeError(ts, "mmap item value must be an int");
    }
    long number = Numbers.indexOrError(ts, value);
    if (number < 0 || number > 255) {
      throw Errors.valueError(ts, "mmap item value must be in range(0, 256)");
    }
    self.put(ts, at, new byte[] {(byte) number});
  }

  private static void setSlice(ThreadState ts, Mapping self, Slices.Range range, long value) {
    byte[] bytes = Buffers.require(ts, value);
    if (bytes.length != range.count()) {
      throw Errors.indexError(ts, "mmap slice assignment is wrong size");
    }
    if (range.step() == 1) {
      self.put(ts, range.start(), bytes);
      return;
    }
    for (int i = 0; i < bytes.length; i++) {
      self.put(ts, range.start() + i * range.step(), new byte[] {bytes[i]});
    }
  }

  @Builtin("__delitem__(self, key, /)")
  static void delitem(ThreadState ts, Mapping self, long key) {
    throw Errors.typeError(ts, "mmap object doesn't support item deletion");
  }

  private static Long optional(ThreadState ts, long word) {
    return word == Word.EMPTY ? null : (Long) Indices.size(ts, word);
  }

  @Builtin("find(self, sub, start=, end=, /)")
  static long find(ThreadState ts, Mapping self, long sub, long start, long end) {
    byte[] pattern = Buffers.require(ts, sub);
    return Word.boxInt(self.find(ts, pattern, optional(ts, start), optional(ts, end), false));
  }

  @Builtin("rfind(self, sub, start=, end=, /)")
  static long rfind(ThreadState ts, Mapping self, long sub, long start, long end) {
    byte[] pattern = Buffers.require(ts, sub);
    return Word.boxInt(self.find(ts, pattern, optional(ts, start), optional(ts, end), true));
  }

  @Builtin("flush(self, offset=0, size=, /)")
  static void flush(ThreadState ts, Mapping self, long offset, long size) {
    long from = offset == Word.EMPTY ? 0 : Indices.size(ts, offset);
    if (!self.flush(ts, from, optional(ts, size))) {
      throw Errors.valueError(ts, "flush values out of range");
    }
  }

  @Builtin("madvise(self, option, start=0, length=, /)")
  static void madvise(ThreadState ts, Mapping self, int option, long start, long length) {
    long from = start == Word.EMPTY ? 0 : Indices.size(ts, start);
    Long count = optional(ts, length);
    if (from < 0 || from >= self.length(ts)) {
      throw Errors.valueError(ts, "madvise start out of bounds");
    }
    if (count != null && count < 0) {
      throw Errors.valueError(ts, "madvise length invalid");
    }
    if (count != null && Long.MAX_VALUE - from < count) {
      throw Errors.overflowError(ts, "madvise length too large");
    }
    self.advise(ts, option, from, count == null ? Long.MAX_VALUE : count);
  }

  @Builtin("move(self, dest, src, count, /)")
  static void move(ThreadState ts, Mapping self, long dest, long src, long count) {
    long to = Indices.size(ts, dest);
    long from = Indices.size(ts, src);
    long size = Indices.size(ts, count);
    self.length(ts);
    self.checkWritable(ts);
    if (!self.move(ts, to, from, size)) {
      throw Errors.valueError(ts, "source, destination, or count out of range");
    }
  }

  @Builtin("read(self, n=None, /)")
  static long read(ThreadState ts, Mapping self, long n) {
    long count = -1;
    if (n != Word.NONE) {
      if (!Numbers.hasIndex(ts, n)) {
        throw Errors.typeError(
            ts, "argument should be integer or None, not '%s'", ts.runtime().typeOf(n).name());
      }
      count = Indices.size(ts, n);
    }
    return ByteStrings.of(ts, self.read(ts, count));
  }

  @Builtin("read_byte(self, /)")
  static int readByte(ThreadState ts, Mapping self) {
    byte[] one = self.read(ts, 1);
    if (one.length == 0) {
      throw Errors.valueError(ts, "read byte out of range");
    }
    return one[0] & 0xFF;
  }

  @Builtin("readline(self, /)")
  static long readline(ThreadState ts, Mapping self) {
    return ByteStrings.of(ts, self.readLine(ts));
  }

  @Builtin("resize(self, newsize, /)")
  static void resize(ThreadState ts, Mapping self, long size) {
    long wanted = Indices.size(ts, size);
    self.length(ts);
    if (self.access != Mapping.WRITE && self.access != Mapping.DEFAULT) {
      throw Errors.typeError(ts, "mmap can't resize a readonly or copy-on-write memory map.");
    }
    if (wanted < 0 || Long.MAX_VALUE - wanted < self.offset) {
      throw Errors.valueError(ts, "new size out of range");
    }
    self.resize(ts, wanted);
  }

  @Builtin("seek(self, pos, whence=0, /)")
  static void seek(ThreadState ts, Mapping self, long distance, int how) {
    long to = Indices.size(ts, distance);
    self.length(ts);
    if (how < 0 || how > 2) {
      throw Errors.valueError(ts, "unknown seek type");
    }
    if (!self.seek(ts, to, how)) {
      throw Errors.valueError(ts, "seek out of range");
    }
  }

  @Builtin("size(self, /)")
  static long size(ThreadState ts, Mapping self) {
    int fd = self.descriptor(ts);
    return Ints.of(ts, MapOpening.fileSize(ts, fd));
  }

  @Builtin("tell(self, /)")
  static long tell(ThreadState ts, Mapping self) {
    return Ints.of(ts, self.tell(ts));
  }

  @Builtin("write(self, bytes, /)")
  static long write(ThreadState ts, Mapping self, long data) {
    self.length(ts);
    byte[] bytes = Buffers.require(ts, data);
    self.checkWritable(ts);
    if (!self.write(ts, bytes)) {
      throw Errors.valueError(ts, "data out of range");
    }
    return Word.boxInt(bytes.length);
  }

  @Builtin("write_byte(self, byte, /)")
  static void writeByte(ThreadState ts, Mapping self, long value) {
    self.length(ts);
    long number = Numbers.indexOrError(ts, value);
    if (number < 0) {
      throw Errors.overflowError(ts, "unsigned byte integer is less than minimum");
    }
    if (number > 255) {
      throw Errors.overflowError(ts, "unsigned byte integer is greater than maximum");
    }
    self.checkWritable(ts);
    if (!self.write(ts, new byte[] {(byte) number})) {
      throw Errors.valueError(ts, "write byte out of range");
    }
  }

  @Builtin("__enter__(self, /)")
  static long enter(ThreadState ts, long self) {
    Hosts.get(ts, self, Mapping.class).length(ts);
    return self;
  }

  @Builtin("__exit__(self, /, *args)")
  static void exit(ThreadState ts, Mapping self, long args) {
    self.close(ts);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    Mapping map = Hosts.get(ts, self, Mapping.class);
    String name = ts.runtime().typeOf(self).name();
    String head = "<" + (name.contains(".") ? name : "mmap." + name);
    if (map.isClosed(ts)) {
      return head + " closed=True>";
    }
    String access =
        switch (map.access) {
          case Mapping.READ -> "ACCESS_READ";
          case Mapping.WRITE -> "ACCESS_WRITE";
          case Mapping.COPY -> "ACCESS_COPY";
          default -> "ACCESS_DEFAULT";
        };
    return head
        + " closed=False, access=%s, length=%d, pos=%d, offset=%d>"
            .formatted(access, map.length(ts), map.tell(ts), map.offset);
  }
}
