package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The methods of hashes whose caller says how long they shall be. */
@BuiltinType(name = "shake", module = "_sha3", subclassable = false)
final class ShakeType {
  private ShakeType() {}

  private static byte[] bytes(ThreadState ts, HashObject self, long length) {
    long wanted = Numbers.asJavaLong(ts, length);
    if (wanted < 0) {
      throw Errors.valueError(ts, "value must be positive");
    }
    if (wanted >= 1 << 29) {
      throw Errors.valueError(ts, "length is too large");
    }
    return self.digest((int) wanted);
  }

  @Builtin("update(self, data, /)")
  static void update(ThreadState ts, HashObject self, long data) {
    self.update(ts, HashObject.bytes(ts, data));
  }

  @Builtin("digest(self, length)")
  static long digest(ThreadState ts, HashObject self, long length) {
    return ByteStrings.of(ts, bytes(ts, self, length));
  }

  @Builtin("hexdigest(self, length)")
  static String hexdigest(ThreadState ts, HashObject self, long length) {
    return java.util.HexFormat.of().formatHex(bytes(ts, self, length));
  }

  @Builtin("copy(self, /)")
  static long copy(ThreadState ts, long self) {
    HashObject copy = Hosts.get(ts, self, HashObject.class).copy();
    return Hosts.create(ts, ts.runtime().typeOf(self), copy);
  }

  /** Says the algorithm; only the type of {@code _hashlib} has this. */
  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    return HashType.repr(ts, self);
  }

  @Getter("name")
  static String name(HashObject self) {
    return self.name;
  }

  @Getter("digest_size")
  static long digestSize(HashObject self) {
    return Word.boxInt(0);
  }

  @Getter("block_size")
  static long blockSize(HashObject self) {
    return Word.boxInt(self.blockSize);
  }

  @Getter("_rate_bits")
  static long rateBits(HashObject self) {
    return Word.boxInt(8L * self.blockSize);
  }

  @Getter("_capacity_bits")
  static long capacityBits(HashObject self) {
    return Word.boxInt(1600 - 8L * self.blockSize);
  }

  @Getter("_suffix")
  static long suffix(ThreadState ts, HashObject self) {
    return ByteStrings.of(ts, new byte[] {0x1f});
  }
}
