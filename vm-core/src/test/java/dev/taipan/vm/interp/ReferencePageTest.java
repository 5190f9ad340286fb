package dev.taipan.vm.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference page says what the definitions say. */
final class ReferencePageTest {
  @Test
  void isUpToDate() throws Exception {
    String generator = "src/generator/java/dev/taipan/generator/instructions/ReferencePage.java";
    var check =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            generator,
            ".",
            "../docs/instructions.md",
            "--check");
    assertEquals(0, check.inheritIO().start().waitFor());
  }
}
