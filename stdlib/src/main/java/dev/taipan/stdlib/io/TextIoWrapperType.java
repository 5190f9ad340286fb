package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code TextIOWrapper}. */
@BuiltinType(name = "TextIOWrapper", module = "_io", base = "_TextIOBase", dict = true)
final class TextIoWrapperType {
  private TextIoWrapperType() {}

  static TextFile of(ThreadState ts, long self) {
    if (Hosts.orNull(ts, self) instanceof TextFile file) {
      return file;
    }
    throw Errors.typeError(
        ts, "a TextIOWrapper is required, not '%s'", ts.runtime().typeOf(self).name());
  }

  /** Work on the file by the holder of its lock. */
  private interface Step {
    long run(TextFile file);
  }

  private static long locked(ThreadState ts, long self, Step step) {
    TextFile file = of(ts, self);
    file.buffer(ts);
    file.lock.enterAgain(ts);
    int mark = ts.rootMark();
    try {
      return step.run(file);
    } finally {
      ts.rootRelease(mark);
      file.lock.leave();
    }
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Hosts.create(ts, Classes.of(ts, Memory.getLong(args)), new TextFile());
  }

  @Builtin(
      "__init__(self, buffer, encoding=None, errors=None, newline=None,"
          + " line_buffering=False, write_through=False)")
  static void init(
      ThreadState ts,
      long self,
      long buffer,
      long encoding,
      long errors,
      long newline,
      boolean lineBuffering,
      boolean writeThrough) {
    TextFile file = of(ts, self);
    file.lock.enterAgain(ts);
    try {
      file.buffer = Word.EMPTY;
      file.detached = false;
      TextSetup.start(ts, file, buffer, encoding, errors, newline);
      file.lineBuffering = lineBuffering;
      file.writeThrough = writeThrough;
      file.own(ts, buffer, true);
    } finally {
      file.lock.leave();
    }
  }

  @Builtin(
      "reconfigure(self, *, encoding=None, errors=None, newline=, line_buffering=None,"
          + " write_through=None)")
  static void reconfigure(
      ThreadState ts,
      long self,
      long encoding,
      long errors,
      long newline,
      long lineBuffering,
      long writeThrough) {
    locked(
        ts,
        self,
        file -> {
          TextSetup.change(ts, self, file, encoding, errors, newline);
          if (lineBuffering != Word.NONE) {
            file.lineBuffering = isOn(ts, lineBuffering);
          }
          if (writeThrough != Word.NONE) {
            file.writeThrough = isOn(ts, writeThrough);
          }
          return Word.NONE;
        });
  }

  /** A switch is a number here, not what is true. */
  private static boolean isOn(ThreadState ts, long word) {
    return Numbers.asJavaLong(ts, Numbers.index(ts, word)) != 0;
  }

  @Builtin("write(self, text, /)")
  static long write(ThreadState ts, long self, long text) {
    return locked(
        ts,
        self,
        file -> {
          if (!Strs.isStr(ts, text)) {
            throw Errors.typeError(
                ts, "write() argument must be str, not %s", ts.runtime().typeOf(text).name());
          }
          file.checkOpen(ts);
          if (file.encoder == null) {
            throw IoErrors.unsupported(ts, "not writable");
          }
          file.write(ts, text);
          return Word.boxInt(Strs.length(text));
        });
  }

  @Builtin("read(self, size=-1, /)")
  static long read(ThreadState ts, long self, long size) {
    long count = IoErrors.size(ts, size);
    return locked(
        ts,
        self,
        file -> {
          checkReading(ts, file);
          file.flushPending(ts);
          return count < 0
              ? file.readAll(ts)
              : file.read(ts, (int) Math.min(count, Integer.MAX_VALUE));
        });
  }

  private static void checkReading(ThreadState ts, TextFile file) {
    file.checkOpen(ts);
    if (file.decoder == null) {
      throw IoErrors.unsupported(ts, "not readable");
    }
  }

  @Builtin("readline(self, size=-1, /)")
  static long readline(ThreadState ts, long self, long size) {
    long most = Numbers.asJavaLong(ts, Numbers.index(ts, size));
    return locked(ts, self, file -> line(ts, file, most));
  }

  private static long line(ThreadState ts, TextFile file, long most) {
    checkReading(ts, file);
    file.flushPending(ts);
    return file.readLine(ts, (int) Math.min(most, Integer.MAX_VALUE));
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, long self) {
    boolean plain =
        ts.runtime().typeOf(self) == StandardLibrary.type(ts, TextIoWrapperTypeTable.TABLE);
    return locked(
        ts,
        self,
        file -> {
          file.telling = false;
          long line = plain ? line(ts, file, -1) : Calls.named(ts, self, "readline");
          if (!Strs.isStr(ts, line)) {
            throw IoErrors.os(
                ts,
                "readline() should have returned a str object, not '%s'"
                    .formatted(ts.runtime().typeOf(line).name()));
          }
          if (Strs.length(line) > 0) {
            return line;
          }
          file.snapshot = null;
          file.telling = true;
          return Word.EMPTY;
        });
  }

  @Builtin("tell(self, /)")
  static long tell(ThreadState ts, long self) {
    return locked(ts, self, file -> TextPlaces.tell(ts, self, file));
  }

  @Builtin("seek(self, cookie, whence=0, /)")
  static long seek(ThreadState ts, long self, long cookie, int whence) {
    return locked(ts, self, file -> TextPlaces.seek(ts, self, file, cookie, whence));
  }

  @Builtin("truncate(self, pos=None, /)")
  static long truncate(ThreadState ts, long self, long pos) {
    of(ts, self).buffer(ts);
    Calls.named(ts, self, "flush");
    return Calls.named(ts, of(ts, self).buffer(ts), "truncate", pos);
  }

