package dev.taipan.stdlib.io;

import dev.taipan.stdlib.os.Fd;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/** {@code FileIO}. */
@BuiltinType(name = "FileIO", module = "_io", base = "_RawIOBase", dict = true)
final class FileIoType {
  private FileIoType() {}

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    return Hosts.create(ts, Classes.of(ts, Memory.getLong(args)), new RawFile());
  }

  private static RawFile raw(ThreadState ts, long self) {
    if (Hosts.orNull(ts, self) instanceof RawFile file) {
      return file;
    }
    throw Errors.typeError(ts, "a FileIO is required, not '%s'", ts.runtime().typeOf(self).name());
  }

  @Builtin("__init__(self, file, mode='r', closefd=True, opener=None)")
  static void init(
      ThreadState ts, long self, long file, String mode, boolean closefd, long opener) {
    RawFile raw = raw(ts, self);
    if (!raw.isClosed()) {
      raw.close(ts);
    }
    FileOpening.open(ts, raw, file, mode, closefd, opener);
    Attributes.set(ts, self, ts.runtime().intern(ts, "name"), file);
  }

  @Builtin("read(self, size=-1, /)")
  static long read(ThreadState ts, long self, long size) {
    RawFile raw = raw(ts, self);
    raw.checkReadable(ts);
    long count = IoErrors.size(ts, size);
    if (count < 0) {
      return Calls.named(ts, self, "readall");
    }
    byte[] bytes = new byte[(int) Math.min(count, Integer.MAX_VALUE - 64)];
    int got = raw.read(ts, bytes, 0, bytes.length);
    return got < 0
        ? Word.NONE
        : ByteStrings.of(ts, got == bytes.length ? bytes : Arrays.copyOf(bytes, got));
  }

  @Builtin("readall(self, /)")
  static long readall(ThreadState ts, RawFile self) {
    byte[] all = self.readAll(ts);
    return all == null ? Word.NONE : ByteStrings.of(ts, all);
  }

  @Builtin("readinto(self, buffer, /)")
  static long readinto(ThreadState ts, RawFile self, long buffer) {
    self.checkReadable(ts);
    byte[] bytes = new byte[Targets.size(ts, buffer)];
    int got = self.read(ts, bytes, 0, bytes.length);
    if (got < 0) {
      return Word.NONE;
    }
    Targets.put(ts, buffer, bytes, got);
    return Word.boxInt(got);
  }

  @Builtin("write(self, b, /)")
  static long write(ThreadState ts, RawFile self, long data) {
    self.checkWritable(ts);
    byte[] bytes = Buffers.require(ts, data);
    int count = self.write(ts, bytes, 0, bytes.length);
    return count < 0 ? Word.NONE : Word.boxInt(count);
  }

  @Builtin("seek(self, pos, whence=0, /)")
  static long seek(ThreadState ts, RawFile self, long pos, int whence) {
    self.descriptor(ts);
    return Ints.of(ts, self.seek(ts, IoErrors.offset(ts, pos), whence));
  }

  @Builtin("tell(self, /)")
  static long tell(ThreadState ts, RawFile self) {
    return Ints.of(ts, self.seek(ts, 0, 1));
  }

  @Builtin("truncate(self, size=None, /)")
  static long truncate(ThreadState ts, RawFile self, long size) {
    self.checkWritable(ts);
    long wanted = size == Word.NONE ? self.seek(ts, 0, 1) : IoErrors.offset(ts, size);
    self.truncate(ts, wanted);
    return Ints.of(ts, wanted);
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, long self) {
    RawFile raw = raw(ts, self);
    try {
      if (!IoBaseType.closedAttribute(ts, self)) {
        IoBaseType.close(ts, self);
      }
    } finally {
      warnIfForgotten(ts, self, raw);
      raw.close(ts);
    }
  }

  private static void warnIfForgotten(ThreadState ts, long self, RawFile raw) {
    if (raw.finalizing && !raw.isClosed() && raw.closesFd) {
      raw.finalizing = false;
      Forgotten.warn(ts, self);
    }
  }

  @Builtin("_dealloc_warn(self, source, /)")
  static void deallocWarn(ThreadState ts, RawFile self, long source) {
    if (!self.isClosed() && self.closesFd) {
      Forgotten.warn(ts, source);
    }
  }

  @Builtin("__del__(self, /)")
  static void finish(ThreadState ts, long self) {
    RawFile raw = raw(ts, self);
    if (!raw.wrapped) {
      raw.finalizing = true;
      IoBaseType.finish(ts, self);
    }
  }

  @Builtin("seekable(self, /)")
  static boolean seekable(ThreadState ts, RawFile self) {
    return self.seekable(ts);
  }

  @Builtin("readable(self, /)")
  static boolean readable(ThreadState ts, RawFile self) {
    self.descriptor(ts);
    return self.readable;
  }

  @Builtin("writable(self, /)")
  static boolean writable(ThreadState ts, RawFile self) {
    self.descriptor(ts);
    return self.writable;
  }

  @Builtin("fileno(self, /)")
  static int fileno(ThreadState ts, RawFile self) {
    return self.descriptor(ts);
  }

  @Builtin("isatty(self, /)")
  static boolean isatty(ThreadState ts, RawFile self) {
    return Fd.isTerminal(self.descriptor(ts));
  }

  @Builtin("__repr__(self, /)")
  static long repr(ThreadState ts, long self) {
    RawFile raw = raw(ts, self);
    String type = "<" + FileRepr.type(ts, self);
    if (raw.isClosed()) {
      return Strs.of(ts, type + " [closed]>");
    }
    long name = Attributes.find(ts, self, "name");
    String shown = name == 0L ? "fd=" + raw.orNegative() : "name=" + FileRepr.name(ts, self, name);
    String closefd = raw.closesFd ? "True" : "False";
    return Strs.of(ts, type + " " + shown + " mode='" + raw.mode() + "' closefd=" + closefd + ">");
  }

  @Builtin("__getstate__(self, /)")
  static long getstate(ThreadState ts, long self) {
    throw IoErrors.cannotPickle(ts, self);
  }

  @Builtin("__reduce_ex__(self, protocol, /)")
  static long reduce(ThreadState ts, long self, long protocol) {
    throw IoErrors.cannotPickle(ts, self);
  }

  @Getter("closed")
  static boolean closed(RawFile self) {
    return self.isClosed();
  }

  @Getter("closefd")
  static boolean closefd(RawFile self) {
    return self.closesFd;
  }

  @Getter("mode")
  static String mode(RawFile self) {
    return self.mode();
  }

  @Getter("_blksize")
  static int blockSize(RawFile self) {
    return BufferedFile.DEFAULT_SIZE;
  }

  @Getter("_finalizing")
  static boolean finalizing(RawFile self) {
    return self.finalizing;
  }

  @Setter("_finalizing")
  static void setFinalizing(ThreadState ts, RawFile self, long value) {
    self.finalizing = dev.taipan.vm.object.Truth.isTrue(ts, value);
  }
}
