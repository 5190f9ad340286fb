package dev.taipan.stdlib.io;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What buffered readers and writers share. */
@BuiltinType(name = "_Buffered", module = "_io", base = "_BufferedIOBase", dict = true)
final class BufferedType {
  private BufferedType() {}

  static BufferedFile of(ThreadState ts, long self) {
    if (Hosts.orNull(ts, self) instanceof BufferedFile file) {
      return file;
    }
    throw Errors.typeError(
        ts, "a buffered file is required, not '%s'", ts.runtime().typeOf(self).name());
  }

  /** {@code __init__}: begins over a file that can do what this one is for. */
  static void start(ThreadState ts, long self, long raw, long size) {
    BufferedFile file = of(ts, self);
    file.lock.enter(ts, self);
    try {
      file.forget(ts);
      if (file.readable && file.writable) {
        BufferedWriting.checkSeekable(ts, raw);
      }
      if (file.readable) {
        BufferedWriting.checkReadable(ts, raw);
      }
      if (file.writable) {
        BufferedWriting.checkWritable(ts, raw);
      }
      file.start(ts, raw, IoErrors.offset(ts, size));
    } finally {
      file.lock.leave();
    }
  }

  @Builtin("detach(self, /)")
  static long detach(ThreadState ts, long self) {
    BufferedFile file = of(ts, self);
    file.raw(ts);
    Calls.named(ts, self, "flush");
    file.lock.enter(ts, self);
    try {
      return file.detach(ts);
    } finally {
      file.lock.leave();
    }
  }

