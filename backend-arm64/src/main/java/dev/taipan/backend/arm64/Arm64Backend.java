package dev.taipan.backend.arm64;

import dev.taipan.backend.arm64.abi.CacheSync;
import dev.taipan.backend.arm64.abi.Trampoline;
import dev.taipan.backend.arm64.asm.RangeException;
import dev.taipan.backend.arm64.lower.Lowering;
import dev.taipan.backend.arm64.regs.Arm64Registers;
import dev.taipan.optimizer.alloc.Allocation;
import dev.taipan.optimizer.alloc.LinearScan;
import dev.taipan.optimizer.codemem.CodeBlock;
import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.codemem.CodeMemoryFullException;
import dev.taipan.optimizer.codemem.NativeEntry;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.Platform;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.spi.TraceBackend;

/** The arm64 backend. Needs nothing beyond ARMv8.0-A. */
public final class Arm64Backend implements TraceBackend {
  /** What can only exist on the machine itself; made with the first trace. */
  private static final class Machine {
    static final CacheSync CACHE = new CacheSync();
    static final byte[] TRAMPOLINE = Trampoline.code();

    private Machine() {}
  }

  @Override
  public String name() {
    return "arm64";
  }

  @Override
  public boolean supports(Platform platform) {
    return platform.arch().equals("aarch64") && platform.os().equals("linux");
  }

  @Override
  public CompiledTrace compile(TraceIr ir, int traceId, CodeMemory memory) throws TraceAbort {
    Lowering.Emitted emitted = lower(ir, traceId);
    try {
      NativeEntry entry = memory.entry(Machine.TRAMPOLINE, Machine.CACHE);
      CodeBlock block = memory.install(emitted.code(), Machine.CACHE);
      Arm64Trace trace = new Arm64Trace(memory, entry, block, emitted);
      for (int exit = 0; exit < ir.exitCount(); exit++) {
        trace.linkExit(exit, CompiledTrace.NO_ENTRY);
      }
      return trace;
    } catch (CodeMemoryFullException e) {
      throw new TraceAbort(AbortReason.CODE_MEMORY_FULL, e.getMessage());
    }
  }

  /** The code alone, on any machine. */
  static Lowering.Emitted lower(TraceIr ir, int traceId) throws TraceAbort {
    Allocation allocation = LinearScan.allocate(ir, new Arm64Registers());
    try {
      return Lowering.emit(allocation, traceId);
    } catch (RangeException e) {
      throw new TraceAbort(AbortReason.TOO_LONG, e.getMessage());
    }
  }
}
