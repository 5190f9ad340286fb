package dev.taipan.backend.arm64;

import dev.taipan.optimizer.spi.Platform;
import java.time.Duration;

/**
 * Runs the checks without a test library, for the arm64 lane: a failed one a line, then the bytes
 * of machine code that were made, then the counts. A run that made no code is a failure.
 */
final class MachineMain {
  private MachineMain() {}

  /** {@code MachineMain SEEDS SECONDS}: so many random traces, or as many as the time allows. */
  public static void main(String[] args) {
    if (!new Arm64Backend().supports(Platform.current())) {
      System.out.println("not an arm64 machine: " + Platform.current());
      System.exit(1);
    }
    int failed = 0;
    int passed = 0;
    long codeBytes = 0;
    for (MachineChecks.Check check : MachineChecks.all()) {
      try (Machine machine = new Machine()) {
        check.body().run(machine);
        codeBytes += machine.codeBytes();
        passed++;
      } catch (Exception | AssertionError e) {
        failed++;
        System.out.println("FAILED: " + check.name() + ": " + e);
      }
    }
    RandomCampaign campaign = new RandomCampaign();
    campaign.run(Integer.parseInt(args[0]), Duration.ofSeconds(Long.parseLong(args[1])));
    for (String fault : campaign.faults()) {
      failed++;
      System.out.println("FAILED: " + fault);
    }
    passed += campaign.passed();
    codeBytes += campaign.codeBytes();
    System.out.println(campaign.passed() + " random traces agreed with the reference executor");
    System.out.println(codeBytes + " bytes of machine code");
    if (codeBytes == 0) {
      failed++;
      System.out.println("FAILED: the backend compiled nothing");
    }
    System.out.println(passed + " passed, " + failed + " failed, 0 skipped");
    System.exit(failed == 0 ? 0 : 1);
  }
}
