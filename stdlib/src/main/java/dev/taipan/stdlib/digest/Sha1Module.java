package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.thread.ThreadState;

/** {@code _sha1}: the JDK does the work. */
@BuiltinModule("_sha1")
public final class Sha1Module {
  private Sha1Module() {}

  /** The type. */
  public static void fill(ThreadState ts, long namespace) {
    Hashes.define(ts, namespace, "SHA1Type", HashTable.SHA1);
  }

  @Builtin("sha1(string=, *, usedforsecurity=True)")
  static long sha1(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.SHA1, HashKind.SHA1, string);
  }
}
