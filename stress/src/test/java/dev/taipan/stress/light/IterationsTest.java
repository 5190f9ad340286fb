package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.thread.Iterations;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each iteration is counted once, in a trace or in tier 1, also after traces were invalidated. */
final class IterationsTest {
  private static final long CALLS = 20;
  private static final long ROUNDS = 50_000;

  private static String source() {
    return """
    def keep(i):
        return i
    def other(i):
        return i + 1
    def run(n):
        total = 0
        i = 0
        while i < n:
            total = total + keep(i)
            i = i + 1
        return total
    def main(calls, n):
        global keep, other
        k = 0
        while k < calls:
            run(n)
            keep, other = other, keep
            k = k + 1
    main(%d, %d)
    """
        .formatted(CALLS, ROUNDS);
  }

  /** The empty name is the machine's own backend. */
  @ParameterizedTest
  @CsvSource({"SYNC,''", "STRESS,''", "SYNC,ir", "OFF,''"})
  void eachIterationIsCountedOnce(Options.Jit jit, String backend) throws SyntaxFault {
    Session session = new Session(Session.options(jit, backend, 0, true), List.of(""));
    session.run(source());
    Iterations counted = session.runtime().world().iterations();
    // A while loop tests its condition again at its end, so its last round has no back-edge.
    assertEquals(CALLS * (ROUNDS - 1) + CALLS - 1, counted.inTraces() + counted.inTier1());
    if (jit != Options.Jit.OFF) {
      assertTrue(counted.inTraces() > CALLS * ROUNDS / 2, counted::toString);
      assertTrue(
          session.runtime().report().matches("(?s).*invalidated [1-9].*"), "nothing invalidated");
    }
  }
}
