package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.stress.light.SpinOnGlobal.Outcome;
import dev.taipan.stress.light.SpinOnGlobal.Reads;
import dev.taipan.vm.parse.SyntaxFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A write reaches a thread that spins in a trace on what it changes. */
final class SpinOnGlobalTest {
  private static final long DEADLINE_SECONDS = 30;
  private static final long PLANTED_DEADLINE_SECONDS = 2;
  private static final long PLANTED_TIMEOUT_SECONDS = 120;

  /** The empty name is the machine's own backend. */
  @ParameterizedTest
  @CsvSource({"VARIABLE,'',1000", "CONSTANT,'',1000", "FUNCTION,'',1000", "CONSTANT,ir,100"})
  void everyWriteEndsTheLoop(Reads reads, String backend, int rounds)
      throws SyntaxFault, InterruptedException {
    Outcome outcome = SpinOnGlobal.run(reads, rounds, backend, DEADLINE_SECONDS);
    assertEquals(rounds, outcome.writes());
    assertEquals(rounds, outcome.inside());
    if (reads != Reads.VARIABLE) {
      assertTrue(outcome.invalidated() >= rounds, outcome::toString);
    }
  }

  /** The same program in a process of its own, because a thread of it never ends. */
  @ParameterizedTest
  @EnumSource(names = {"CONSTANT", "FUNCTION"})
  void withoutInvalidationTheLoopNeverEnds(Reads reads) throws IOException, InterruptedException {
    assertTrue(spawn(reads, true).contains("the write never became visible"));
    assertTrue(spawn(reads, false).startsWith("all 3 writes ended the loop"));
  }

  private static String spawn(Reads reads, boolean planted)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dtaipan.test.noInvalidation=" + planted);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SpinOnGlobal.class.getName());
    long deadline = planted ? PLANTED_DEADLINE_SECONDS : DEADLINE_SECONDS;
    command.addAll(List.of(reads.name(), "3", Long.toString(deadline)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      assertTrue(process.waitFor(PLANTED_TIMEOUT_SECONDS, TimeUnit.SECONDS), "it does not end");
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (planted) {
        assertNotEquals(0, process.exitValue(), printed);
      } else {
        assertEquals(0, process.exitValue(), printed);
      }
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }
}
