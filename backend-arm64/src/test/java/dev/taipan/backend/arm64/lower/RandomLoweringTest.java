package dev.taipan.backend.arm64.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.backend.arm64.asm.Disassembler;
import dev.taipan.backend.arm64.regs.Arm64Registers;
import dev.taipan.optimizer.alloc.Allocation;
import dev.taipan.optimizer.alloc.AllocationCheck;
import dev.taipan.optimizer.alloc.LinearScan;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.pass.Passes;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.testing.RandomTrace;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * On any host: random traces get sound registers, every instruction of them is one that the table
 * knows, and none touches a register that isn't the trace's to touch.
 */
final class RandomLoweringTest {
  private static final int TRACES = 400;

  /** The way back into the trampoline: in the return stub only. */
  private static final Pattern LINK = Pattern.compile("\\bx30\\b");

  /** The platform's, the trampoline's frame, the stack. */
  private static final Pattern FORBIDDEN = Pattern.compile("\\b[xw](18|29)\\b|\\bsp\\b|\\.word");

  @Test
  void randomTraces() throws TraceAbort {
    for (int seed = 0; seed < TRACES; seed++) {
      check("seed " + seed, RandomTrace.generate(seed));
    }
  }

  @Test
  void optimisedTraces() {
    int optimised = 0;
    for (int seed = 0; seed < TRACES; seed++) {
      try {
        TraceIr ir = new Passes(Passes.ALL, false).run(RandomTrace.closing(seed));
        check("optimised seed " + seed, ir);
        optimised++;
      } catch (TraceAbort e) {
        // A random trace may contain a guard that can't pass; the passes give it up, rightly.
        assertEquals(AbortReason.CONTRADICTION, e.reason());
      }
    }
    assertTrue(optimised > TRACES / 4, "only " + optimised);
  }

  private static void check(String name, TraceIr ir) throws TraceAbort {
    Arm64Registers file = new Arm64Registers();
    Allocation allocation = LinearScan.allocate(ir, file);
    assertEquals(List.of(), AllocationCheck.check(allocation, file), name);
    Lowering.Emitted emitted = Lowering.emit(allocation, 1);
    String text = Disassembler.print(Arrays.copyOf(emitted.code(), emitted.codeEnd()), 0);
    assertFalse(FORBIDDEN.matcher(text).find(), () -> name + "\n" + text);
    assertEquals(1, LINK.matcher(text).results().count(), name);
    assertEquals(0, emitted.slots() % Long.BYTES, name);
  }
}
