package dev.taipan.optimizer.spi;

import java.util.Locale;

/**
 * The machine that a backend may or may not support.
 *
 * @param arch {@code x86_64}, {@code aarch64} or what the JVM says
 * @param os {@code linux}, {@code mac}, {@code windows} or what the JVM says
 */
public record Platform(String arch, String os) {
  /** This machine. */
  public static Platform current() {
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return new Platform(
        switch (arch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "aarch64";
          default -> arch;
        },
        os.startsWith("mac") ? "mac" : os.startsWith("windows") ? "windows" : os);
  }
}
