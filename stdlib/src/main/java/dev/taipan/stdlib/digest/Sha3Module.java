package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;

/** {@code _sha3}: the JDK does the work. */
@BuiltinModule("_sha3")
public final class Sha3Module {
  private Sha3Module() {}

  /** Says who does the work. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "implementation", Strs.of(ts, "JDK"));
  }

  @Builtin("sha3_224(string=, *, usedforsecurity=True)")
  static long sha3224(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.SHA3_224, HashKind.SHA3_224, string);
  }

  @Builtin("sha3_256(string=, *, usedforsecurity=True)")
  static long sha3256(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.SHA3_256, HashKind.SHA3_256, string);
  }

  @Builtin("sha3_384(string=, *, usedforsecurity=True)")
  static long sha3384(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.SHA3_384, HashKind.SHA3_384, string);
  }

  @Builtin("sha3_512(string=, *, usedforsecurity=True)")
  static long sha3512(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.SHA3_512, HashKind.SHA3_512, string);
  }

  @Builtin("shake_128(string=, *, usedforsecurity=True)")
  static long shake128(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.SHAKE_128, HashKind.SHAKE_128, string);
  }

  @Builtin("shake_256(string=, *, usedforsecurity=True)")
  static long shake256(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.SHAKE_256, HashKind.SHAKE_256, string);
  }
}
