package dev.taipan.optimizer.ref;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.optimizer.ir.Boxing;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.TraceIrParser;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.ExitId;
import dev.taipan.optimizer.testing.RandomTrace;
import dev.taipan.optimizer.testing.Sandbox;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadLayout;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefBackendTest {
  private static final String SUM =
      """
      s = LOAD_SLOT [96]
      GUARD_INT s @0
      i = UNBOX_INT s
      t = LOAD_SLOT [104]
      GUARD_FLOAT t @0
      x = UNBOX_FLOAT t
      one = CONST_INT 1
      n = CONST_INT 10
      LOOP
      p = PHI I64 i, q
      y = PHI F64 x, z
      q = ADD_INT p, one @1
      f = INT_TO_FLOAT q
      z = ADD_FLOAT y, f
      GUARD_CMP_INT lt q, n @2
      POLL @2
      JUMP_LOOP
      @0 frame code=0x1000 pc=0x2000 sp=112 { }
      @1 frame code=0x1000 pc=0x2008 sp=112 { 96: p, 104: y }
      @2 frame code=0x1000 pc=0x2010 sp=112 frame code=0x1100 pc=0x3000 sp=420 base=304 top=480\
       flags=0x5 function=s globals=t builtins=s { 96: q, 104: z, 408: one }
      """;

  private static long intWord(long value) {
    return Boxing.box(ValueKind.I64, value);
  }

  @Test
  void aLoopRunsAndItsExitLeavesTheWholeState() {
    try (Sandbox sandbox = new Sandbox()) {
      long frame = sandbox.frame();
      Memory.fill(sandbox.threadBlock(), ThreadLayout.SIZE, (byte) 0);
      Memory.putLong(frame + 96, intWord(0));
      Memory.putLong(frame + 104, Boxing.box(ValueKind.F64, Double.doubleToRawLongBits(0.5)));
      CompiledTrace trace = new RefBackend().compile(TraceIrParser.parse(SUM), 7, null);
      long id = trace.enter(sandbox.threadBlock(), frame);
      assertEquals(7, ExitId.traceId(id));
      assertEquals(3, ExitId.exit(id));
      assertEquals(intWord(10), Memory.getLong(frame + 96));
      assertEquals(
          55.5, Double.longBitsToDouble(Boxing.unbox(ValueKind.F64, Memory.getLong(frame + 104))));
      assertEquals(0x2010, Memory.getLong(frame + 48));
      assertEquals(frame + 112, Memory.getLong(frame + 56));
      long inner = frame + 304;
      assertEquals(inner, Memory.getLong(sandbox.threadBlock() + ThreadLayout.FRAME));
      assertEquals(frame, Memory.getLong(inner));
      assertEquals(0x1100, Memory.getLong(inner + 8));
      assertEquals(intWord(0), Memory.getLong(inner + 16));
      assertEquals(frame + 420, Memory.getLong(inner + 56));
      assertEquals(frame + 480, Memory.getLong(inner + 64));
      assertEquals(intWord(1), Memory.getLong(frame + 408));
    }
  }

  @Test
  void aSetPollWordLeavesAtThePoll() {
    try (Sandbox sandbox = new Sandbox()) {
      Memory.fill(sandbox.threadBlock(), ThreadLayout.SIZE, (byte) 0);
      Memory.putLong(sandbox.threadBlock() + ThreadLayout.POLL, 2);
      Memory.putLong(sandbox.frame() + 96, intWord(0));
      Memory.putLong(sandbox.frame() + 104, Boxing.box(ValueKind.F64, 0));
      CompiledTrace trace = new RefBackend().compile(TraceIrParser.parse(SUM), 7, null);
      assertEquals(4, ExitId.exit(trace.enter(sandbox.threadBlock(), sandbox.frame())));
      assertEquals(intWord(1), Memory.getLong(sandbox.frame() + 96));
    }
  }

  @Test
  void randomTracesLeaveByManyExitsAndAreDeterministic() {
    Set<Integer> exits = new HashSet<>();
    try (Sandbox sandbox = new Sandbox()) {
      for (int seed = 0; seed < 500; seed++) {
        TraceIr ir = RandomTrace.generate(seed);
        CompiledTrace trace = new RefBackend().compile(ir, seed, null);
        for (int fill = 0; fill < 4; fill++) {
          Sandbox.Outcome one = sandbox.run(trace, fill);
          assertEquals("", sandbox.difference(one, sandbox.run(trace, fill)));
          exits.add(ExitId.exit(one.exitId()));
        }
      }
    }
    assertTrue(exits.size() > 20, () -> "exits taken: " + exits);
  }
}
