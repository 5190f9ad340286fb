package dev.taipan.specializer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.code.Op;
import dev.taipan.vm.interp.FamilyReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each member a script that is specialized to it, shown by its hits, and in which its
 * assumption then breaks; and one with a second thread that breaks it in a loop.
 */
final class MemberTest {
  /** What the tracer owns, and what has no assumption that a script could break. */
  private static final Set<String> ELSEWHERE = Set.of("JUMP_BACKWARD", "RESUME");

  /** Makes {@code read} reach its member. */
  private static final String REACH =
      """
      for i in range(200): read()
      """;

  /** Runs {@code read} here while another thread runs {@code change}. */
  private static final String RACE =
      """
      import _thread
      done = []
      stop = []
      changes = [0]
      def changer():
          while not stop:
              change(changes[0])
              changes[0] += 1
          done.append(1)
      _thread.start_new_thread(changer, ())
      reads = 0
      while reads < 5000 or changes[0] < 200:
          read()
          reads += 1
      stop.append(1)
      while not done: pass
      print('ok')
      """;

  record Case(String member, String source) {
    @Override
    public String toString() {
      return member;
    }
  }

  private static List<Case> cases(String file) throws IOException {
    List<Case> found = new ArrayList<>();
    try (InputStream in = MemberTest.class.getResourceAsStream("/members/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : text.substring("== ".length()).split("\n== ", -1)) {
        int end = part.indexOf('\n');
        found.add(new Case(part.substring(0, end), part.substring(end + 1) + "\n"));
      }
    }
    return found;
  }

  static Stream<Case> single() throws IOException {
    return cases("single.txt").stream();
  }

  static Stream<Case> threads() throws IOException {
    return cases("threads.txt").stream();
  }

  @ParameterizedTest
  @MethodSource("single")
  void isChosenAndFallsBack(Case test) throws Exception {
    assertEquals("ok\n", Script.run(test.source(), null));
    check(test, test.source());
  }

  @ParameterizedTest
  @MethodSource("threads")
  void holdsWhileAnotherThreadBreaksIt(Case test) throws Exception {
    // What the race makes of the instruction is for the scheduler to say: the hits are counted
    // without it.
    check(test, test.source() + REACH + "print('ok')\n");
    assertEquals("ok\n", Script.run(test.source() + REACH + RACE, new TierOneSpecializer()));
  }

  private static void check(Case test, String source) throws Exception {
    var report = new FamilyReport[1];
    assertEquals("ok\n", Script.run(source, new TierOneSpecializer(), report));
    long hits = 0;
    for (FamilyReport.Family family : report[0].families()) {
      hits += family.members().getOrDefault(test.member(), 0L);
    }
    assertTrue(hits > 0, () -> test.member() + " has no hits:\n" + report[0].text());
  }

  @Test
  void everyMemberHasAScript() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (int op = 1; op < Op.count(); op++) {
      if (Op.head(op) != op && !ELSEWHERE.contains(Op.name(Op.head(op)))) {
        missing.add(Op.name(op));
      }
    }
    Set<String> alone = new TreeSet<>(missing);
    single().forEach(test -> alone.remove(test.member()));
    threads().forEach(test -> missing.remove(test.member()));
    assertEquals(Set.of(), alone);
    assertEquals(Set.of(), missing);
  }
}
