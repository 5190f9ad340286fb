package dev.taipan.stdlib.digest;

import dev.taipan.stdlib.DetachedWork;
import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.util.Locale;
import java.util.function.Supplier;

/** Making hash objects. */
public final class Hashes {
  private Hashes() {}

  /** A hash object of {@code _hashlib}. */
  static long open(ThreadState ts, HashKind kind, long data) {
    return begin(ts, kind.size == 0 ? HashTable.HASHXOF : HashTable.HASH, kind, data);
  }

  static long begin(ThreadState ts, BuiltinTable type, HashKind kind, long data) {
    HashObject made = kind.object();
    if (data != Word.EMPTY) {
      made.update(ts, HashObject.bytes(ts, data));
    }
    return Hosts.create(ts, StandardLibrary.type(ts, type), made);
  }

  static void define(ThreadState ts, long namespace, String name, BuiltinTable type) {
    Dicts.set(ts, namespace, name, StandardLibrary.type(ts, type).cell());
  }

  /** The bytes of an argument that any bytes-like object will do for. */
  static byte[] buffer(ThreadState ts, long word) {
    return Buffers.require(ts, word);
  }

  /** Work on copied bytes, detached where it may take long. */
  static <T> T detached(ThreadState ts, int size, Supplier<T> work) {
    return DetachedWork.run(ts, size >= HashObject.LONG_WORK, work);
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
    String prefix = table.name().toUpperCase(Locale.ROOT) + "_";
    Dicts.set(ts, namespace, prefix + "SALT_SIZE", Word.boxInt(size.salt()));
    Dicts.set(ts, namespace, prefix + "PERSON_SIZE", Word.boxInt(size.salt()));
    Dicts.set(ts, namespace, prefix + "MAX_KEY_SIZE", Word.boxInt(size.most()));
    Dicts.set(ts, namespace, prefix + "MAX_DIGEST_SIZE", Word.boxInt(size.most()));
  }
}
