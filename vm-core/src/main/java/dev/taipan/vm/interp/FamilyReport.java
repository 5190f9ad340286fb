package dev.taipan.vm.interp;

import dev.taipan.vm.code.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The counts of all threads of a runtime, by family and member, for {@code -X stats}. */
public final class FamilyReport {
  /** One family's sums. */
  public record Family(
      String name,
      long executions,
      long hits,
      long misses,
      long attempts,
      long successes,
      long deopts,
      Map<String, Long> members,
      Map<String, Integer> failures) {}

  private final ConcurrentLinkedQueue<OpCounts> threads = new ConcurrentLinkedQueue<>();

  public FamilyReport() {}

  /** Counters for a new thread. */
  OpCounts add() {
    OpCounts counts = new OpCounts();
    threads.add(counts);
    return counts;
  }

  /** Every family of which something was executed. */
  public List<Family> families() {
    List<Family> found = new ArrayList<>();
    for (int head = 1; head < Op.count(); head++) {
      if (Op.isCounted(head) && Op.head(head) == head) {
        Family family = family(head);
        if (family.executions() > 0) {
          found.add(family);
        }
      }
    }
    return found;
  }

  private Family family(int head) {
    long[] sums = new long[5];
    Map<String, Long> members = new TreeMap<>();
    Map<String, Integer> failures = new TreeMap<>();
    for (OpCounts counts : threads) {
      for (int op = 1; op < Op.count(); op++) {
        if (Op.head(op) == head) {
          long hits = op == head ? 0 : counts.executed[op] - counts.missed[op];
          sums[0] += counts.executed[op];
          sums[1] += counts.missed[op];
          members.merge(Op.name(op), op == head ? counts.executed[op] : hits, Long::sum);
        }
      }
      sums[2] += counts.attempts[head];
      sums[3] += counts.successes[head];
      sums[4] += counts.deopts[head];
      counts
          .failures
          .getOrDefault(head, Map.of())
          .forEach((k, n) -> failures.merge(k, n, Integer::sum));
    }
    members.values().removeIf(n -> n == 0);
    long generic = members.getOrDefault(Op.name(head), 0L);
    return new Family(
        Op.name(head),
        sums[0],
        sums[0] - generic - sums[1],
        sums[1],
        sums[2],
        sums[3],
        sums[4],
        members,
        failures);
  }

  /** The report's text. */
  public String text() {
    var out = new StringBuilder();
    long executions = 0;
    long hits = 0;
    for (Family f : families()) {
      boolean jumps = f.name().equals("JUMP_BACKWARD") || f.name().equals("RESUME");
      executions += jumps ? 0 : f.executions();
      hits += jumps ? 0 : f.hits();
      out.append(
          "family %s: %d executions, %d hits (%s), %d misses, %d attempts, %d successes, %d deopts%n"
              .formatted(
                  f.name(),
                  f.executions(),
                  f.hits(),
                  share(f.hits(), f.executions()),
                  f.misses(),
                  f.attempts(),
                  f.successes(),
                  f.deopts()));
      f.members()
          .forEach((name, n) -> out.append("    ").append(name).append(' ').append(n).append('\n'));
      f.failures()
          .forEach(
              (what, n) ->
                  out.append("    failed on ").append(what).append(": ").append(n).append('\n'));
    }
    if (executions > 0) {
      out.append("specialized: ")
          .append(share(hits, executions))
          .append(" (")
          .append(hits)
          .append(" of ")
          .append(executions)
          .append(")\n");
    }
    return out.toString();
  }

  private static String share(long part, long whole) {
    return String.format(Locale.ROOT, "%.2f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
  }
}
