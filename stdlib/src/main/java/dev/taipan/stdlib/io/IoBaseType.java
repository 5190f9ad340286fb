package dev.taipan.stdlib.io;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;

/** What all file types share; works on any object through its methods. */
@BuiltinType(name = "_IOBase", module = "_io", kind = Kind.INSTANCE, dict = true)
final class IoBaseType {
  /** Set when a file of a Python class was closed. */
  private static final String CLOSED = "__IOBase_closed";

  private IoBaseType() {}

  @Builtin("seek(self, offset, whence=0, /)")
  static long seek(ThreadState ts, long self, long offset, long whence) {
    throw IoErrors.unsupported(ts, "seek");
  }

  @Builtin("tell(self, /)")
  static long tell(ThreadState ts, long self) {
    return Calls.named(ts, self, "seek", Word.boxInt(0), Word.boxInt(1));
  }

  @Builtin("truncate(self, size=None, /)")
  static long truncate(ThreadState ts, long self, long size) {
    throw IoErrors.unsupported(ts, "truncate");
  }

  @Builtin("flush(self, /)")
  static void flush(ThreadState ts, long self) {
    IoErrors.checkOpen(ts, self);
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, long self) {
    if (closedAttribute(ts, self)) {
      return;
    }
    try {
      Calls.named(ts, self, "flush");
    } finally {
      markClosed(ts, self);
    }
  }

  /** Sets the mark; an exception that is on its way stays. */
  private static void markClosed(ThreadState ts, long self) {
    Attributes.set(ts, self, ts.runtime().intern(ts, CLOSED), Word.TRUE);
  }

  static boolean closedAttribute(ThreadState ts, long self) {
    long mark = Attributes.find(ts, self, CLOSED);
    return mark != 0L && Truth.isTrue(ts, mark);
  }

  @Getter("closed")
  static boolean closed(ThreadState ts, long self) {
    return closedAttribute(ts, self);
  }

  @Builtin("__del__(self, /)")
  static void finish(ThreadState ts, long self) {
    long closed = Attributes.find(ts, self, "closed");
    if (closed == 0L || Truth.isTrue(ts, closed)) {
      return;
    }
    try {
      Calls.named(ts, self, "close");
    } catch (Raised silent) {
      // A file that cannot be closed any more must not disturb the program that forgot it.
      ts.takePending();
    }
  }

  @Builtin("seekable(self, /)")
  static boolean seekable(long self) {
    return false;
  }

  @Builtin("readable(self, /)")
  static boolean readable(long self) {
    return false;
  }

  @Builtin("writable(self, /)")
  static boolean writable(long self) {
    return false;
  }

  @Builtin("_checkClosed(self, msg=None, /)")
  static long checkClosed(ThreadState ts, long self, long message) {
    IoErrors.checkOpen(ts, self);
    return Word.NONE;
  }

  private static long check(ThreadState ts, long self, String method, String what) {
    long result = Calls.named(ts, self, method);
    if (result != Word.TRUE) {
      throw IoErrors.unsupported(ts, "File or stream is not " + what + ".");
    }
    return result;
  }

  @Builtin("_checkSeekable(self, msg=None, /)")
  static long checkSeekable(ThreadState ts, long self, long message) {
    return check(ts, self, "seekable", "seekable");
  }

  @Builtin("_checkReadable(self, msg=None, /)")
  static long checkReadable(ThreadState ts, long self, long message) {
    return check(ts, self, "readable", "readable");
  }

  @Builtin("_checkWritable(self, msg=None, /)")
  static long checkWritable(ThreadState ts, long self, long message) {
    return check(ts, self, "writable", "writable");
  }

  @Builtin("fileno(self, /)")
  static long fileno(ThreadState ts, long self) {
    throw IoErrors.unsupported(ts, "fileno");
  }

  @Builtin("isatty(self, /)")
  static boolean isatty(ThreadState ts, long self) {
    IoErrors.checkOpen(ts, self);
    return false;
  }

