package dev.taipan.stdlib.os;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.thread.ThreadState;

/** {@code posix.scandir}. */
@BuiltinModule("posix")
final class FolderModule {
  private FolderModule() {}

  @Builtin("scandir(path=None)")
  static long scandir(ThreadState ts, long path) {
    return ScandirType.create(ts, path);
  }
}
