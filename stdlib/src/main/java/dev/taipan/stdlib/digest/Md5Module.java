package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.thread.ThreadState;

/** {@code _md5}: the JDK does the work. */
@BuiltinModule("_md5")
public final class Md5Module {
  private Md5Module() {}

  @Builtin("md5(string=, *, usedforsecurity=True)")
  static long md5(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.start(ts, "md5", "MD5", 64, 16, string);
  }
}
