package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that the JVM holds open for itself: its modules, and our jars. */
final class JvmDescriptors {
  private static final int F_SETFD = 2;
  private static final int FD_CLOEXEC = 1;

  private JvmDescriptors() {}

  /** The JVM opens them in a way in which a program that takes its place would inherit them. */
  static void closeAtExec() {
    Path java = Path.of(System.getProperty("java.home"));
    Path jars = Path.of(System.getProperty("jdk.module.path", "/dev/null"));
    String[] open = new File("/proc/self/fd").list();
    for (String fd : open == null ? new String[0] : open) {
      Path file;
      try {
        file = Files.readSymbolicLink(Path.of("/proc/self/fd", fd));
      } catch (IOException closed) {
        continue; // meanwhile, such as the one that listed them
      }
      if (file.startsWith(java) || file.startsWith(jars)) {
        Libc.call(Fn.FCNTL, Integer.parseInt(fd), F_SETFD, FD_CLOEXEC);
      }
    }
  }
}
