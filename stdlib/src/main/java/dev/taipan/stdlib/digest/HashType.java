package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What the constructors of fixed algorithms give. */
@BuiltinType(name = "HASH", module = "_hashlib", subclassable = false)
final class HashType {
  private HashType() {}

  @Builtin("update(self, data, /)")
  static void update(ThreadState ts, HashObject self, long data) {
    self.update(ts, HashObject.bytes(ts, data));
  }

  @Builtin("digest(self, /)")
  static long digest(ThreadState ts, HashObject self) {
    return ByteStrings.of(ts, self.digest(self.digestSize));
  }

  @Builtin("hexdigest(self, /)")
  static String hexdigest(HashObject self) {
    return java.util.HexFormat.of().formatHex(self.digest(self.digestSize));
  }

  @Builtin("copy(self, /)")
  static long copy(ThreadState ts, long self) {
    HashObject copy = Hosts.get(ts, self, HashObject.class).copy();
    return Hosts.create(ts, ts.runtime().typeOf(self), copy);
  }

  @Getter("name")
  static String name(HashObject self) {
    return self.name;
  }

  @Getter("digest_size")
  static long digestSize(HashObject self) {
    return Word.boxInt(self.digestSize);
  }

  @Getter("block_size")
  static long blockSize(HashObject self) {
    return Word.boxInt(self.blockSize);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    String name = Hosts.get(ts, self, HashObject.class).name;
    return "<%s _hashlib.HASH object @ 0x%x>".formatted(name, self);
  }

  /** The sponge's figures, of SHA-3 only. */
  @Getter("_rate_bits")
  static long rateBits(ThreadState ts, HashObject self) {
    return Word.boxInt(8L * sponge(ts, self, "_rate_bits").blockSize);
  }

  @Getter("_capacity_bits")
  static long capacityBits(ThreadState ts, HashObject self) {
    return Word.boxInt(1600 - 8L * sponge(ts, self, "_capacity_bits").blockSize);
  }

  @Getter("_suffix")
  static long suffix(ThreadState ts, HashObject self) {
    sponge(ts, self, "_suffix");
    return ByteStrings.of(ts, new byte[] {6});
  }

  private static HashObject sponge(ThreadState ts, HashObject self, String attribute) {
    if (!self.name.startsWith("sha3")) {
      throw Errors.attributeError(ts, "'_hashlib.HASH' object has no attribute '%s'", attribute);
    }
    return self;
  }
}
