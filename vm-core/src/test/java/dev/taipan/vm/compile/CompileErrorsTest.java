package dev.taipan.vm.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Errors and warnings of the compiler, text and place. The expectations in errors.txt are what
 * CPython 3.12 says about the same snippet.
 */
class CompileErrorsTest {
  private static final String SEPARATOR = "(?m)^-----\n";
  private static final String EXPECTED = "\n=> ";

  @TestFactory
  Stream<DynamicTest> errors() {
    return Stream.of(Resources.read("errors.txt").split(SEPARATOR, -1))
        .map(
            entry -> {
              int at = entry.indexOf(EXPECTED);
              String snippet = entry.substring(0, at + 1);
              String expected = entry.substring(at + EXPECTED.length()).strip();
              return DynamicTest.dynamicTest(
                  snippet.lines().findFirst().orElse(""),
                  () -> assertEquals(expected, CompileTool.fault(snippet)));
            });
  }

  @Test
  void deepTreesAreRefused() {
    String deep = "x" + " + x".repeat(50_000);
    assertTrue(CompileTool.fault(deep).startsWith("RecursionError"));
  }
}
