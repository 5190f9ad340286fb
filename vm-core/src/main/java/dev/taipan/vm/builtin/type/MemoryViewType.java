package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteText;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.MemoryView;
import dev.taipan.vm.object.MemoryViews;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/** {@code memoryview}. */
@BuiltinType(name = "memoryview", subclassable = false)
final class MemoryViewType {
  private MemoryViewType() {}

  @Builtin(value = "__new__(cls, object)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long object) {
    return MemoryViews.create(ts, object);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    boolean released = Hosts.get(ts, self, MemoryView.class).isReleased();
    return (released ? "<released memory at 0x%x>" : "<memory at 0x%x>").formatted(self);
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, MemoryView self) {
    return Ints.of(ts, MemoryViews.hash(ts, self));
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return MemoryViews.compare(ts, true, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return MemoryViews.compare(ts, false, self, value);
  }

  @Builtin("__len__(self, /)")
  static int len(ThreadState ts, MemoryView self) {
    return MemoryViews.length(ts, self);
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, MemoryView self, long key) {
    return MemoryViews.get(ts, self, key);
  }

  @Builtin("__setitem__(self, key, value, /)")
  static void setitem(ThreadState ts, MemoryView self, long key, long value) {
    MemoryViews.set(ts, self, key, value);
  }

  @Builtin("__delitem__(self, key, /)")
  static void delitem(ThreadState ts, MemoryView self, long key) {
    MemoryViews.set(ts, self, key, Word.EMPTY);
  }

  @Builtin("__buffer__(self, flags, /)")
  static long buffer(ThreadState ts, long self, long flags) {
    if (MemoryViews.wantsToWrite(ts, flags) && !Buffers.isWritable(ts, self)) {
      throw Errors.raise(ts, Exc.BufferError, "memoryview: underlying buffer is not writable");
    }
    return MemoryViews.create(ts, self);
  }

  @Builtin(value = "_from_flags(cls, /, object, flags)", binding = Binding.CLASS)
  static long fromFlags(ThreadState ts, long cls, long object, long flags) {
    return MemoryViews.create(ts, object, flags);
  }

  @Builtin("__release_buffer__(self, buffer, /)")
  static void releaseBuffer(ThreadState ts, MemoryView self, long buffer) {
    MemoryViews.release(ts, buffer);
  }

  @Builtin("__enter__(self, /)")
  static long enter(ThreadState ts, long self) {
    Hosts.get(ts, self, MemoryView.class).check(ts);
    return self;
  }

  @Builtin("__exit__(self, /, *args)")
  static void exit(ThreadState ts, long self, long args) {
    MemoryViews.release(ts, self);
  }

  @Builtin("release(self, /)")
  static void release(ThreadState ts, long self) {
    MemoryViews.release(ts, self);
  }

  @Builtin("tobytes(self, /, order='C')")
  static long tobytes(ThreadState ts, MemoryView self, long order) {
    return MemoryViews.toBytes(ts, self, order);
  }

  @Builtin("tolist(self, /)")
  static long tolist(ThreadState ts, MemoryView self) {
    return MemoryViews.toList(ts, self);
  }

  @Builtin("cast(self, /, format, shape=)")
  static long cast(ThreadState ts, MemoryView self, String format, long shape) {
    return MemoryViews.cast(ts, self, format, shape);
  }

  @Builtin("toreadonly(self, /)")
  static long toreadonly(ThreadState ts, MemoryView self) {
    return MemoryViews.toReadOnly(ts, self);
  }

  @Builtin("hex(self, /, sep=, bytes_per_sep=1)")
  static String hex(ThreadState ts, MemoryView self, long separator, int group) {
    return ByteText.hex(ts, self.toByteArray(ts), separator, group);
  }

  @Getter("obj")
  static long obj(ThreadState ts, MemoryView self) {
    return self.check(ts).object();
  }

  @Getter("nbytes")
  static int nbytes(ThreadState ts, MemoryView self) {
    return self.check(ts).count() * self.itemSize();
  }

  @Getter("itemsize")
  static int itemsize(ThreadState ts, MemoryView self) {
    return self.check(ts).itemSize();
  }

  @Getter("format")
  static String format(ThreadState ts, MemoryView self) {
    return self.check(ts).format();
  }

  @Getter("ndim")
  static int ndim(ThreadState ts, MemoryView self) {
    return self.check(ts).dimensions();
  }

  @Getter("readonly")
  static boolean readonly(ThreadState ts, MemoryView self) {
    return self.check(ts).isReadOnly();
  }

  @Getter("shape")
  static long shape(ThreadState ts, MemoryView self) {
    int[] shape = self.check(ts).shape();
    long[] words = new long[shape.length];
    Arrays.setAll(words, i -> Word.boxInt(shape[i]));
    return Tuples.of(ts, words);
  }

  @Getter("strides")
  static long strides(ThreadState ts, MemoryView self) {
    long[] strides = self.check(ts).strides();
    long[] words = new long[strides.length];
    Arrays.setAll(words, i -> Word.boxInt(strides[i]));
    return Tuples.of(ts, words);
  }

  @Getter("suboffsets")
  static long suboffsets(ThreadState ts, MemoryView self) {
    self.check(ts);
    return Tuples.empty(ts);
  }

  @Getter("contiguous")
  static boolean contiguous(ThreadState ts, MemoryView self) {
    return self.check(ts).isContiguous() || self.isFortran();
  }

  @Getter("c_contiguous")
  static boolean cContiguous(ThreadState ts, MemoryView self) {
    return self.check(ts).isContiguous();
  }

  @Getter("f_contiguous")
  static boolean fContiguous(ThreadState ts, MemoryView self) {
    return self.check(ts).isFortran();
  }
}
