package dev.taipan.optimizer.ref;

import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.Platform;
import dev.taipan.optimizer.spi.TraceBackend;

/** "Compiles" a trace to itself: slow, small, and right on every machine. */
public final class RefBackend implements TraceBackend {
  /** For ServiceLoader. */
  public RefBackend() {}

  @Override
  public String name() {
    return "ir";
  }

  @Override
  public boolean supports(Platform platform) {
    return true;
  }

  @Override
  public CompiledTrace compile(TraceIr ir, int traceId, CodeMemory memory) {
    return new RefTrace(ir, traceId);
  }
}
