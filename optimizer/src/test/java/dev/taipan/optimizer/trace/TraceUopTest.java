package dev.taipan.optimizer.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.code.Op;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The optimizer's uops are those of the instruction definitions. */
class TraceUopTest {
  private static final String INSTRUCTIONS = "vm-core/src/main/instructions";

  private static String definitions() throws IOException {
    Path beside = Path.of("..").resolve(INSTRUCTIONS);
    try (Stream<Path> files =
        Files.list(Files.isDirectory(beside) ? beside : Path.of(INSTRUCTIONS))) {
      return files.map(TraceUopTest::read).collect(Collectors.joining());
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyNameIsDefined() throws IOException {
    String text = definitions();
    for (TraceUop uop : TraceUop.values()) {
      // A held global is another way to record LOAD_GLOBAL_MODULE.
      if (uop != TraceUop.UNSUPPORTED && uop != TraceUop.LOAD_GLOBAL_HELD) {
        Pattern definition = Pattern.compile("\\b(inst|uop) " + uop + "\\b");
        assertTrue(definition.matcher(text).find(), () -> uop + " is not defined");
      }
    }
  }

  @Test
  void lengthsAreThoseOfTheInstructions() {
    Map<String, Integer> words = new HashMap<>();
    for (int op = 0; op < Op.count(); op++) {
      words.put(Op.name(op), 1 + Op.cacheWords(op));
    }
    int checked = 0;
    for (TraceUop uop : TraceUop.values()) {
      Integer length = words.get(uop.name());
      if (length != null) {
        assertEquals(length, uop.words(), uop::name);
        checked++;
      }
    }
    assertTrue(checked > 30);
  }
}
