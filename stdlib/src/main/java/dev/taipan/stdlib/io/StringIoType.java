package dev.taipan.stdlib.io;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code StringIO}. */
@BuiltinType(name = "StringIO", module = "_io", base = "_TextIOBase", dict = true)
final class StringIoType {
  private StringIoType() {}

  private static StringFile of(ThreadState ts, long self) {
    if (Hosts.orNull(ts, self) instanceof StringFile file) {
      return file;
    }
    throw Errors.typeError(
        ts, "a StringIO is required, not '%s'", ts.runtime().typeOf(self).name());
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Hosts.create(ts, Classes.of(ts, Memory.getLong(args)), new StringFile());
  }

  @Builtin("__init__(self, initial_value=, newline=)")
  static void init(ThreadState ts, StringFile self, long initial, long newline) {
    String ends = newline == Word.EMPTY ? "\n" : TextSetup.newline(ts, newline);
    boolean none = initial == Word.NONE || initial == Word.EMPTY;
    if (!none && !Strs.isStr(ts, initial)) {
      throw Errors.typeError(
          ts, "initial_value must be str or None, not %s", ts.runtime().typeOf(initial).name());
    }
    self.start(ts, ends);
    if (!none) {
      put(ts, self, initial);
      self.setPlace(ts, 0);
    }
  }

  private static void put(ThreadState ts, StringFile self, long text) {
    long shown = self.lines == null ? text : self.lines.decode(ts, text, true);
    if (self.newline != null && self.newline.startsWith("\r")) {
      shown = Strs.of(ts, Strs.toJava(shown).replace("\n", self.newline));
    }
    self.write(ts, shown);
  }

  @Builtin("write(self, s, /)")
  static long write(ThreadState ts, StringFile self, long text) {
    if (!Strs.isStr(ts, text)) {
      throw Errors.typeError(
          ts, "string argument expected, got '%s'", ts.runtime().typeOf(text).name());
    }
    self.checkOpen(ts);
    put(ts, self, text);
    return Word.boxInt(Strs.length(text));
  }

  @Builtin("read(self, size=-1, /)")
  static long read(ThreadState ts, StringFile self, long size) {
    long count = IoErrors.size(ts, size);
    self.checkOpen(ts);
    return self.read(ts, count);
  }

  @Builtin("readline(self, size=-1, /)")
  static long readline(ThreadState ts, StringFile self, long size) {
    long most = IoErrors.size(ts, size);
    self.checkOpen(ts);
    return self.readLine(ts, most);
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    of(ts, self).checkOpen(ts);
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, StringFile self) {
    self.checkOpen(ts);
    long line = self.readLine(ts, -1);
    return Strs.length(line) == 0 ? Word.EMPTY : line;
  }

  @Builtin("getvalue(self, /)")
  static long getvalue(ThreadState ts, StringFile self) {
    self.checkOpen(ts);
    return self.value(ts);
  }

  @Builtin("tell(self, /)")
  static long tell(ThreadState ts, StringFile self) {
    self.checkOpen(ts);
    return Ints.of(ts, self.place(ts));
  }

  @Builtin("seek(self, pos, whence=0, /)")
  static long seek(ThreadState ts, StringFile self, long pos, int whence) {
    long offset = IoErrors.offset(ts, pos);
    self.checkOpen(ts);
    if (whence < 0 || whence > 2) {
      throw Errors.valueError(ts, "Invalid whence (%d, should be 0, 1 or 2)", whence);
    }
    if (whence == 0 && offset < 0) {
      throw Errors.valueError(ts, "Negative seek position %d", offset);
    }
    if (whence != 0 && offset != 0) {
      throw IoErrors.os(ts, "Can't do nonzero cur-relative seeks");
    }
    if (whence == 0) {
      self.setPlace(ts, offset);
    } else if (whence == 2) {
      self.toEnd(ts);
    }
    return Ints.of(ts, self.place(ts));
  }

  @Builtin("truncate(self, pos=None, /)")
  static long truncate(ThreadState ts, StringFile self, long pos) {
    self.checkOpen(ts);
    long size = pos == Word.NONE ? self.place(ts) : IoErrors.offset(ts, pos);
    if (size < 0) {
      throw Errors.valueError(ts, "Negative size value %d", size);
    }
    self.truncate(ts, size);
    return Ints.of(ts, size);
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, StringFile self) {
    self.close(ts);
  }

  @Builtin("readable(self, /)")
  static boolean readable(ThreadState ts, StringFile self) {
    self.checkOpen(ts);
    return true;
  }

  @Builtin("writable(self, /)")
  static boolean writable(ThreadState ts, StringFile self) {
    self.checkOpen(ts);
    return true;
  }

  @Builtin("seekable(self, /)")
  static boolean seekable(ThreadState ts, StringFile self) {
    self.checkOpen(ts);
    return true;
  }

  @Getter("closed")
  static boolean closed(StringFile self) {
    return self.isClosed();
  }

  @Getter("line_buffering")
  static boolean lineBuffering(ThreadState ts, StringFile self) {
    self.checkOpen(ts);
    return false;
  }

  @Getter("newlines")
  static long newlines(ThreadState ts, StringFile self) {
    self.checkOpen(ts);
    return self.lines == null ? Word.NONE : self.lines.seen(ts);
  }

  @Builtin("__getstate__(self, /)")
  static long getstate(ThreadState ts, long self) {
    StringFile file = of(ts, self);
    file.checkOpen(ts);
    long attributes = Attributes.find(ts, self, "__dict__");
    boolean none = attributes == 0L || Dicts.size(ts, attributes) == 0;
    return Tuples.of(
        ts,
        file.value(ts),
        file.newline == null ? Word.NONE : Strs.of(ts, file.newline),
        Ints.of(ts, file.place(ts)),
        none ? Word.NONE : Dicts.copy(ts, attributes));
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, long self, long state) {
    StringFile file = of(ts, self);
    if (file.isClosed()) {
      throw Errors.valueError(ts, "__setstate__ on closed file");
    }
    if (!Tuples.isTuple(ts, state) || Tuples.length(state) < 4) {
      throw Errors.typeError(
          ts,
          "%s.__setstate__ argument should be 4-tuple, got %s",
          ts.runtime().typeOf(self).name(),
          ts.runtime().typeOf(state).name());
    }
    init(ts, file, Word.EMPTY, Tuples.get(state, 1));
    if (Tuples.get(state, 0) != Word.NONE) {
      file.write(ts, Tuples.get(state, 0));
    }
    if (!Ints.isInt(ts, Tuples.get(state, 2))) {
      throw Errors.typeError(
          ts,
          "third item of state must be an integer, got %s",
          ts.runtime().typeOf(Tuples.get(state, 2)).name());
    }
    long place = Numbers.asJavaLong(ts, Tuples.get(state, 2));
    if (place < 0) {
      throw Errors.valueError(ts, "position value cannot be negative");
    }
    file.setPlace(ts, place);
    StateAttributes.update(ts, self, Tuples.get(state, 3));
  }
}
