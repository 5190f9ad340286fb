package dev.taipan.stress.light;

import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.thread.Iterations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the light programs in machine code, all in this process: for machines on which starting a
 * process for each takes too long. Right results, nearly all iterations in traces, on the backend
 * that was asked for; each on one thread and on two, also with gc=stress and jit=stress. A run
 * whose traces were not compiled, or for another backend, fails.
 */
public final class LightPrograms {
  private static final int WANTED = 95;
  private static final int STRESS_INTERVAL = 16;

  private final Path programs;
  private final String backend;
  private int passed;
  private int failed;

  private LightPrograms(Path programs, String backend) {
    this.programs = programs;
    this.backend = backend;
  }

  /** Arguments: the folder of the programs, the backend, the programs' argument. */
  public static void main(String[] args) throws IOException {
    LightPrograms all = new LightPrograms(Path.of(args[0]), args[1]);
    for (String line : Files.readAllLines(all.programs.resolve("light/expected.txt"))) {
      String[] fields = line.split(" ", 4);
      if (fields[1].equals(args[2])) {
        all.check(fields, Options.Jit.SYNC, 0);
        all.check(fields, Options.Jit.SYNC, STRESS_INTERVAL);
        all.check(fields, Options.Jit.STRESS, 0);
      }
    }
    System.out.println(all.passed + " passed, " + all.failed + " failed, 0 skipped");
    System.exit(all.failed == 0 && all.passed > 0 ? 0 : 1);
  }

  private void check(String[] fields, Options.Jit jit, int gcStress) throws IOException {
    String source =
        Files.readString(programs.resolve("light/" + fields[0] + ".py")).stripTrailing();
    String body = source.substring(0, source.lastIndexOf('\n') + 1);
    String two = body + Files.readString(programs.resolve("threads.tail"));
    Options options = Session.options(jit, backend, gcStress, true);
    long total = Long.parseLong(fields[2]);
    String name = fields[0] + " " + fields[1] + " jit=" + jit + " gc=" + gcStress;
    report(name, run(options, source, fields, fields[3], total));
    String both = fields[3] + " " + fields[3];
    report(name + ", two threads", run(options, two, fields, both, 2 * total));
  }

  private void report(String name, String outcome) {
    boolean good = outcome.startsWith("ok");
    System.out.println((good ? "" : "FAILED: ") + name + ": " + outcome);
    if (good) {
      passed++;
    } else {
      failed++;
    }
  }

  private String run(Options options, String source, String[] fields, String expected, long total) {
    Session session = new Session(options, List.of(fields[0], fields[1]));
    try {
      session.run(source);
    } catch (SyntaxFault | RuntimeException fault) {
      return fault.toString();
    } finally {
      session.main().detach();
    }
    String printed = session.printed().strip();
    if (!printed.equals(expected)) {
      return printed + " instead of " + expected;
    }
    String report = session.runtime().report();
    if (!report.startsWith("traces: backend " + backend + ",")) {
      return "not on backend " + backend + ": " + report.lines().findFirst().orElse("");
    }
    Iterations counted = session.runtime().world().iterations();
    long inside = 100 * counted.inTraces() / total;
    String text = inside + " % of " + total + " iterations in traces, backend " + backend;
    return (inside >= WANTED ? "ok: " : "") + text;
  }
}
