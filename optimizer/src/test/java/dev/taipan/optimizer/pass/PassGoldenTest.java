package dev.taipan.optimizer.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.TraceIrParser;
import dev.taipan.optimizer.ir.Verifier;
import dev.taipan.optimizer.spi.TraceAbort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden text: {@code src/test/resources/pass/PASS-what.ir} holds a trace, a line {@code ----} and
 * what the pass (or {@code ALL}) makes of it. {@code -Dtaipan.golden=update} writes the second part
 * anew; the difference is then to be read.
 */
class PassGoldenTest {
  private static final Path DIRECTORY = Path.of("src/test/resources/pass");
  private static final String LINE = "----\n";
  private static final boolean UPDATE = "update".equals(System.getProperty("taipan.golden"));

  static Stream<String> files() throws IOException {
    try (Stream<Path> paths = Files.list(directory())) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }

  private static Path directory() {
    Path module = Path.of("optimizer").resolve(DIRECTORY);
    return Files.isDirectory(module) ? module : DIRECTORY;
  }

  @ParameterizedTest
  @MethodSource("files")
  void thePassMakesOfItWhatTheFileSays(String name) {
    try {
      Path path = directory().resolve(name);
      String text = Files.readString(path);
      int line = text.indexOf(LINE);
      String before = line < 0 ? text : text.substring(0, line);
      String after = made(name.substring(0, name.indexOf('-')), before);
      if (UPDATE) {
        Files.writeString(path, before + LINE + after);
      } else {
        assertEquals(text.substring(line + LINE.length()), after);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String made(String pass, String text) {
    TraceIr in = TraceIrParser.parse(text);
    assertEquals(List.of(), Verifier.check(in));
    try {
      return switch (pass) {
        case "ALL" -> new Passes(Passes.ALL, true).run(in).toString();
        default -> new Passes(EnumSet.of(Pass.valueOf(pass)), true).run(in).toString();
      };
    } catch (TraceAbort abort) {
      return abort.getMessage() + "\n";
    }
  }
}
