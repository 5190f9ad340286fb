package dev.taipan.launcher.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * All scripts of some folders without the test runner, for {@code tools/mutations}: names the first
 * one that does not print what it should, and ends with 1.
 */
final class ScriptCheck {
  private ScriptCheck() {}

  /** The folders to look in. */
  public static void main(String[] folders) throws IOException {
    for (String folder : folders) {
      List<Path> scripts;
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        scripts = files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
      }
      for (Path script : scripts) {
        if (!isGood(script)) {
          System.out.println(script);
          System.exit(1);
        }
      }
    }
    System.exit(0);
  }

  private static boolean isGood(Path script) throws IOException {
    String name = script.toString();
    String expected = Files.readString(Path.of(name.substring(0, name.length() - 2) + "out"));
    try {
      return expected.equals(ScriptRun.of(script, 0));
    } catch (Exception fault) {
      return false;
    }
  }
}
