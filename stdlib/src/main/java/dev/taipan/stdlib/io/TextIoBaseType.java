package dev.taipan.stdlib.io;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The interface of text files. */
@BuiltinType(
    name = "_TextIOBase",
    module = "_io",
    kind = Kind.INSTANCE,
    base = "_IOBase",
    dict = true)
final class TextIoBaseType {
  private TextIoBaseType() {}

  @Builtin("detach(self, /)")
  static long detach(ThreadState ts, long self) {
    throw IoErrors.unsupported(ts, "detach");
  }

  @Builtin("read(self, size=-1, /)")
  static long read(ThreadState ts, long self, long size) {
    throw IoErrors.unsupported(ts, "read");
  }

  @Builtin("readline(self, size=-1, /)")
  static long readline(ThreadState ts, long self, long size) {
    throw IoErrors.unsupported(ts, "readline");
  }

  @Builtin("write(self, s, /)")
  static long write(ThreadState ts, long self, long text) {
    throw IoErrors.unsupported(ts, "write");
  }

  @Getter("encoding")
  static long encoding(long self) {
    return Word.NONE;
  }

  @Getter("newlines")
  static long newlines(long self) {
    return Word.NONE;
  }

  @Getter("errors")
  static long errors(long self) {
    return Word.NONE;
  }
}