  @Builtin("__enter__(self, /)")
  static long enter(ThreadState ts, long self) {
    IoErrors.checkOpen(ts, self);
    return self;
  }

  @Builtin("__exit__(self, /, *args)")
  static void exit(ThreadState ts, long self, long args) {
    Calls.named(ts, self, "close");
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, long self) {
    IoErrors.checkOpen(ts, self);
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, long self) {
    return lineOrEnd(ts, Calls.named(ts, self, "readline"));
  }

  /** What iterating gives for a line that was read: EMPTY for one that tells the end. */
  static long lineOrEnd(ThreadState ts, long line) {
    try (RootScope roots = ts.roots()) {
      return Truth.isTrue(ts, roots.keep(line)) ? line : Word.EMPTY;
    }
  }

  @Builtin("readline(self, size=-1, /)")
  static long readline(ThreadState ts, long self, long size) {
    long limit = IoErrors.size(ts, size);
    boolean peeks = Attributes.find(ts, self, "peek") != 0L;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (limit < 0 || line.size() < limit) {
      long wanted = peeks ? ahead(ts, self, limit < 0 ? Long.MAX_VALUE : limit - line.size()) : 1;
      long part = Calls.named(ts, self, "read", Word.boxInt(wanted));
      if (ts.runtime().kindOf(part) != Kind.BYTES) {
        throw IoErrors.os(
            ts,
            "read() should have returned a bytes object, not '%s'"
                .formatted(ts.runtime().typeOf(part).name()));
      }
      byte[] bytes = BytesLayout.toArray(part);
      line.writeBytes(bytes);
      if (bytes.length == 0 || bytes[bytes.length - 1] == '\n') {
        break;
      }
    }
    return ByteStrings.of(ts, line.toByteArray());
  }

  /** How many bytes up to the next line's end may be read without going past it. */
  private static long ahead(ThreadState ts, long self, long limit) {
    long seen = Calls.named(ts, self, "peek", Word.boxInt(1));
    if (ts.runtime().kindOf(seen) != Kind.BYTES) {
      throw IoErrors.os(
          ts,
          "peek() should have returned a bytes object, not '%s'"
              .formatted(ts.runtime().typeOf(seen).name()));
    }
    int length = BytesLayout.length(seen);
    int count = 0;
    while (count < length && count < limit) {
      if (BytesLayout.get(seen, count++) == '\n') {
        break;
      }
    }
    return Math.max(1, count);
  }

  @Builtin("readlines(self, hint=-1, /)")
  static long readlines(ThreadState ts, long self, long hint) {
    long limit = IoErrors.size(ts, hint);
    int mark = ts.rootMark();
    try {
      long list = Lists.create(ts, 16);
      ts.root(list);
      long[] total = {0};
      Iteration.forEach(
          ts,
          self,
          (thread, line) -> {
            Lists.append(thread, list, line);
            if (limit <= 0) {
              return true;
            }
            total[0] += lineLength(thread, line);
            return total[0] < limit;
          });
      return list;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long lineLength(ThreadState ts, long line) {
    if (Strs.isStr(ts, line)) {
      return Strs.length(line);
    }
    byte[] bytes = Buffers.ofBytesOrByteArray(ts, line);
    if (bytes == null) {
      throw Errors.typeError(
          ts, "object of type '%s' has no len()", ts.runtime().typeOf(line).name());
    }
    return bytes.length;
  }

  @Builtin("writelines(self, lines, /)")
  static void writelines(ThreadState ts, long self, long lines) {
    IoErrors.checkOpen(ts, self);
    Iteration.forEach(
        ts,
        lines,
        (thread, line) -> {
          int mark = thread.rootMark();
          thread.root(line);
          try {
            Calls.named(thread, self, "write", line);
          } finally {
            thread.rootRelease(mark);
          }
          return true;
        });
  }
}
