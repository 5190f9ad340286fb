package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.Options.Jit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random loops give the same results however they are executed: a short run, always of the same
 * programs. {@code tools/random-programs.py --compare} makes others and asks CPython.
 */
final class RandomProgramsTest {
  private static final String SEED = "1";
  private static final String COUNT = "24";
  private static final String ROUNDS = "40";

  private static String source;
  private static String file;
  private static Path said;
  private static String expected;

  @BeforeAll
  static void makePrograms(@TempDir Path folder) throws IOException, SyntaxFault {
    source = Files.readString(Path.of("../tools/random-programs.py"));
    file = folder.resolve("programs.json").toString();
    said = folder.resolve("said.txt");
    execute(Session.options(Jit.OFF, "", 0, false), "--make", file, SEED, COUNT, ROUNDS);
    expected = run(Session.options(Jit.OFF, "", 0, false));
    assertTrue(expected.lines().count() > Integer.parseInt(COUNT), expected);
  }

  private static String run(Options options, String... more) throws IOException, SyntaxFault {
    List<String> arguments = new ArrayList<>(List.of("--run", file, "into=" + said));
    arguments.addAll(List.of(more));
    execute(options, arguments.toArray(String[]::new));
    return Files.readString(said);
  }

  private static void execute(Options options, String... arguments) throws SyntaxFault {
    List<String> all = new ArrayList<>(List.of("random-programs.py"));
    all.addAll(List.of(arguments));
    Session session = new Session(options, all, true);
    try {
      session.run(source);
    } finally {
      session.main().detach();
    }
  }

  @Test
  void inTraces() throws IOException, SyntaxFault {
    assertEquals(expected, run(Session.options(Jit.STRESS, "", 0, false)));
  }

  @Test
  void inTracesThatAreInterpreted() throws IOException, SyntaxFault {
    assertEquals(expected, run(Session.options(Jit.STRESS, "ir", 0, false)));
  }

  @Test
  void collectingOften() throws IOException, SyntaxFault {
    assertEquals(expected, run(Session.options(Jit.STRESS, "", 256, false)));
  }

  @Test
  void onSeveralThreads() throws IOException, SyntaxFault {
    Options options = Session.options(Jit.STRESS, "", 0, false);
    assertEquals(expected, run(options, "threads=3"));
  }
}
