package dev.taipan.vm.runtime;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * How much memory the process may use: the control group's limit where there is one, else the
 * machine's.
 */
final class MachineMemory {
  private static final String GROUP_LIMIT = "/sys/fs/cgroup/memory.max";
  private static final String MEMORY_INFO = "/proc/meminfo";
  private static final String TOTAL = "MemTotal:";
  private static final long UNKNOWN = 4L << 30;

  /** What is wanted stands in the first line of either file. */
  private static final int HEAD = 256;

  private MachineMemory() {}

  static long bytes() {
    return Math.min(machine(), group());
  }

  private static long group() {
    String text = head(GROUP_LIMIT);
    return text.isEmpty() || text.startsWith("max") ? Long.MAX_VALUE : number(text, 0);
  }

  private static long machine() {
    String text = head(MEMORY_INFO);
    return text.startsWith(TOTAL) ? number(text, TOTAL.length()) << 10 : UNKNOWN;
  }

  /** Plain streams: this is on the way of every start. */
  private static String head(String file) {
    try (FileInputStream in = new FileInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    } catch (IOException absent) {
      return "";
    }
  }

  /** The first number behind a place. */
  private static long number(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    long value = 0;
    for (; at < text.length() && Character.isDigit(text.charAt(at)); at++) {
      value = value * 10 + (text.charAt(at) - '0');
    }
    return value;
  }
}
