package dev.taipan.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultReportTest {
  @TempDir Path folder;

  private static String terminal(Path folder) {
    var bytes = new ByteArrayOutputStream();
    var fault = new IllegalStateException("broken\nhere");
    FaultReport.write(fault, new String[] {"x.py"}, folder, new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8);
  }

  @Test
  void theTerminalGetsOneLineAndTheFileTheStack() throws IOException {
    String shown = terminal(folder);
    assertEquals(1, shown.lines().count(), shown);
    Path file = Path.of(shown.strip().replaceFirst(".*see ", ""));
    String report = Files.readString(file);
    assertTrue(report.contains("arguments: x.py") && report.contains("at dev.taipan"), report);
  }

  @Test
  void withoutAFileTheTerminalGetsAll() {
    String shown = terminal(folder.resolve("missing"));
    assertTrue(shown.contains("at dev.taipan"), shown);
    String last = shown.lines().reduce("", (_, line) -> line);
    assertTrue(last.startsWith("taipan: internal fault, and no report could be written"), shown);
  }
}
