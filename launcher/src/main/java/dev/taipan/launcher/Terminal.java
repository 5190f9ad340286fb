package dev.taipan.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether standard input is a terminal, and with it whether there is a prompt. */
final class Terminal {
  private Terminal() {}

  static boolean isInteractive(CommandLine line) {
    boolean readsInput =
        line.kind() == CommandLine.Kind.NOTHING || line.kind() == CommandLine.Kind.STDIN;
    return readsInput && (line.has('i') || isInput());
  }

  /** What the kernel says descriptor 0 leads to. */
  static boolean isInput() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/0")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException closed) {
      return false;
    }
  }
}
