package dev.taipan.optimizer.alloc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.TraceIrParser;
import dev.taipan.optimizer.ir.Verifier;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.testing.RandomTrace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearScanTest {
  private static final String LOOP =
      """
      s = LOAD_SLOT [96]
      GUARD_INT s @0
      i = UNBOX_INT s
      t = LOAD_SLOT [104]
      GUARD_INT t @0
      n = UNBOX_INT t
      one = CONST_INT 1
      LOOP
      p = PHI I64 i, q
      q = ADD_INT p, one @1
      GUARD_CMP_INT lt q, n @1
      POLL @2
      JUMP_LOOP
      @0 frame code=0x1000 pc=0x2000 sp=112 { }
      @1 frame code=0x1000 pc=0x2008 sp=112 { 96: p }
      @2 frame code=0x1000 pc=0x2000 sp=112 { 96: q }
      """;

  @ParameterizedTest
  @CsvSource({"4,3,true,256", "5,3,false,256", "8,6,true,256", "14,14,true,256", "28,28,false,256"})
  void randomTracesAreAllocatedRight(int gprs, int fprs, boolean twoAddress, int slots)
      throws TraceAbort {
    SmallFile file = new SmallFile(gprs, fprs, twoAddress, slots);
    for (int seed = 0; seed < 1500; seed++) {
      TraceIr ir = RandomTrace.generate(seed);
      assertEquals(List.of(), Verifier.check(ir), () -> ir.toString());
      Allocation allocation = LinearScan.allocate(ir, file);
      List<String> faults = AllocationCheck.check(allocation, file);
      assertEquals(List.of(), faults, "seed " + seed + "\n" + ir);
    }
  }

  @Test
  void aLoopThatFitsNeedsNoSpillAndOneMove() throws TraceAbort {
    SmallFile file = new SmallFile(8, 4, true, 16);
    TraceIr ir = TraceIrParser.parse(LOOP);
    Allocation allocation = LinearScan.allocate(ir, file);
    assertEquals(0, allocation.spillSlots());
    int jump = ir.size() - 1;
    assertTrue(allocation.before(jump).size() <= 1, () -> allocation.before(jump).toString());
    assertEquals(List.of(), AllocationCheck.check(allocation, file));
  }

  @Test
  void outOfSlotsIsAnAbortWithItsReason() {
    SmallFile file = new SmallFile(4, 3, true, 1);
    TraceAbort abort =
        assertThrows(
            TraceAbort.class,
            () -> {
              for (int seed = 0; seed < 100; seed++) {
                LinearScan.allocate(RandomTrace.generate(seed), file);
              }
            });
    assertEquals(AbortReason.TOO_MANY_SPILLS, abort.reason());
  }

  @Test
  void theCheckFindsAWrongRegister() throws TraceAbort {
    TraceIr ir = TraceIrParser.parse(LOOP);
    Allocation allocation = LinearScan.allocate(ir, new SmallFile(8, 4, true, 16));
    // A file that destroys registers which the allocation did not keep free.
    SmallFile other = new SmallFile(8, 4, true, 16);
    RegisterFile clobbering = new ClobberingFile(other);
    assertFalse(AllocationCheck.check(allocation, clobbering).isEmpty());
  }

  private record ClobberingFile(SmallFile file) implements RegisterFile {
    @Override
    public long gprs() {
      return file.gprs();
    }

    @Override
    public long fprs() {
      return file.fprs();
    }

    @Override
    public int gprScratch() {
      return file.gprScratch();
    }

    @Override
    public int fprScratch() {
      return file.fprScratch();
    }

    @Override
    public int spillSlots() {
      return file.spillSlots();
    }

    @Override
    public OpConstraint constraint(TraceIr ir, int ref) {
      return file.constraint(ir, ref).withClobbers(0xFF, -1);
    }

    @Override
    public boolean takesConstant(TraceIr ir, int ref, int index) {
      return file.takesConstant(ir, ref, index);
    }
  }
}
