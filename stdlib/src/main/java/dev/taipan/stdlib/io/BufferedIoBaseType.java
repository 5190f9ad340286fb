package dev.taipan.stdlib.io;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The interface of buffered files. */
@BuiltinType(
    name = "_BufferedIOBase",
    module = "_io",
    kind = Kind.INSTANCE,
    base = "_IOBase",
    dict = true)
final class BufferedIoBaseType {
  private BufferedIoBaseType() {}

  @Builtin("detach(self, /)")
  static long detach(ThreadState ts, long self) {
    throw IoErrors.unsupported(ts, "detach");
  }

  @Builtin("read(self, size=-1, /)")
  static long read(ThreadState ts, long self, long size) {
    throw IoErrors.unsupported(ts, "read");
  }

  @Builtin("read1(self, size=-1, /)")
  static long read1(ThreadState ts, long self, long size) {
    throw IoErrors.unsupported(ts, "read1");
  }

  @Builtin("write(self, b, /)")
  static long write(ThreadState ts, long self, long b) {
    throw IoErrors.unsupported(ts, "write");
  }

  @Builtin("readinto(self, buffer, /)")
  static long readinto(ThreadState ts, long self, long buffer) {
    return into(ts, self, buffer, "read");
  }

  @Builtin("readinto1(self, buffer, /)")
  static long readinto1(ThreadState ts, long self, long buffer) {
    return into(ts, self, buffer, "read1");
  }

  private static long into(ThreadState ts, long self, long buffer, String method) {
    int size = Targets.size(ts, buffer);
    long data = Calls.named(ts, self, method, Word.boxInt(size));
    if (ts.runtime().kindOf(data) != Kind.BYTES) {
      throw Errors.typeError(ts, "read() should return bytes");
    }
    byte[] bytes = Buffers.require(ts, data);
    if (bytes.length > size) {
      throw Errors.valueError(
          ts, "read() returned too much data: %d bytes requested, %d returned", size, bytes.length);
    }
    Targets.put(ts, buffer, bytes, bytes.length);
    return Word.boxInt(bytes.length);
  }
}
