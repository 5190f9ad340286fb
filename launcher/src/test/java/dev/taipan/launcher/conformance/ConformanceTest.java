package dev.taipan.launcher.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every script under {@code src/test/conformance}, here and in the library's module, in a
 * runtime of its own and compares what it prints with the expectation beside it, which {@code
 * tools/conformance} makes.
 */
final class ConformanceTest {
  private static final List<Path> FOLDERS =
      List.of(Path.of("src/test/conformance"), Path.of("../stdlib/src/test/conformance"));
  private static final int STRESS = 64;

  /** In long scripts collecting so often would take minutes. */
  private static final int LONG_STRESS = 64 * STRESS;

  /** Scripts that show whether code is specialized. */
  private static final Set<String> SPECIALIZED = Set.of("dis/adaptive.py");

  /** Gives what a script prints. */
  @FunctionalInterface
  private interface Run {
    String of(Path script) throws Exception;
  }

  @TestFactory
  List<DynamicTest> plain() throws IOException {
    return tests(script -> ScriptRun.of(script, 0), Set.of());
  }

  @TestFactory
  List<DynamicTest> unspecialized() throws IOException {
    return tests(ScriptRun::ofUnspecialized, SPECIALIZED);
  }

  @TestFactory
  List<DynamicTest> collecting() throws IOException {
    return tests(
        script -> ScriptRun.of(script, ScriptRun.isLong(script) ? LONG_STRESS : STRESS), Set.of());
  }

  private static List<DynamicTest> tests(Run run, Set<String> without) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".py"))
            .sorted()
            .forEach(
                script -> {
                  String name = folder.relativize(script).toString();
                  if (!without.contains(name)) {
                    tests.add(DynamicTest.dynamicTest(name, () -> check(script, run)));
                  }
                });
      }
    }
    assertFalse(tests.isEmpty());
    return tests;
  }

  private static void check(Path script, Run run) throws Exception {
    String name = script.toString();
    Path expected = Path.of(name.substring(0, name.length() - 2) + "out");
    assertEquals(Files.readString(expected), run.of(script));
  }
}
