package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.thread.ThreadState;

/** {@code open} as {@code builtins} and {@code io} have it: one function, made at the start. */
@BuiltinModule("_io")
public final class OpenFunction {
  private static final String KEY = "io.open";

  private OpenFunction() {}

  /** Puts the function into the builtins, and keeps it for {@code io}. */
  public static void add(ThreadState ts, long builtins) {
    Modules.addFunctions(ts, builtins, OpenFunctionTable.TABLE);
    long open = Dicts.getStr(ts, Modules.dict(ts, builtins), ts.runtime().intern(ts, "open"));
    Dicts.setStr(ts, StandardLibrary.of(ts).state(), ts.runtime().intern(ts, KEY), open);
  }

  /** The function that was made at the start. */
  static long kept(ThreadState ts) {
    return Dicts.getStr(ts, StandardLibrary.of(ts).state(), ts.runtime().intern(ts, KEY));
  }

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
