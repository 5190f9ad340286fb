package dev.taipan.stdlib.io;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.MemoryViews;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code BytesIO}. */
@BuiltinType(name = "BytesIO", module = "_io", base = "_BufferedIOBase", dict = true)
final class BytesIoType {
  private BytesIoType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Hosts.create(ts, Classes.of(ts, Memory.getLong(args)), new BytesFile());
  }

  @Builtin("__init__(self, initial_bytes=)")
  static void init(ThreadState ts, BytesFile self, long initial) {
    boolean none = initial == Word.NONE || initial == Word.EMPTY;
    self.set(ts, none ? new byte[0] : Buffers.require(ts, initial));
  }

  @Builtin("read(self, size=-1, /)")
  static long read(ThreadState ts, BytesFile self, long size) {
    long count = IoErrors.size(ts, size);
    self.checkOpen(ts);
    return ByteStrings.of(ts, self.read(ts, count));
  }

  @Builtin("read1(self, size=-1, /)")
  static long read1(ThreadState ts, BytesFile self, long size) {
    return read(ts, self, size);
  }

  @Builtin("readline(self, size=-1, /)")
  static long readline(ThreadState ts, BytesFile self, long size) {
    long most = IoErrors.size(ts, size);
    self.checkOpen(ts);
    return ByteStrings.of(ts, self.readLine(ts, most));
  }

  @Builtin("readlines(self, size=None, /)")
  static long readlines(ThreadState ts, BytesFile self, long size) {
    long most = IoErrors.size(ts, size);
    self.checkOpen(ts);
    long list = Lists.create(ts, 8);
    long total = 0;
    while (most <= 0 || total < most) {
      byte[] line = self.readLine(ts, -1);
      if (line.length == 0) {
        break;
      }
      total += line.length;
      Lists.append(ts, list, ByteStrings.of(ts, line));
    }
    return list;
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    of(ts, self).checkOpen(ts);
    return self;
  }

  private static BytesFile of(ThreadState ts, long self) {
    if (Hosts.orNull(ts, self) instanceof BytesFile file) {
      return file;
    }
    throw Errors.typeError(ts, "a BytesIO is required, not '%s'", ts.runtime().typeOf(self).name());
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, BytesFile self) {
    self.checkOpen(ts);
    byte[] line = self.readLine(ts, -1);
    return line.length == 0 ? Word.EMPTY : ByteStrings.of(ts, line);
  }

  @Builtin("readinto(self, buffer, /)")
  static long readinto(ThreadState ts, BytesFile self, long buffer) {
    self.checkOpen(ts);
    byte[] bytes = self.read(ts, Targets.size(ts, buffer));
    Targets.put(ts, buffer, bytes, bytes.length);
    return Word.boxInt(bytes.length);
  }

  @Builtin("readinto1(self, buffer, /)")
  static long readinto1(ThreadState ts, BytesFile self, long buffer) {
    return readinto(ts, self, buffer);
  }

  @Builtin("write(self, b, /)")
  static long write(ThreadState ts, BytesFile self, long data) {
    byte[] bytes = Buffers.require(ts, data);
    self.checkOpen(ts);
    self.write(ts, bytes);
    return Word.boxInt(bytes.length);
  }

  @Builtin("writelines(self, lines, /)")
  static void writelines(ThreadState ts, BytesFile self, long lines) {
    self.checkOpen(ts);
    Iteration.forEach(
        ts,
        lines,
        (thread, line) -> {
          write(thread, self, line);
          return true;
        });
  }

  @Builtin("seek(self, pos, whence=0, /)")
  static long seek(ThreadState ts, BytesFile self, long pos, int whence) {
    long offset = IoErrors.offset(ts, pos);
    self.checkOpen(ts);
    if (whence < 0 || whence > 2) {
      throw Errors.valueError(ts, "invalid whence (%d, should be 0, 1 or 2)", whence);
    }
    if (whence == 0 && offset < 0) {
      throw Errors.valueError(ts, "negative seek value %d", offset);
    }
    return Ints.of(ts, self.seek(ts, offset, whence));
  }

  @Builtin("tell(self, /)")
  static long tell(ThreadState ts, BytesFile self) {
    self.checkOpen(ts);
    return Ints.of(ts, self.place(ts));
  }

  @Builtin("truncate(self, size=None, /)")
  static long truncate(ThreadState ts, BytesFile self, long size) {
    self.checkOpen(ts);
    long wanted = size == Word.NONE ? self.place(ts) : IoErrors.offset(ts, size);
    if (wanted < 0) {
      throw Errors.valueError(ts, "negative size value %d", wanted);
    }
    self.truncate(ts, wanted);
    return Ints.of(ts, wanted);
  }

  @Builtin("getvalue(self, /)")
  static long getvalue(ThreadState ts, BytesFile self) {
    self.checkOpen(ts);
    return ByteStrings.of(ts, self.value(ts));
  }

  @Builtin("getbuffer(self, /)")
  static long getbuffer(ThreadState ts, long self) {
    BytesFile file = of(ts, self);
    file.checkOpen(ts);
    return MemoryViews.create(ts, BytesView.create(ts, self, file));
  }

  @Builtin("flush(self, /)")
  static void flush(ThreadState ts, BytesFile self) {
    self.checkOpen(ts);
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, BytesFile self) {
    self.close(ts);
  }

  @Builtin("isatty(self, /)")
  static boolean isatty(ThreadState ts, BytesFile self) {
    self.checkOpen(ts);
    return false;
  }

  @Builtin("readable(self, /)")
  static boolean readable(ThreadState ts, BytesFile self) {
    self.checkOpen(ts);
    return true;
  }

  @Builtin("writable(self, /)")
  static boolean writable(ThreadState ts, BytesFile self) {
    self.checkOpen(ts);
    return true;
  }

  @Builtin("seekable(self, /)")
  static boolean seekable(ThreadState ts, BytesFile self) {
    self.checkOpen(ts);
    return true;
  }

  @Getter("closed")
  static boolean closed(BytesFile self) {
    return self.isClosed();
  }

  @Builtin("__getstate__(self, /)")
  static long getstate(ThreadState ts, long self) {
    BytesFile file = of(ts, self);
    file.checkOpen(ts);
    long attributes = Attributes.find(ts, self, "__dict__");
    boolean none = attributes == 0L || Dicts.size(ts, attributes) == 0;
    return Tuples.of(
        ts,
        ByteStrings.of(ts, file.value(ts)),
        Ints.of(ts, file.place(ts)),
        none ? Word.NONE : Dicts.copy(ts, attributes));
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, long self, long state) {
    BytesFile file = of(ts, self);
    if (!Tuples.isTuple(ts, state) || Tuples.length(state) < 3) {
      throw Errors.typeError(
          ts,
          "%s.__setstate__ argument should be 3-tuple, got %s",
          ts.runtime().typeOf(self).name(),
          ts.runtime().typeOf(state).name());
    }
    init(ts, file, Tuples.get(state, 0));
    if (!Ints.isInt(ts, Tuples.get(state, 1))) {
      throw Errors.typeError(
          ts,
          "second item of state must be an integer, not %s",
          ts.runtime().typeOf(Tuples.get(state, 1)).name());
    }
    long place = Numbers.asJavaLong(ts, Tuples.get(state, 1));
    if (place < 0) {
      throw Errors.valueError(ts, "position value cannot be negative");
    }
    file.setPlace(ts, place);
    StateAttributes.update(ts, self, Tuples.get(state, 2));
  }

  @Builtin("__sizeof__(self, /)")
  static int sizeOf(ThreadState ts, BytesFile self) {
    return 96 + self.length(ts);
  }
}
