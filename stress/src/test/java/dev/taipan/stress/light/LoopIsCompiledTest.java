package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The JVM's own log shows that with every instruction warm the interpreter's loop is compiled by
 * the top tier, is not given up, and stays what it is while a program runs. How fast it then is,
 * {@code bench/warm-opcodes} tells.
 */
final class LoopIsCompiledTest {
  private static final String LOOP = "dev.taipan.vm.interp.InterpreterLoop::run";
  private static final String PLAIN = "dev.taipan.vm.interp.PlainLoop::run";
  private static final String ROUNDS = "2000";

  /** So many samples in a row with one version of the top tier end the process. */
  private static final int STEADY = 40;

  private static final int LAST = 12;
  private static final int SAMPLES = 3000;
  private static final long TIMEOUT_SECONDS = 120;

  /** The last lines tell what went wrong if the process ended too early. */
  private record Outcome(String givenUp, int steady, boolean warm, List<String> last) {}

  @Test
  void theTopTierCompilesTheLoopWithEveryInstructionWarm() throws IOException {
    checkSteady(run(LOOP, List.of(), List.of()));
  }

  @Test
  void theTopTierCompilesThePlainLoopToo() throws IOException {
    checkSteady(run(PLAIN, List.of(), List.of("-X", "specialize=off")));
  }

  private static void checkSteady(Outcome outcome) {
    assertEquals("", outcome.givenUp());
    assertTrue(outcome.warm(), outcome::toString);
    assertEquals(STEADY, outcome.steady(), outcome::toString);
  }

  /** The same check finds a loop that the compiler gives up, here for want of memory. */
  @Test
  void aLoopThatIsGivenUpIsFound() throws IOException {
    String limit = "-XX:CompileCommand=MemLimit," + LOOP + ",2m~stop";
    Outcome outcome = run(LOOP, List.of(limit), List.of());
    assertTrue(outcome.givenUp().contains("COMPILE SKIPPED"), outcome::toString);
  }

  private static Outcome run(String loop, List<String> jvm, List<String> options)
      throws IOException {
    Process process = new ProcessBuilder(command(jvm, options)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    Thread watch = new Thread(() -> endAfterTimeout(process), "watch");
    watch.setDaemon(true);
    watch.start();
    try (BufferedReader output = process.inputReader()) {
      return follow(loop, output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void endAfterTimeout(Process process) {
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  /** Reads until the loop is steady, given up, or the process ends. */
  private static Outcome follow(String loop, BufferedReader output) throws IOException {
    CompilationLog log = new CompilationLog(loop);
    boolean warm = false;
    int version = 0;
    int steady = 0;
    List<String> last = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      log.read(line);
      last.add(line);
      if (last.size() > LAST) {
        last.removeFirst();
      }
      // Two threads write, and in pieces: a mark may stand amid a line of the compiler.
      if (line.contains("all warm")) {
        warm = true;
      } else if (warm && line.contains("sample ")) {
        int now = log.topTier();
        steady = now != 0 && now == version ? steady + 1 : 0;
        version = now;
      }
      if (steady == STEADY || !log.givenUp().isEmpty()) {
        break;
      }
    }
    return new Outcome(log.givenUp(), steady, warm, last);
  }

  /** With the options of tools/jvm-flags.sh that concern the compiler. */
  private static List<String> command(List<String> jvm, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:-ClipInlining");
    command.add("-XX:CompileCommand=quiet");
    command.add("-XX:CompileCommandFile=../launcher/src/main/jvm/compiler.commands");
    command.add("-XX:+PrintCompilation");
    command.addAll(jvm);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.taipan.launcher.Main");
    command.addAll(List.of("-X", "jit=off"));
    command.addAll(options);
    command.add("../bench/programs/warm/measure.py");
    command.addAll(List.of("../bench/programs/light/calls.py", ROUNDS, Integer.toString(SAMPLES)));
    return command;
  }
}