  @Builtin("flush(self, /)")
  static void flush(ThreadState ts, long self) {
    locked(
        ts,
        self,
        file -> {
          file.checkOpen(ts);
          file.telling = true;
          file.flushPending(ts);
          return Calls.named(ts, file.buffer(ts), "flush");
        });
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, long self) {
    TextFile file = of(ts, self);
    long buffer = file.buffer(ts);
    if (file.isClosed(ts)) {
      return;
    }
    int mark = ts.rootMark();
    try {
      ts.root(buffer);
      if (file.finalizing && Attributes.find(ts, buffer, "_dealloc_warn") != 0L) {
        Calls.named(ts, buffer, "_dealloc_warn", self);
      }
      BufferedType.closeAfter(ts, self, "flush", () -> Calls.named(ts, buffer, "close"));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__del__(self, /)")
  static void finish(ThreadState ts, long self) {
    TextFile file = of(ts, self);
    if (file.buffer != Word.EMPTY && !file.standard) {
      file.finalizing = true;
      IoBaseType.finish(ts, self);
    }
  }

  @Builtin("detach(self, /)")
  static long detach(ThreadState ts, long self) {
    of(ts, self).buffer(ts);
    Calls.named(ts, self, "flush");
    return locked(
        ts,
        self,
        file -> {
          long buffer = file.buffer(ts);
          file.own(ts, buffer, false);
          return buffer;
        });
  }

  @Builtin("fileno(self, /)")
  static long fileno(ThreadState ts, long self) {
    return Calls.named(ts, of(ts, self).buffer(ts), "fileno");
  }

  @Builtin("isatty(self, /)")
  static long isatty(ThreadState ts, long self) {
    return Calls.named(ts, of(ts, self).buffer(ts), "isatty");
  }

  @Builtin("seekable(self, /)")
  static long seekable(ThreadState ts, long self) {
    return Calls.named(ts, of(ts, self).buffer(ts), "seekable");
  }

  @Builtin("readable(self, /)")
  static long readable(ThreadState ts, long self) {
    return Calls.named(ts, of(ts, self).buffer(ts), "readable");
  }

  @Builtin("writable(self, /)")
  static long writable(ThreadState ts, long self) {
    return Calls.named(ts, of(ts, self).buffer(ts), "writable");
  }

  @Builtin("__repr__(self, /)")
  static long repr(ThreadState ts, long self) {
    TextFile file = of(ts, self);
    file.requireStarted(ts);
    StringBuilder text = new StringBuilder("<" + FileRepr.type(ts, self));
    long name = FileRepr.nameOrNone(ts, self);
    if (name != 0L) {
      text.append(" name=").append(FileRepr.name(ts, self, name));
    }
    long mode = Attributes.find(ts, self, "mode");
    if (mode != 0L) {
      text.append(" mode=").append(FileRepr.name(ts, self, mode));
    }
    return Strs.of(ts, text.append(" encoding='").append(file.encoding).append("'>").toString());
  }

  @Builtin("__reduce_ex__(self, protocol, /)")
  static long reduce(ThreadState ts, long self, long protocol) {
    throw IoErrors.cannotPickle(ts, self);
  }

  @Getter("closed")
  static boolean closed(ThreadState ts, long self) {
    return of(ts, self).isClosed(ts);
  }

  @Getter("buffer")
  static long buffer(ThreadState ts, long self) {
    TextFile file = of(ts, self);
    return file.detached ? Word.NONE : file.buffer(ts);
  }

  @Getter("name")
  static long name(ThreadState ts, long self) {
    return Attributes.get(ts, of(ts, self).buffer(ts), "name");
  }

  @Getter("encoding")
  static String encoding(ThreadState ts, long self) {
    TextFile file = of(ts, self);
    file.requireStarted(ts);
    return file.encoding;
  }

  @Getter("errors")
  static String errors(ThreadState ts, long self) {
    TextFile file = of(ts, self);
    file.requireStarted(ts);
    return file.errors;
  }

  @Getter("newlines")
  static long newlines(ThreadState ts, long self) {
    TextFile file = of(ts, self);
    file.buffer(ts);
    return file.lines == null ? Word.NONE : file.lines.seen(ts);
  }

  @Getter("line_buffering")
  static boolean lineBuffering(ThreadState ts, long self) {
    TextFile file = of(ts, self);
    file.requireStarted(ts);
    return file.lineBuffering;
  }

  @Getter("write_through")
  static boolean writeThrough(ThreadState ts, long self) {
    TextFile file = of(ts, self);
    file.requireStarted(ts);
    return file.writeThrough;
  }

  @Getter("_CHUNK_SIZE")
  static int chunkSize(ThreadState ts, long self) {
    TextFile file = of(ts, self);
    file.buffer(ts);
    return file.chunk;
  }

  @Setter("_CHUNK_SIZE")
  static void setChunkSize(ThreadState ts, long self, long value) {
    if (value == Word.EMPTY) {
      throw Errors.attributeError(ts, "cannot delete attribute");
    }
    int size = Numbers.asJavaInt(ts, value);
    if (size <= 0) {
      throw Errors.valueError(ts, "a strictly positive integer is required");
    }
    of(ts, self).chunk = size;
  }

  @Getter("_finalizing")
  static boolean finalizing(ThreadState ts, long self) {
    return of(ts, self).finalizing;
  }

  @Setter("_finalizing")
  static void setFinalizing(ThreadState ts, long self, long value) {
    of(ts, self).finalizing = Truth.isTrue(ts, value);
  }
}
