package dev.taipan.stdlib.file;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** A buffered binary file. */
@BuiltinType(name = "BufferedRandom", module = "_io", dict = true)
final class BinaryFileType {
  private BinaryFileType() {}

  static long create(ThreadState ts, FileObject file) {
    return Hosts.create(ts, StandardLibrary.type(ts, BinaryFileTypeTable.TABLE), file);
  }

  @Builtin("write(self, buffer, /)")
  static long write(ThreadState ts, FileObject self, long buffer) {
    if (!self.stream.writable()) {
      throw IoModule.unsupported(ts, "write");
    }
    byte[] bytes = Buffers.require(ts, buffer);
    self.io(
        ts,
        () -> {
          self.stream.write(ts, bytes, false);
          return null;
        });
    return Word.boxInt(bytes.length);
  }

  @Builtin("read(self, size=-1, /)")
  static long read(ThreadState ts, FileObject self, long size) {
    if (!self.stream.readable()) {
      throw IoModule.unsupported(ts, "read");
    }
    long count = size == Word.NONE ? -1 : Numbers.asJavaLong(ts, size);
    return ByteStrings.of(ts, self.io(ts, () -> self.stream.read(ts, count)));
  }

  @Builtin("readline(self, size=-1, /)")
  static long readLine(ThreadState ts, FileObject self, long size) {
    if (!self.stream.readable()) {
      throw IoModule.unsupported(ts, "read");
    }
    long limit = size == Word.NONE ? -1 : Numbers.asJavaLong(ts, size);
    return ByteStrings.of(ts, self.io(ts, () -> self.stream.readLine(ts, limit)));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, FileObject self) {
    byte[] line = self.io(ts, () -> self.stream.readLine(ts, -1));
    return line.length == 0 ? Word.EMPTY : ByteStrings.of(ts, line);
  }

  @Builtin("flush(self, /)")
  static void flush(ThreadState ts, FileObject self) {
    IoModule.flush(ts, self);
  }

  @Builtin("close(self, /)")
  static void close(ThreadState ts, FileObject self) {
    IoModule.close(ts, self);
  }

  @Builtin("__enter__(self, /)")
  static long enter(long self) {
    return self;
  }

  @Builtin("__exit__(self, /, *args)")
  static void exit(ThreadState ts, FileObject self, long args) {
    IoModule.close(ts, self);
  }

  @Builtin("fileno(self, /)")
  static int fileno(ThreadState ts, FileObject self) {
    return IoModule.descriptor(ts, self);
  }

  @Builtin("isatty(self, /)")
  static boolean isatty(FileObject self) {
    return StandardFiles.isTerminal(self.stream.descriptor());
  }

  @Builtin("readable(self, /)")
  static boolean readable(FileObject self) {
    return self.stream.readable();
  }

  @Builtin("writable(self, /)")
  static boolean writable(FileObject self) {
    return self.stream.writable();
  }

  @Builtin("seekable(self, /)")
  static boolean seekable(FileObject self) {
    return self.stream.isSeekable();
  }

  @Builtin("tell(self, /)")
  static long tell(ThreadState ts, FileObject self) {
    return Word.boxInt(self.io(ts, () -> self.stream.position(ts)));
  }

  @Builtin("seek(self, target, whence=0, /)")
  static long seek(ThreadState ts, FileObject self, long target, int whence) {
    long offset = Numbers.asJavaLong(ts, target);
    return Word.boxInt(self.io(ts, () -> self.stream.seek(ts, offset, whence)));
  }

  @Builtin("truncate(self, pos=None, /)")
  static long truncate(ThreadState ts, FileObject self, long pos) {
    long size = pos == Word.NONE ? -1 : Numbers.asJavaLong(ts, pos);
    return Word.boxInt(self.io(ts, () -> self.stream.truncate(ts, size)));
  }

  @Getter("closed")
  static boolean closed(FileObject self) {
    return self.stream.isClosed();
  }

  @Getter("name")
  static String name(FileObject self) {
    return self.name;
  }

  @Getter("mode")
  static String mode(FileObject self) {
    return self.mode;
  }
}
