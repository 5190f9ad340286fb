package dev.taipan.stdlib.file;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A text file. Lines are found in the bytes, so the encodings are those in which a line feed is one
 * byte.
 */
@BuiltinType(name = "TextIOWrapper", module = "_io", dict = true)
final class TextFileType {
  private TextFileType() {}

  static long create(ThreadState ts, FileObject file) {
    return Hosts.create(ts, StandardLibrary.type(ts, TextFileTypeTable.TABLE), file);
  }

  @Builtin("write(self, text, /)")
  static long write(ThreadState ts, FileObject self, long text) {
    if (!Strs.isStr(ts, text)) {
      throw Errors.typeError(
          ts, "write() argument must be str, not %s", ts.runtime().typeOf(text).name());
    }
    if (!self.stream.writable()) {
      throw IoModule.unsupported(ts, "not writable");
    }
    byte[] bytes = TextCodecs.encode(ts, text, self.encoding, self.errors);
    byte[] ends = self.newline == null || self.newline.length() != 2 ? bytes : withCrLf(bytes);
    boolean flush = self.lineBuffered && hasLineEnd(ends);
    self.io(
        ts,
        () -> {
          self.stream.write(ts, ends, flush);
          return null;
        });
    return Word.boxInt(Strs.length(text));
  }

  private static byte[] withCrLf(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean hasLineEnd(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\n') {
        return true;
      }
    }
    return false;
  }

  @Builtin("writelines(self, lines, /)")
  static void writeLines(ThreadState ts, FileObject self, long lines) {
    Iteration.forEach(
        ts,
        lines,
        (thread, line) -> {
          write(thread, self, line);
          return true;
        });
  }

  private static long text(ThreadState ts, FileObject self, byte[] bytes) {
    byte[] plain = bytes;
    if (self.newline == null) {
      String raw = new String(bytes, StandardCharsets.ISO_8859_1);
      if (raw.indexOf('\r') >= 0) {
        plain = raw.replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.ISO_8859_1);
      }
    }
    return TextCodecs.decode(ts, plain, self.encoding, self.errors);
  }

  private static void checkReadable(ThreadState ts, FileObject self) {
    if (!self.stream.readable()) {
      throw IoModule.unsupported(ts, "not readable");
    }
  }

  @Builtin("read(self, size=-1, /)")
  static long read(ThreadState ts, FileObject self, long size) {
    checkReadable(ts, self);
    long count = size == Word.NONE ? -1 : dev.taipan.vm.object.Numbers.asJavaLong(ts, size);
    byte[] bytes = self.io(ts, () -> count < 0 ? self.stream.read(ts, -1) : chars(ts, self, count));
    return text(ts, self, bytes);
  }

  /** The bytes of that many characters of UTF-8 (of any one-byte encoding, too). */
  private static byte[] chars(ThreadState ts, FileObject self, long count) throws IOException {
    var out = new java.io.ByteArrayOutputStream();
    boolean utf8 = self.encoding.equals("utf-8");
    for (long i = 0; i < count; i++) {
      byte[] one = self.stream.read(ts, 1);
      if (one.length == 0) {
        break;
      }
      out.write(one);
      int lead = one[0] & 0xFF;
      int more = !utf8 || lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
      out.write(self.stream.read(ts, more));
    }
    return out.toByteArray();
  }

  @Builtin("readline(self, size=-1, /)")
  static long readLine(ThreadState ts, FileObject self, long size) {
    checkReadable(ts, self);
    byte[] bytes = self.io(ts, () -> self.stream.readLine(ts, Word.unboxInt(size)));
    return text(ts, self, bytes);
  }

  @Builtin("readlines(self, hint=-1, /)")
  static long readLines(ThreadState ts, FileObject self, long hint) {
    checkReadable(ts, self);
    long list = Lists.create(ts, 8);
    int mark = ts.rootMark();
    ts.root(list);
    try {
      for (long line = readLine(ts, self, Word.boxInt(-1));
          Strs.length(line) > 0;
          line = readLine(ts, self, Word.boxInt(-1))) {
        Lists.append(ts, list, line);
      }
      return list;
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, FileObject self) {
    long line = readLine(ts, self, Word.boxInt(-1));
    return Strs.length(line) == 0 ? Word.EMPTY : line;
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

  @Builtin("seek(self, cookie, whence=0, /)")
  static long seek(ThreadState ts, FileObject self, long cookie, int whence) {
    return Word.boxInt(self.io(ts, () -> self.stream.seek(ts, Word.unboxInt(cookie), whence)));
  }

  @Builtin("truncate(self, pos=None, /)")
  static long truncate(ThreadState ts, FileObject self, long pos) {
    long size = pos == Word.NONE ? -1 : Word.unboxInt(pos);
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

  @Getter("encoding")
  static String encoding(FileObject self) {
    return self.encoding;
  }

  @Getter("errors")
  static String errors(FileObject self) {
    return self.errors;
  }

  @Getter("line_buffering")
  static boolean lineBuffering(FileObject self) {
    return self.lineBuffered;
  }

  @Getter("newlines")
  static long newlines(FileObject self) {
    return Word.NONE;
  }

  @Getter("buffer")
  static long buffer(ThreadState ts, FileObject self) {
    FileObject bytes =
        new FileObject(self.stream, self.name, self.mode + "b", null, null, null, false);
    return BinaryFileType.create(ts, bytes);
  }

  @Builtin("__repr__(self, /)")
  static String repr(FileObject self) {
    return "<_io.TextIOWrapper name='%s' mode='%s' encoding='%s'>"
        .formatted(self.name, self.mode, self.encoding);
  }
}
