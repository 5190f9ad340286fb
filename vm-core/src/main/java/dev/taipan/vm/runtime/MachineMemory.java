package dev.taipan.vm.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much memory the process may use: the control group's limit where there is one, else the
 * machine's.
 */
final class MachineMemory {
  private static final Path GROUP_LIMIT = Path.of("/sys/fs/cgroup/memory.max");
  private static final Path MEMORY_INFO = Path.of("/proc/meminfo");
  private static final long UNKNOWN = 4L << 30;

  private MachineMemory() {}

  static long bytes() {
    return Math.min(machine(), group());
  }

  private static long group() {
    try {
      String text = Files.readString(GROUP_LIMIT).strip();
      return text.equals("max") ? Long.MAX_VALUE : Long.parseLong(text);
    } catch (IOException | NumberFormatException absent) {
      return Long.MAX_VALUE;
    }
  }

  private static long machine() {
    try {
      for (String line : Files.readAllLines(MEMORY_INFO)) {
        if (line.startsWith("MemTotal:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    } catch (IOException | NumberFormatException absent) {
      return UNKNOWN;
    }
    return UNKNOWN;
  }
}
