package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The methods of hashes of a fixed length; {@link HashTable} names the types that have them. */
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

  /** Says the algorithm; only the types of {@code _hashlib} have this. */
  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    String name = Hosts.get(ts, self, HashObject.class).name;
    String type = ts.runtime().typeOf(self).name();
    return type.equals("_hashlib.HMAC")
        ? "<%s HMAC object @ 0x%x>".formatted(name.substring("hmac-".length()), self)
        : "<%s %s object @ 0x%x>".formatted(name, type, self);
  }

  /** The sponge's figures; only the types of SHA-3 have these. */
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
    return ByteStrings.of(ts, new byte[] {6});
  }
}
