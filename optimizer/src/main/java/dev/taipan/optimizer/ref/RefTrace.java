package dev.taipan.optimizer.ref;

import dev.taipan.optimizer.alloc.ExitPlan;
import dev.taipan.optimizer.alloc.ExitStore;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.ExitId;
import java.util.ArrayList;
import java.util.List;

/** A trace that the reference executor runs. Immutable. */
final class RefTrace implements CompiledTrace {
  private final TraceIr ir;
  private final int traceId;
  private final List<List<ExitStore>> exits = new ArrayList<>();

  RefTrace(TraceIr ir, int traceId) {
    this.ir = ir;
    this.traceId = traceId;
    for (int exit = 0; exit < ir.exitCount(); exit++) {
      exits.add(ExitPlan.of(ir, ir.exitOp(exit)));
    }
  }

  @Override
  public long entry() {
    return NO_ENTRY;
  }

  @Override
  public long enter(long threadBlock, long frame) {
    int exit = new RefRun(ir, exits, threadBlock, frame).run();
    return ExitId.of(traceId, exit);
  }

  /** Exits of this trace return to who entered it, who enters the next one. */
  @Override
  public void linkExit(int exit, long entry) {
    if (entry != NO_ENTRY) {
      throw new UnsupportedOperationException("the reference executor does not jump");
    }
  }

  @Override
  public int codeBytes() {
    return 0;
  }

  @Override
  public String disassembly() {
    return ir.toString();
  }

  @Override
  public void free() {}
}
