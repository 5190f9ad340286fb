package dev.taipan.backend.x86;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taipan.backend.x86.regs.X86Registers;
import dev.taipan.optimizer.alloc.AllocationCheck;
import dev.taipan.optimizer.alloc.LinearScan;
import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ref.RefBackend;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.ExitId;
import dev.taipan.optimizer.spi.Platform;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.testing.ChainedTrace;
import dev.taipan.optimizer.testing.RandomTrace;
import dev.taipan.optimizer.testing.Sandbox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random traces in machine code against the reference executor: the same exit, the same memory.
 * {@code -Dfuzz.seed=} and {@code -Dfuzz.traces=} go elsewhere and further.
 */
final class ConformanceTest {
  private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);
  private static final int TRACES = Integer.getInteger("fuzz.traces", 1000);
  private static final int FILLINGS = 4;

  private final X86Backend backend = new X86Backend();
  private final RefBackend reference = new RefBackend();
  private Sandbox sandbox;
  private CodeMemory code;

  @BeforeEach
  void open() {
    assumeTrue(backend.supports(Platform.current()), "not an x86-64 machine");
    sandbox = new Sandbox();
    code = new CodeMemory(1 << 22);
  }

  @AfterEach
  void close() {
    if (code != null) {
      sandbox.close();
      code.close();
    }
  }

  @Test
  void randomTracesRunAsTheReferenceRunsThem() throws TraceAbort {
    X86Registers file = new X86Registers();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRACES; seed++) {
      TraceIr ir = RandomTrace.generate(seed, sandbox.cells());
      String context = "seed " + seed + "\n" + ir;
      assertEquals(List.of(), AllocationCheck.check(LinearScan.allocate(ir, file), file), context);
      CompiledTrace actual = backend.compile(ir, 1, code);
      CompiledTrace expected = reference.compile(ir, 1, code);
      for (int filling = 0; filling < FILLINGS; filling++) {
        compare(expected, actual, seed + filling, context);
      }
      actual.free();
    }
  }

  private void compare(CompiledTrace expected, CompiledTrace actual, long seed, String context) {
    Sandbox.Outcome right = sandbox.run(expected, seed);
    Sandbox.Outcome found = sandbox.run(actual, seed);
    String difference = sandbox.difference(right, found);
    if (!difference.isEmpty()) {
      throw new AssertionError(difference + "\n" + context + "\n" + actual.disassembly());
    }
  }

  /** Each exit that a run takes is linked to a second trace, which goes on from memory alone. */
  @Test
  void linkedTracesRunAsOneAfterTheOther() throws TraceAbort {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRACES / 4; seed++) {
      TraceIr ir = RandomTrace.generate(seed, sandbox.cells());
      TraceIr nextIr = RandomTrace.generate(-seed, sandbox.cells());
      CompiledTrace actual = backend.compile(ir, 1, code);
      CompiledTrace actualNext = backend.compile(nextIr, 2, code);
      CompiledTrace expected = reference.compile(ir, 1, code);
      CompiledTrace expectedNext = reference.compile(nextIr, 2, code);
      String context = "seed " + seed + "\n" + ir + "\nlinked to\n" + nextIr;
      int exit = ExitId.exit(sandbox.run(expected, seed).exitId());
      actual.linkExit(exit, actualNext.entry());
      for (int filling = 0; filling < FILLINGS; filling++) {
        compare(new ChainedTrace(expected, exit, expectedNext), actual, seed + filling, context);
      }
      actual.linkExit(exit, CompiledTrace.NO_ENTRY);
      compare(expected, actual, seed, context);
      actual.free();
      actualNext.free();
    }
  }
}
