package dev.taipan.backend.arm64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taipan.optimizer.spi.Platform;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The checks on an arm64 machine; elsewhere the arm64 lane runs them emulated. */
final class MachineTest {
  private static final int SEEDS = 1000;

  @BeforeEach
  void onlyOnTheMachine() {
    assumeTrue(new Arm64Backend().supports(Platform.current()), "not an arm64 machine");
  }

  @TestFactory
  Stream<DynamicTest> checks() {
    return MachineChecks.all().stream()
        .map(check -> DynamicTest.dynamicTest(check.name(), () -> run(check)));
  }

  private static void run(MachineChecks.Check check) throws Exception {
    try (Machine machine = new Machine()) {
      check.body().run(machine);
      assertTrue(machine.codeBytes() > 0);
    }
  }

  @Test
  void randomTracesAgreeWithTheReferenceExecutor() {
    RandomCampaign campaign = new RandomCampaign();
    campaign.run(SEEDS, Duration.ofSeconds(20));
    assertEquals(List.of(), campaign.faults());
    assertTrue(campaign.codeBytes() > 0);
  }
}
