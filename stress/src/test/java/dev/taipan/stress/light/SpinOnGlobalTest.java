package dev.taipan.stress.light;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.parse.SyntaxFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write reaches a thread that spins in a trace on what it changes; the lane has more rounds. */
final class SpinOnGlobalTest {
  private static final int ROUNDS = 200;

  @ParameterizedTest
  @ValueSource(strings = {"", "ir"})
  void everyWriteEndsTheLoop(String backend) throws SyntaxFault, InterruptedException {
    assertTrue(SpinOnGlobal.run(ROUNDS, backend) >= ROUNDS);
  }
}
