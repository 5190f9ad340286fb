package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.thread.ThreadState;

/** {@code _sha2}: the JDK does the work. */
@BuiltinModule("_sha2")
public final class Sha2Module {
  private Sha2Module() {}

  /** The types. */
  public static void fill(ThreadState ts, long namespace) {
    Hashes.define(ts, namespace, "SHA224Type", HashTable.SHA224);
    Hashes.define(ts, namespace, "SHA256Type", HashTable.SHA256);
    Hashes.define(ts, namespace, "SHA384Type", HashTable.SHA384);
    Hashes.define(ts, namespace, "SHA512Type", HashTable.SHA512);
  }

  @Builtin("sha224(string=, *, usedforsecurity=True)")
  static long sha224(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.SHA224, HashKind.SHA224, string);
  }

  @Builtin("sha256(string=, *, usedforsecurity=True)")
  static long sha256(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.SHA256, HashKind.SHA256, string);
  }

  @Builtin("sha384(string=, *, usedforsecurity=True)")
  static long sha384(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.SHA384, HashKind.SHA384, string);
  }

  @Builtin("sha512(string=, *, usedforsecurity=True)")
  static long sha512(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.SHA512, HashKind.SHA512, string);
  }
}
