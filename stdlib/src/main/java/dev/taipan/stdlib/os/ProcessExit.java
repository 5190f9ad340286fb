package dev.taipan.stdlib.os;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/** The end of the process when nothing is left to do. */
public final class ProcessExit {
  private ProcessExit() {}

  /** Loads what an end needs; the training run does it for the start-up cache. */
  @CanIgnoreReturnValue
  public static boolean prepare() {
    return SystemCalls.exist();
  }

  /**
   * Ends the process by the system call. {@code halt} waits for the JVM's compilers in steps of ten
   * milliseconds, and they are nearly always busy at the end of a short program; what else it does,
   * logs and caches that JVM options ask for, is not wanted where the script named the library.
   */
  public static void exit(int status) {
    if (prepare()) {
      SystemCalls.call(SystemCalls.EXIT_GROUP, status, 0, 0, 0);
    }
    Runtime.getRuntime().halt(status);
  }
}
