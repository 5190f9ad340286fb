package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;

/** Whether this process has changed its folder since its start. */
public final class FolderChanges {
  /** Set once and never taken back; all runtimes of the process share the folder. */
  private static volatile boolean changed;

  private FolderChanges() {}

  static void note() {
    changed = true;
  }

  public static boolean any() {
    return changed;
  }

  /** The folder, as the system says; "/" if it is gone. */
  public static String current() {
    try (Scratch buffer = Scratch.of(4096)) {
      long result = Libc.call(Fn.GETCWD, buffer.address(), 4096);
      return result == 0 ? "/" : Libc.cString(buffer.address());
    }
  }
}
