package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.ByteStrings;
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
  static String repr(long self) {
    return "<hash object @ 0x%x>".formatted(self);
  }
}
