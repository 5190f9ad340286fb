package dev.taipan.backend.arm64;

import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ref.RefBackend;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.testing.RandomTrace;
import dev.taipan.optimizer.testing.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Random traces, each run by machine code and by the reference executor on the same memories: exit
 * and memory have to be equal afterwards.
 */
final class RandomCampaign {
  private static final int MEMORIES = 12;
  // Code is never freed: an emulator need not see that new code lies where old code ran.
  private static final int CODE_BYTES = 256 << 20;
  private static final int MOST_FAULTS = 5;

  private final List<String> faults = new ArrayList<>();
  private int passed;
  private long codeBytes;

  List<String> faults() {
    return faults;
  }

  int passed() {
    return passed;
  }

  long codeBytes() {
    return codeBytes;
  }

  /** Seeds 0 up to {@code seeds}, but no new one after {@code limit}. */
  void run(int seeds, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    Arm64Backend machine = new Arm64Backend();
    RefBackend reference = new RefBackend();
    try (CodeMemory code = new CodeMemory(CODE_BYTES);
        Sandbox sandbox = new Sandbox()) {
      for (int seed = 0; seed < seeds && System.nanoTime() < end; seed++) {
        TraceIr ir = RandomTrace.generate(seed);
        CompiledTrace actual = machine.compile(ir, 1, code);
        CompiledTrace expected = reference.compile(ir, 1, code);
        codeBytes += actual.codeBytes();
        compare(seed, sandbox, expected, actual);
        if (faults.size() >= MOST_FAULTS) {
          return;
        }
      }
    } catch (TraceAbort e) {
      faults.add("a trace was given up: " + e.getMessage());
    }
  }

  private void compare(int seed, Sandbox sandbox, CompiledTrace expected, CompiledTrace actual) {
    for (int memory = 0; memory < MEMORIES; memory++) {
      Sandbox.Outcome want = sandbox.run(expected, memory);
      Sandbox.Outcome got = sandbox.run(actual, memory);
      String difference = sandbox.difference(want, got);
      if (!difference.isEmpty()) {
        faults.add("trace " + seed + ", memory " + memory + ": " + difference);
        return;
      }
    }
    passed++;
  }
}
