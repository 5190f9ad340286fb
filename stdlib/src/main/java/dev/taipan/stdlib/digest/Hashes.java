package dev.taipan.stdlib.digest;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** Making hash objects. */
public final class Hashes {
  private Hashes() {}

  static long start(ThreadState ts, String name, String algorithm, int block, int size, long data) {
    HashObject made = new HashObject(name, block, size, JdkHash.named(algorithm));
    return begin(ts, HashTypeTable.TABLE, made, data);
  }

  static long startShake(ThreadState ts, String name, int rate, long data) {
    HashObject made = new HashObject(name, rate, 0, new Shake(rate));
    return begin(ts, ShakeTypeTable.TABLE, made, data);
  }

  private static long begin(ThreadState ts, BuiltinTable type, HashObject made, long data) {
    if (data != Word.EMPTY) {
      made.update(ts, HashObject.bytes(ts, data));
    }
    return Hosts.create(ts, StandardLibrary.type(ts, type), made);
  }

  /** The classes of {@code _blake2} with their constants. */
  public static void fillBlake2(ThreadState ts, long namespace) {
    define(ts, namespace, Blake2bTypeTable.TABLE, Blake2.Size.BIG);
    define(ts, namespace, Blake2sTypeTable.TABLE, Blake2.Size.SMALL);
  }

  private static void define(ThreadState ts, long namespace, BuiltinTable table, Blake2.Size size) {
    PyType type = StandardLibrary.type(ts, table);
    type.set(ts, ts.runtime().intern(ts, "SALT_SIZE"), Word.boxInt(size.salt()));
    type.set(ts, ts.runtime().intern(ts, "PERSON_SIZE"), Word.boxInt(size.salt()));
    type.set(ts, ts.runtime().intern(ts, "MAX_KEY_SIZE"), Word.boxInt(size.most()));
    type.set(ts, ts.runtime().intern(ts, "MAX_DIGEST_SIZE"), Word.boxInt(size.most()));
    Dicts.set(ts, namespace, table.name(), type.cell());
  }
}
