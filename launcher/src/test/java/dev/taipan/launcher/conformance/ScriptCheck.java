package dev.taipan.launcher.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All scripts of some folders without the test runner, for {@code tools/mutations}: names each
 * before it runs, so that the last one named is the one that did not end, and ends with 1 at the
 * first that does not print what it should.
 */
final class ScriptCheck {
  /** Who runs this limits it by processor time. */
  private static final long UNLIMITED = Integer.MAX_VALUE;

  private ScriptCheck() {}

  /**
   * Names of areas to begin with, separated by commas, then the folders to look in, or scripts. A
   * fault that a short script shows need not wait for the long ones.
   */
  public static void main(String[] args) throws IOException {
    Set<String> first = Set.of(args[0].split(",", -1));
    List<Path> scripts = new ArrayList<>();
    for (String folder : List.of(args).subList(1, args.length)) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".py")).sorted().forEach(scripts::add);
      }
    }
    Comparator<Path> others =
        Comparator.comparing(
            script -> !first.contains(script.getParent().getFileName().toString()));
    scripts.sort(others.thenComparing(ScriptRun::isLong));
    for (Path script : scripts) {
      System.out.println(script);
      if (!isGood(script)) {
        System.exit(1);
      }
    }
    System.exit(0);
  }

  private static boolean isGood(Path script) throws IOException {
    String name = script.toString();
    String expected = Files.readString(Path.of(name.substring(0, name.length() - 2) + "out"));
    try {
      return expected.equals(ScriptRun.of(script, 0, UNLIMITED));
    } catch (Exception fault) {
      return false;
    }
  }
}
