package dev.taipan.optimizer.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceBudgetTest {
  private static final int CLOSING = 3;
  private static final int WIDEST = 21;
  private static final int LEAST_QUALITY = 12;

  private static UopTrace trace(TraceBudget budget) {
    return new UopTrace(budget, new TraceCode(0x1000, 0x2000, 2, 4), 0, 0);
  }

  private static int fill(UopTrace trace, int uops) {
    int done = 0;
    while (done < uops && trace.append(TraceUop.NOP, 0, 0, 0, 0)) {
      done++;
    }
    return done;
  }

  /** Whatever is left when the widest instruction comes, it is refused whole or fits whole. */
  @Test
  void theWidestInstructionAtEveryResidue() {
    for (int widened = 0; widened < 8; widened++) {
      int worst = WIDEST + widened;
      for (int residue = 0; residue <= 30; residue++) {
        TraceBudget budget = new TraceBudget(100 + CLOSING, CLOSING);
        UopTrace trace = trace(budget);
        assertEquals(100 - residue, fill(trace, 100 - residue));
        assertEquals(residue, budget.fitness());
        boolean gate = budget.fits(worst);
        assertEquals(residue >= worst, gate);
        if (gate) {
          assertEquals(worst, fill(trace, worst));
        }
        assertTrue(budget.free() >= 0);
        assertEquals(trace.size(), budget.taken());
      }
    }
  }

  /** A heuristic gate alone passes a 21-slot instruction with 12 left; take() still refuses. */
  @Test
  void aHeuristicThatIsTooKindCannotOverflow() {
    TraceBudget budget = new TraceBudget(LEAST_QUALITY + CLOSING, CLOSING);
    assertTrue(budget.fitness() >= LEAST_QUALITY);
    assertFalse(budget.take(WIDEST));
    assertEquals(LEAST_QUALITY, budget.free());
    assertEquals(0, budget.taken());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void fitnessNeverExceedsTheRoomAndNeitherIsNegative(long seed) {
    Random random = new Random(seed);
    int capacity = CLOSING + random.nextInt(300);
    TraceBudget budget = new TraceBudget(capacity, CLOSING);
    int charged = 0;
    for (int step = 0; step < 2000; step++) {
      int before = budget.free();
      switch (random.nextInt(4)) {
        case 0 -> budget.penalize(random.nextInt(200));
        case 1 -> budget.reward(random.nextInt(400));
        default -> {
          int slots = random.nextInt(WIDEST + 1);
          if (budget.take(slots)) {
            charged += slots;
            assertEquals(before - slots, budget.free());
          } else {
            assertEquals(before, budget.free());
            assertTrue(slots > before);
          }
        }
      }
      assertTrue(budget.fitness() <= budget.free() && budget.fitness() >= 0);
      assertEquals(charged, budget.taken());
      assertTrue(budget.taken() + CLOSING <= capacity);
    }
  }

  @Test
  void aTraceThatClosesExactlyAtCapacity() {
    TraceBudget budget = new TraceBudget(10 + CLOSING, CLOSING);
    UopTrace trace = trace(budget);
    assertEquals(10, fill(trace, 100));
    assertEquals(0, budget.fitness());
    assertFalse(trace.append(TraceUop.NOP, 0, 0, 0, 0));
    assertEquals(10, trace.size());
    trace.end(0, true);
    assertTrue(trace.closes());
  }

  @Test
  void penaltiesThatAreGivenBackLeaveNoCredit() {
    TraceBudget budget = new TraceBudget(50, CLOSING);
    budget.penalize(10);
    budget.reward(1000);
    assertEquals(47, budget.fitness());
    budget.penalize(Integer.MAX_VALUE);
    budget.penalize(Integer.MAX_VALUE);
    assertEquals(0, budget.fitness());
  }

  @Test
  void aBufferThatCannotEvenCloseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new TraceBudget(2, CLOSING));
    assertEquals(0, new TraceBudget(CLOSING, CLOSING).fitness());
  }
}
