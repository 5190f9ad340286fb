package dev.taipan.stdlib.process;

import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.stdlib.os.Paths;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _posixshmem}: the names of shared memory; what lies behind them is mapped by mmap. */
@BuiltinModule("_posixshmem")
public final class SharedMemoryModule {
  /** The functions. */
  public static final BuiltinTable TABLE = SharedMemoryModuleTable.TABLE;

  private static final int CLOSE_ON_EXEC = 0x80000;

  private SharedMemoryModule() {}

  private static Scratch name(ThreadState ts, long path, String function) {
    if (!Strs.isStr(ts, path)) {
      throw Errors.typeError(
          ts,
          "%s() argument 'path' must be str, not %s",
          function,
          ts.runtime().typeOf(path).name());
    }
    return Scratch.copy(Paths.bytes(ts, path));
  }

  @Builtin("shm_open(path, flags, mode=511)")
  static long open(ThreadState ts, long path, int flags, int mode) {
    try (Scratch name = name(ts, path, "shm_open")) {
      long fd = (int) Libc.call(Fn.SHM_OPEN, name.address(), flags | CLOSE_ON_EXEC, mode);
      if (fd < 0) {
        throw OsErrors.last(ts, path);
      }
      return Word.boxInt(fd);
    }
  }

  @Builtin("shm_unlink(path)")
  static void unlink(ThreadState ts, long path) {
    try (Scratch name = name(ts, path, "shm_unlink")) {
      if ((int) Libc.call(Fn.SHM_UNLINK, name.address()) < 0) {
        throw OsErrors.last(ts, path);
      }
    }
  }
}
