package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.thread.ThreadState;

/** {@code _md5}: the JDK does the work. */
@BuiltinModule("_md5")
public final class Md5Module {
  private Md5Module() {}

  /** The type. */
  public static void fill(ThreadState ts, long namespace) {
    Hashes.define(ts, namespace, "MD5Type", HashTable.MD5);
  }

  @Builtin("md5(string=, *, usedforsecurity=True)")
  static long md5(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.begin(ts, HashTable.MD5, HashKind.MD5, string);
  }
}
