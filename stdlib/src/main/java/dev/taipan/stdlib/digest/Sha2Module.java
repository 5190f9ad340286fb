package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.thread.ThreadState;

/** {@code _sha2}: the JDK does the work. */
@BuiltinModule("_sha2")
public final class Sha2Module {
  private Sha2Module() {}

  @Builtin("sha224(string=, *, usedforsecurity=True)")
  static long sha224(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.start(ts, "sha224", "SHA-224", 64, 28, string);
  }

  @Builtin("sha256(string=, *, usedforsecurity=True)")
  static long sha256(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.start(ts, "sha256", "SHA-256", 64, 32, string);
  }

  @Builtin("sha384(string=, *, usedforsecurity=True)")
  static long sha384(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.start(ts, "sha384", "SHA-384", 128, 48, string);
  }

  @Builtin("sha512(string=, *, usedforsecurity=True)")
  static long sha512(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.start(ts, "sha512", "SHA-512", 128, 64, string);
  }
}
