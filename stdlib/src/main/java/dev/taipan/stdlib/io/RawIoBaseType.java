package dev.taipan.stdlib.io;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteArrays;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Files without a buffer: {@code read} by way of {@code readinto}. */
@BuiltinType(
    name = "_RawIOBase",
    module = "_io",
    kind = Kind.INSTANCE,
    base = "_IOBase",
    dict = true)
final class RawIoBaseType {
  private RawIoBaseType() {}

  @Builtin("read(self, size=-1, /)")
  static long read(ThreadState ts, long self, long size) {
    long count = IoErrors.size(ts, size);
    if (count < 0) {
      return Calls.named(ts, self, "readall");
    }
    int mark = ts.rootMark();
    try {
      long buffer = ByteArrays.create(ts, ts.runtime().types().bytearray, new byte[(int) count]);
      ts.root(buffer);
      long result = Calls.named(ts, self, "readinto", buffer);
      if (result == Word.NONE) {
        return result;
      }
      long got = Numbers.asJavaLong(ts, result);
      byte[] bytes = Buffers.require(ts, buffer);
      if (got < 0 || got > bytes.length) {
        throw Errors.valueError(
            ts, "readinto returned %d outside buffer size %d", got, bytes.length);
      }
      return ByteStrings.of(ts, Arrays.copyOf(bytes, (int) got));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("readall(self, /)")
  static long readall(ThreadState ts, long self) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    boolean any = false;
    while (true) {
      long part = Calls.named(ts, self, "read", Word.boxInt(8192));
      if (part == Word.NONE) {
        return any ? ByteStrings.of(ts, all.toByteArray()) : part;
      }
      if (ts.runtime().kindOf(part) != Kind.BYTES) {
        throw Errors.typeError(ts, "read() should return bytes");
      }
      byte[] bytes = Buffers.require(ts, part);
      if (bytes.length == 0) {
        return ByteStrings.of(ts, all.toByteArray());
      }
      any = true;
      all.writeBytes(bytes);
    }
  }
}
