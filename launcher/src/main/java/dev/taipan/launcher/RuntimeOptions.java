package dev.taipan.launcher;

import dev.taipan.vm.runtime.Options;
import java.io.FileInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;

/**
 * From {@code -X} options and the environment to a runtime's options. Unknown {@code -X} names are
 * ignored, as Python does.
 */
final class RuntimeOptions {
  private RuntimeOptions() {}

  static Options of(CommandLine line, Map<String, String> environment)
      throws CommandLine.UsageError, Fatal {
    Map<String, String> x = line.extra();
    refuseLock(x.get("gil"));
    Options base = Options.defaults();
    return new Options(
        jit(x, environment),
        x.getOrDefault("backend", base.backend()),
        !"off".equals(x.get("specialize")),
        stress(x.get("gc")),
        bytes("heap", x.get("heap"), base.heapLimit()),
        bytes("code-cache", x.get("code-cache"), base.codeCache()),
        x.containsKey("stats"),
        x.getOrDefault("jit-log", ""),
        hashSeed(line.has('E') ? null : environment.get("PYTHONHASHSEED")),
        digits(x.get("int_max_str_digits"), base.intMaxStrDigits()),
        Math.min(line.count('O'), 2),
        !x.containsKey("no_debug_ranges"),
        x.containsKey("dev"));
  }

  /** There is no interpreter lock to switch on. */
  private static void refuseLock(String value) throws Fatal {
    if (value != null && !value.equals("0")) {
      throw new Fatal(
          "config_read_gil", "Enabling the GIL is not supported by this build (gil=" + value + ")");
    }
  }

  private static int digits(String value, int fallback) throws Fatal {
    if (value == null) {
      return fallback;
    }
    if (value.matches("\\d{1,9}")) {
      int digits = Integer.parseInt(value);
      if (digits == 0 || digits >= 640) {
        return digits;
      }
    }
    throw new Fatal(
        "config_init_int_max_str_digits",
        "-X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.");
  }

  private static Options.Jit jit(Map<String, String> x, Map<String, String> environment)
      throws CommandLine.UsageError {
    String value = x.get("jit");
    if (value == null) {
      return "0".equals(environment.get("PYTHON_JIT")) ? Options.Jit.OFF : Options.Jit.ON;
    }
    for (Options.Jit candidate : Options.Jit.values()) {
      if (candidate.name().equals(value.toUpperCase(Locale.ROOT))) {
        return candidate;
      }
    }
    throw new CommandLine.UsageError("-X jit=" + value + ": off, on, sync or stress expected");
  }

  private static int stress(String value) throws CommandLine.UsageError {
    if (value == null) {
      return 0;
    }
    if (!value.startsWith("stress")) {
      throw new CommandLine.UsageError("-X gc=" + value + ": stress or stress:N expected");
    }
    int colon = value.indexOf(':');
    return colon < 0 ? 1 : Integer.parseInt(value.substring(colon + 1));
  }

  private static long bytes(String name, String value, long fallback)
      throws CommandLine.UsageError {
    if (value == null) {
      return fallback;
    }
    String digits = value.replaceAll("[kKmMgG]$", "");
    long unit =
        switch (Character.toLowerCase(value.charAt(value.length() - 1))) {
          case 'k' -> 1L << 10;
          case 'm' -> 1L << 20;
          case 'g' -> 1L << 30;
          default -> 1L;
        };
    try {
      return Long.parseLong(digits) * unit;
    } catch (NumberFormatException e) {
      throw new CommandLine.UsageError("-X " + name + "=" + value + ": a size expected");
    }
  }

  private static long hashSeed(String value) throws Fatal {
    if (value == null || value.isEmpty() || value.equals("random")) {
      return random();
    }
    if (value.matches("\\d{1,10}") && Long.parseLong(value) <= 0xFFFF_FFFFL) {
      return Long.parseLong(value);
    }
    throw new Fatal(
        "config_init_hash_seed",
        "PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]");
  }

  /** Straight from the system: a SecureRandom takes longer to make than a runtime. */
  private static long random() {
    try (FileInputStream in = new FileInputStream("/dev/urandom")) {
      long seed = 0;
      for (byte part : in.readNBytes(Long.BYTES)) {
        seed = seed << Byte.SIZE | part & 0xFF;
      }
      return seed;
    } catch (IOException noDevice) {
      return new SecureRandom().nextLong();
    }
  }
}
