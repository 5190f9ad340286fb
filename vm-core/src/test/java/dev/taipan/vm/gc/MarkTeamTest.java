package dev.taipan.vm.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.heap.TestWorld;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.value.Word;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MarkTeamTest {
  private static final int CELLS = 20_000;

  private final TestWorld test = new TestWorld();

  @AfterEach
  void close() {
    test.close();
  }

  /** Two markings by a team; every cell of a chain is marked in each. */
  private void markTwice(ThreadFactory threads) {
    long chain = CellLayout.create(test.ts, Word.NONE);
    long first = chain;
    for (int i = 1; i < CELLS; i++) {
      chain = CellLayout.create(test.ts, chain);
    }
    long last = chain;
    test.world.stop(
        test.ts,
        () -> {
          MarkTeam team = new MarkTeam(test.heap, threads);
          for (int number = 1; number <= 2; number++) {
            team.marks.begin(number);
            team.begin(true);
            team.first().visit(last);
            team.drain();
            assertTrue(team.marks.isLive(first));
          }
          team.close();
        });
  }

  @Test
  void helpersAreStartedOnce() {
    AtomicInteger made = new AtomicInteger();
    markTwice(
        body -> {
          made.incrementAndGet();
          return new Thread(body);
        });
    assertEquals(Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4) - 1, made.get());
  }

  @Test
  void oneMarksWhereTheSystemRefusesThreads() {
    AtomicInteger refused = new AtomicInteger();
    markTwice(
        body ->
            new Thread(body) {
              @Override
              public void start() {
                refused.incrementAndGet();
                throw new OutOfMemoryError("unable to create native thread");
              }
            });
    assertEquals(2, refused.get());
  }
}
