package dev.taipan.stdlib.binary;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code zlib._ZlibDecompressor}. */
@BuiltinType(name = "_ZlibDecompressor", module = "zlib", subclassable = false)
final class StreamDecompressorType {
  private StreamDecompressorType() {}

  @Builtin(value = "__new__(cls, /, wbits=15, zdict=)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, int wbits, long zdict) {
    byte[] dictionary = zdict == Word.EMPTY ? null : Buffers.require(ts, zdict);
    Decompressor made = Decompressor.create(ts, wbits, dictionary);
    return Hosts.create(ts, Classes.of(ts, cls), new StreamDecompressor(made));
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(ThreadState ts, StreamDecompressor self, long args, long kwargs) {
    // __new__ has done everything
  }

  @Builtin("decompress(self, /, data, max_length=-1)")
  static long decompress(ThreadState ts, StreamDecompressor self, long data, long maxLength) {
    byte[] bytes = Buffers.require(ts, data);
    long most = Numbers.asJavaLong(ts, maxLength);
    int limit = most < 0 ? Integer.MAX_VALUE : (int) Math.min(most, Integer.MAX_VALUE);
    Decompressor.Result result = self.decompress(ts, bytes, limit);
    if (result == null) {
      throw Errors.raise(ts, Exc.EOFError, "End of stream already reached");
    }
    if (result.fault() != null) {
      throw ZlibModule.ERROR.raise(ts, "Error -3 while decompressing data: %s", result.fault());
    }
    return ByteStrings.of(ts, result.bytes());
  }

  @Getter("eof")
  static long eof(StreamDecompressor self) {
    return Word.boxBool(self.isFinished());
  }

  @Getter("needs_input")
  static long needsInput(StreamDecompressor self) {
    return Word.boxBool(self.needsInput());
  }

  @Getter("unused_data")
  static long unusedData(ThreadState ts, StreamDecompressor self) {
    return ByteStrings.of(ts, self.unused());
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, StreamDecompressor self) {
    throw Errors.typeError(ts, "cannot pickle 'zlib._ZlibDecompressor' object");
  }

  @Builtin("__reduce_ex__(self, protocol, /)")
  static long reduceEx(ThreadState ts, StreamDecompressor self, long protocol) {
    return reduce(ts, self);
  }
}
