package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.thread.ThreadState;

/** {@code _sha3}: the JDK does the work. */
@BuiltinModule("_sha3")
public final class Sha3Module {
  private Sha3Module() {}

  @Builtin("sha3_224(string=, *, usedforsecurity=True)")
  static long sha3224(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.start(ts, "sha3_224", "SHA3-224", 144, 28, string);
  }

  @Builtin("sha3_256(string=, *, usedforsecurity=True)")
  static long sha3256(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.start(ts, "sha3_256", "SHA3-256", 136, 32, string);
  }

  @Builtin("sha3_384(string=, *, usedforsecurity=True)")
  static long sha3384(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.start(ts, "sha3_384", "SHA3-384", 104, 48, string);
  }

  @Builtin("sha3_512(string=, *, usedforsecurity=True)")
  static long sha3512(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.start(ts, "sha3_512", "SHA3-512", 72, 64, string);
  }

  @Builtin("shake_128(string=, *, usedforsecurity=True)")
  static long shake128(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.startShake(ts, "shake_128", 168, string);
  }

  @Builtin("shake_256(string=, *, usedforsecurity=True)")
  static long shake256(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.startShake(ts, "shake_256", 136, string);
  }
}
