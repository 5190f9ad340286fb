package dev.taipan.stdlib.binary;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code zlib.Decompress}. */
@BuiltinType(name = "Decompress", module = "zlib", subclassable = false)
final class DecompressType {
  private DecompressType() {}

  private static long result(ThreadState ts, Decompressor.Result result) {
    if (result.fault() != null) {
      boolean dictionary = result.fault().equals("need dictionary");
      throw dictionary
          ? ZlibModule.ERROR.raise(ts, "Error 2 while decompressing data")
          : ZlibModule.ERROR.raise(ts, "Error -3 while decompressing data: %s", result.fault());
    }
    return ByteStrings.of(ts, result.bytes());
  }

  @Builtin("decompress(self, data, /, max_length=0)")
  static long decompress(ThreadState ts, DecompressObject self, long data, long maxLength) {
    byte[] bytes = Buffers.require(ts, data);
    long most = Numbers.asJavaLong(ts, maxLength);
    if (most < 0) {
      throw Errors.valueError(ts, "max_length must be non-negative");
    }
    int limit = most == 0 ? Integer.MAX_VALUE : (int) Math.min(most, Integer.MAX_VALUE);
    return result(ts, self.add(ts, bytes, limit));
  }

  @Builtin("flush(self, length=16384, /)")
  static long flush(ThreadState ts, DecompressObject self, long length) {
    if (Numbers.asJavaLong(ts, length) <= 0) {
      throw Errors.valueError(ts, "length must be greater than zero");
    }
    return result(ts, self.flush(ts));
  }

  @Builtin("copy(self, /)")
  static long copy(ThreadState ts, DecompressObject self) {
    DecompressObject made = self.copy(ts);
    if (made == null) {
      throw Errors.valueError(ts, "Inconsistent stream state");
    }
    return Hosts.create(ts, StandardLibrary.type(ts, DecompressTypeTable.TABLE), made);
  }

  @Builtin("__copy__(self, /)")
  static long copyNow(ThreadState ts, DecompressObject self) {
    return copy(ts, self);
  }

  @Builtin("__deepcopy__(self, memo, /)")
  static long deepCopy(ThreadState ts, DecompressObject self, long memo) {
    return copy(ts, self);
  }

  @Getter("unused_data")
  static long unusedData(ThreadState ts, DecompressObject self) {
    return ByteStrings.of(ts, self.unused());
  }

  @Getter("unconsumed_tail")
  static long unconsumedTail(ThreadState ts, DecompressObject self) {
    return ByteStrings.of(ts, self.unconsumed());
  }

  @Getter("eof")
  static long eof(DecompressObject self) {
    return Word.boxBool(self.isFinished());
  }
}
