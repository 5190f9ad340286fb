package dev.taipan.stress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Counts what a run of the race suites left: every declared class must have run, none may have had
 * a forbidden outcome. With {@code planted} every class must have had one, since its guarantee was
 * broken on purpose.
 *
 * <p>jcstress itself reports a class that it did not run as no failure at all.
 */
public final class RaceReport {
  private RaceReport() {}

  /**
   * Arguments: the folder with the result file, and optionally {@code planted} and an expression
   * that names the classes that should have run.
   */
  public static void main(String[] args) throws Exception {
    boolean planted = args.length > 1 && args[1].equals("planted");
    Predicate<String> wanted = Pattern.compile(args.length > 2 ? args[2] : "").asPredicate();
    Map<String, Boolean> passed = read(newest(Path.of(args[0])));
    int good = 0;
    int bad = 0;
    for (String test : new TreeSet<>(TestList.tests())) {
      if (!wanted.test(test)) {
        continue;
      }
      Boolean result = passed.get(test);
      if (result != null && result != planted) {
        good++;
        if (planted) {
          System.out.println("found: " + test);
        }
        continue;
      }
      bad++;
      String fault = planted ? "does not find its planted fault" : "has a forbidden outcome";
      System.out.println("FAILED: " + test + (result == null ? " did not run" : " " + fault));
    }
    System.out.println(good + " passed, " + bad + " failed, 0 skipped");
    System.exit(bad == 0 ? 0 : 1);
  }

  private static Path newest(Path folder) throws java.io.IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".bin.gz"))
          .max((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
          .orElseThrow(() -> new IllegalStateException("no jcstress result in " + folder));
    }
  }

  /** Whether each test passed in all its runs. */
  private static Map<String, Boolean> read(Path file) throws Exception {
    Map<String, Boolean> passed = new TreeMap<>();
    DiskReadCollector collector =
        new DiskReadCollector(
            file.toString(),
            result -> {
              boolean ran = result.status() == Status.NORMAL && result.getTotalCount() > 0;
              passed.merge(result.getName(), ran && result.grading().isPassed, Boolean::logicalAnd);
            });
    collector.dump();
    collector.close();
    return passed;
  }
}
