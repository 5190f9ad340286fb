package dev.taipan.stdlib.binary;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;

/** {@code zlib.Compress}. */
@BuiltinType(name = "Compress", module = "zlib", subclassable = false)
final class CompressType {
  private CompressType() {}

  @Builtin("compress(self, data, /)")
  static long compress(ThreadState ts, CompressObject self, long data) {
    byte[] out = self.compress(ts, Buffers.require(ts, data));
    if (out == null) {
      throw ZlibModule.ERROR.raise(
          ts, "Error -2 while compressing data: inconsistent stream state");
    }
    return ByteStrings.of(ts, out);
  }

  @Builtin("flush(self, mode=4, /)")
  static long flush(ThreadState ts, CompressObject self, int mode) {
    if (mode == 0) {
      return ByteStrings.of(ts, new byte[0]);
    }
    byte[] out = self.flush(mode);
    if (out == null) {
      throw ZlibModule.ERROR.raise(ts, "Error -2 while flushing: inconsistent stream state");
    }
    return ByteStrings.of(ts, out);
  }

  @Builtin("copy(self, /)")
  static long copy(ThreadState ts, CompressObject self) {
    CompressObject made = self.copy(ts);
    if (made == null) {
      throw Errors.valueError(ts, "Inconsistent stream state");
    }
    return Hosts.create(ts, StandardLibrary.type(ts, CompressTypeTable.TABLE), made);
  }

  @Builtin("__copy__(self, /)")
  static long copyNow(ThreadState ts, CompressObject self) {
    return copy(ts, self);
  }

  @Builtin("__deepcopy__(self, memo, /)")
  static long deepCopy(ThreadState ts, CompressObject self, long memo) {
    return copy(ts, self);
  }
}
