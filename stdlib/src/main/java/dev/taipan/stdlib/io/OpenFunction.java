package dev.taipan.stdlib.io;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.thread.ThreadState;

/** {@code open} as {@code builtins} has it: the same function as that of {@code io}. */
@BuiltinModule("io")
final class OpenFunction {
  private OpenFunction() {}

  @Builtin(
      "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None,"
          + " closefd=True, opener=None)")
  static long open(
      ThreadState ts,
      long file,
      String mode,
      long buffering,
      long encoding,
      long errors,
      long newline,
      boolean closefd,
      long opener) {
    return IoModule.open(ts, file, mode, buffering, encoding, errors, newline, closefd, opener);
  }
}
