package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _blake2.blake2s}. */
@BuiltinType(name = "blake2s", module = "_blake2", subclassable = false)
final class Blake2sType {
  private Blake2sType() {}

  @Builtin(
      value =
          "__new__(cls, data=, /, *, digest_size=None, key=, salt=, person=, fanout=1,"
              + " depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0,"
              + " last_node=False, usedforsecurity=True)",
      binding = Binding.NEW)
  static long create(
      ThreadState ts,
      long cls,
      long data,
      long digestSize,
      long key,
      long salt,
      long person,
      long fanout,
      long depth,
      long leafSize,
      long nodeOffset,
      long nodeDepth,
      long innerSize,
      boolean lastNode,
      boolean usedForSecurity) {
    Blake2Parameters parameters = new Blake2Parameters(ts, Blake2.Size.SMALL);
    parameters.digestSize(digestSize);
    parameters.bytes(salt, Blake2Parameters.Field.SALT);
    parameters.bytes(person, Blake2Parameters.Field.PERSON);
    parameters.tree(fanout, depth, leafSize, nodeOffset, nodeDepth, innerSize);
    HashObject made = parameters.start(key, lastNode);
    if (data != 0L) {
      made.update(ts, HashObject.bytes(ts, data));
    }
    return Hosts.create(ts, Classes.of(ts, cls), made);
  }

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
}
