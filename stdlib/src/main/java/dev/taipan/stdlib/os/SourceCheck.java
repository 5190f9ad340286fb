package dev.taipan.stdlib.os;

import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.memory.Memory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a source is newer than the build that runs. The script has a child look for one while the
 * JVM starts; the program never sees that child.
 */
public final class SourceCheck {
  private static final int EINTR = 4;

  /** Tells the script to look itself, and to build, before it starts the JVM. */
  private static final String FIRST = "TAIPAN_CHECK";

  private static final String EXECUTABLE = "-Dtaipan.executable=";

  /** The last word before the script's own arguments. */
  private static final String MAIN = "dev.taipan.launcher/dev.taipan.launcher.Main";

  private SourceCheck() {}

  /**
   * Waits for the child, and starts the script again if it found something or was not there.
   *
   * @throws IOException if the script cannot be started again
   */
  public static void finish() throws IOException {
    String child = System.getProperty("taipan.check");
    if (child != null && status(Integer.parseInt(child)) != 0) {
      startAgain();
    }
  }

  /** How a child ended, or -1 if it is none. */
  private static int status(int child) {
    try (Scratch status = Scratch.of(Integer.BYTES)) {
      long result;
      do {
        result = await(child, status.address());
      } while (result == -EINTR);
      return result == child ? Memory.getInt(status.address()) : -1;
    }
  }

  private static long await(int child, long status) {
    if (SystemCalls.exist()) {
      return SystemCalls.call(SystemCalls.WAIT4, child, status, 0, 0);
    }
    long result = (int) Libc.call(Fn.WAIT4, child, status);
    return result < 0 ? -Libc.errno() : result;
  }

  /** The same command line, byte for byte, and the same environment but for the sign. */
  private static void startAgain() throws IOException {
    byte[] line = Files.readAllBytes(Path.of("/proc/self/cmdline"));
    List<byte[]> again = new ArrayList<>(List.of(bytes("env"), bytes("bash")));
    boolean own = false;
    // Each word has a zero byte behind it.
    for (String word : new String(line, StandardCharsets.ISO_8859_1).split("\0", -1)) {
      if (own) {
        again.add(bytes(word));
      } else if (word.startsWith(EXECUTABLE)) {
        again.add(bytes(word.substring(EXECUTABLE.length())));
      }
      own |= word.equals(MAIN);
    }
    again.removeLast();

    JvmDescriptors.closeAtExec();
    for (char fd : System.getProperty("taipan.closed", "").toCharArray()) {
      Libc.call(Fn.CLOSE, fd - '0');
    }
    // By env, as the script's first line has it: its own file need not be executable.
    try (Scratch env = Scratch.copy(bytes("/usr/bin/env"));
        Scratch arguments = Spawning.strings(again);
        Scratch name = Scratch.copy(bytes(FIRST));
        Scratch value = Scratch.copy(bytes("first"))) {
      Libc.call(Fn.SETENV, name.address(), value.address(), 1);
      Libc.call(Fn.EXECVE, env.address(), arguments.address(), Spawning.environ());
    }
    throw new IOException(Libc.text(Libc.errno()));
  }

  /** Of a text that has a character for each byte. */
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