  @Builtin("flush(self, /)")
  static void flush(ThreadState ts, long self) {
    BufferedFile file = of(ts, self);
    file.checkOpen(ts, "flush of closed file");
    if (!file.writable) {
      Calls.named(ts, file.raw(ts), "flush");
      return;
    }
    file.lock.enter(ts, self);
    try {
      file.flushWrites(ts);
      if (file.readable) {
        file.dropAhead(ts);
      }
    } finally {
      file.lock.leave();
    }
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, long self) {
    BufferedFile file = of(ts, self);
    long raw = file.raw(ts);
    if (RawAccess.isClosed(ts, raw)) {
      return;
    }
    int mark = ts.rootMark();
    try {
      ts.root(raw);
      if (file.finalizing && Attributes.find(ts, raw, "_dealloc_warn") != 0L) {
        Calls.named(ts, raw, "_dealloc_warn", self);
      }
      closeAfter(ts, self, "flush", () -> closeRaw(ts, self, file, raw));
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** By the lock's holder: whoever waits to write finds a closed file, and loses nothing. */
  private static void closeRaw(ThreadState ts, long self, BufferedFile file, long raw) {
    file.lock.enter(ts, self);
    try {
      Calls.named(ts, raw, "close");
    } finally {
      file.lock.leave();
    }
  }

  /** Calls a method, then closes what lies below even if it failed; the errors are chained. */
  static void closeAfter(ThreadState ts, long self, String method, Runnable close) {
    long first = Word.EMPTY;
    try {
      Calls.named(ts, self, method);
    } catch (Raised signal) {
      first = ts.takePending();
      ts.root(first);
    }
    try {
      close.run();
    } catch (Raised signal) {
      if (first != Word.EMPTY) {
        long second = ts.pending();
        Attributes.set(ts, second, ts.runtime().intern(ts, "__context__"), first);
      }
      throw signal;
    }
    if (first != Word.EMPTY) {
      throw ts.raise(first);
    }
  }

  @Builtin("__del__(self, /)")
  static void finish(ThreadState ts, long self) {
    BufferedFile file = of(ts, self);
    if (file.raw != Word.EMPTY && !file.wrapped) {
      file.finalizing = true;
      IoBaseType.finish(ts, self);
    }
  }

  @Builtin("_dealloc_warn(self, source, /)")
  static void deallocWarn(ThreadState ts, long self, long source) {
    long raw = of(ts, self).raw;
    if (raw != Word.EMPTY && Attributes.find(ts, raw, "_dealloc_warn") != 0L) {
      Calls.named(ts, raw, "_dealloc_warn", source);
    }
  }

  @Builtin("tell(self, /)")
  static long tell(ThreadState ts, long self) {
    BufferedFile file = of(ts, self);
    file.raw(ts);
    file.lock.enter(ts, self);
    try {
      return Ints.of(ts, file.tell(ts));
    } finally {
      file.lock.leave();
    }
  }

  @Builtin("seek(self, target, whence=0, /)")
  static long seek(ThreadState ts, long self, long target, int whence) {
    BufferedFile file = of(ts, self);
    if (whence < 0 || whence > 4) {
      throw Errors.valueError(ts, "whence value %d unsupported", whence);
    }
    file.checkOpen(ts, "seek of closed file");
    if (Calls.named(ts, file.raw(ts), "seekable") != Word.TRUE) {
      throw IoErrors.unsupported(ts, "File or stream is not seekable.");
    }
    long offset = IoErrors.offset(ts, target);
    file.lock.enter(ts, self);
    try {
      return Ints.of(ts, file.seek(ts, offset, whence));
    } finally {
      file.lock.leave();
    }
  }

  @Builtin("truncate(self, pos=None, /)")
  static long truncate(ThreadState ts, long self, long pos) {
    BufferedFile file = of(ts, self);
    file.checkOpen(ts, "truncate of closed file");
    if (!file.writable) {
      throw IoErrors.unsupported(ts, "truncate");
    }
    file.lock.enter(ts, self);
    try {
      file.flushWrites(ts);
      file.dropAhead(ts);
      return Calls.named(ts, file.raw(ts), "truncate", pos);
    } finally {
      file.lock.leave();
    }
  }

  @Builtin("seekable(self, /)")
  static long seekable(ThreadState ts, long self) {
    return Calls.named(ts, of(ts, self).raw(ts), "seekable");
  }

  @Builtin("fileno(self, /)")
  static long fileno(ThreadState ts, long self) {
    return Calls.named(ts, of(ts, self).raw(ts), "fileno");
  }

  @Builtin("isatty(self, /)")
  static long isatty(ThreadState ts, long self) {
    return Calls.named(ts, of(ts, self).raw(ts), "isatty");
  }

  @Builtin("readable(self, /)")
  static long readable(ThreadState ts, long self) {
    BufferedFile file = of(ts, self);
    return file.readable ? Calls.named(ts, file.raw(ts), "readable") : Word.FALSE;
  }

  @Builtin("writable(self, /)")
  static long writable(ThreadState ts, long self) {
    BufferedFile file = of(ts, self);
    return file.writable ? Calls.named(ts, file.raw(ts), "writable") : Word.FALSE;
  }

  @Builtin("__repr__(self, /)")
  static long repr(ThreadState ts, long self) {
    String type = FileRepr.type(ts, self);
    long name = FileRepr.nameOrNone(ts, self);
    String shown = name == 0L ? "" : " name=" + FileRepr.name(ts, self, name);
    return Strs.of(ts, "<" + type + shown + ">");
  }

  @Builtin("__reduce_ex__(self, protocol, /)")
  static long reduce(ThreadState ts, long self, long protocol) {
    throw IoErrors.cannotPickle(ts, self);
  }

  @Builtin("__getstate__(self, /)")
  static long getstate(ThreadState ts, long self) {
    throw IoErrors.cannotPickle(ts, self);
  }

  @Builtin("__sizeof__(self, /)")
  static int sizeOf(ThreadState ts, long self) {
    return of(ts, self).size() + 128;
  }

  @Getter("closed")
  static boolean closed(ThreadState ts, long self) {
    return RawAccess.isClosed(ts, of(ts, self).raw(ts));
  }

  @Getter("raw")
  static long raw(ThreadState ts, long self) {
    long raw = of(ts, self).raw;
    return raw == Word.EMPTY ? Word.NONE : raw;
  }

  @Getter("name")
  static long name(ThreadState ts, long self) {
    return Attributes.get(ts, of(ts, self).raw(ts), "name");
  }

  @Getter("mode")
  static long mode(ThreadState ts, long self) {
    return Attributes.get(ts, of(ts, self).raw(ts), "mode");
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
