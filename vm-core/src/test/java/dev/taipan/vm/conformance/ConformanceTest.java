package dev.taipan.vm.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every script under {@code src/test/conformance} in a runtime of its own and compares what it
 * prints with the expectation beside it, which {@code tools/conformance} makes.
 */
final class ConformanceTest {
  private static final Path SCRIPTS = Path.of("src/test/conformance");
  private static final int STRESS = 64;

  @TestFactory
  List<DynamicTest> plain() throws IOException {
    return tests(0);
  }

  @TestFactory
  List<DynamicTest> collecting() throws IOException {
    return tests(STRESS);
  }

  private static List<DynamicTest> tests(int stress) throws IOException {
    List<Path> scripts;
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      scripts = files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
    }
    assertFalse(scripts.isEmpty());
    return scripts.stream()
        .map(
            script ->
                DynamicTest.dynamicTest(
                    SCRIPTS.relativize(script).toString(), () -> check(script, stress)))
        .toList();
  }

  private static void check(Path script, int stress) throws Exception {
    String name = script.toString();
    Path expected = Path.of(name.substring(0, name.length() - 2) + "out");
    assertEquals(Files.readString(expected), ScriptRun.of(script, stress));
  }
}
