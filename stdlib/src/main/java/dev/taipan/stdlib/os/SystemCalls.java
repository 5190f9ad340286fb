package dev.taipan.stdlib.os;

/**
 * System calls without the C library, for the first and the last step of a process: linking a
 * function of the C library takes milliseconds, loading this class's own library half of one. The
 * build writes it (tools/SystemCallLibrary.java), the script names it.
 */
final class SystemCalls {
  private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

  static final int EXIT_GROUP = ARM ? 94 : 231;
  static final int WAIT4 = ARM ? 260 : 61;

  private SystemCalls() {}

  /** In a class of its own: whoever asks first loads the library. */
  private static final class Library {
    static final boolean LOADED = load();

    @SuppressWarnings("restricted") // loads native code
    private static boolean load() {
      String file = System.getProperty("taipan.calls");
      if (file == null) {
        return false;
      }
      try {
        System.load(file);
        return true;
      } catch (UnsatisfiedLinkError missing) {
        // Another processor's, or on a file system without executable files: callers have another
        // way.
        return false;
      }
    }
  }

  /** Whether calls can be made. */
  static boolean exist() {
    return Library.LOADED;
  }

  /** The result, or the negated error number. */
  static native long call(long number, long a, long b, long c, long d);
}
