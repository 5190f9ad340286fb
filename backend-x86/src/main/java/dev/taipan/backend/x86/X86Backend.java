package dev.taipan.backend.x86;

import dev.taipan.backend.x86.abi.Trampoline;
import dev.taipan.backend.x86.lower.Emitted;
import dev.taipan.backend.x86.lower.Lowering;
import dev.taipan.backend.x86.regs.X86Registers;
import dev.taipan.optimizer.alloc.Allocation;
import dev.taipan.optimizer.alloc.LinearScan;
import dev.taipan.optimizer.codemem.CodeBlock;
import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.codemem.CodeMemoryFullException;
import dev.taipan.optimizer.codemem.InstructionCache;
import dev.taipan.optimizer.codemem.NativeEntry;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.Platform;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.spi.TraceBackend;

/** The x86-64 backend. Needs nothing beyond SSE2, which every such processor has. */
public final class X86Backend implements TraceBackend {
  /** Made with the first trace, not at the start of a program. */
  private static final class Entry {
    static final byte[] TRAMPOLINE = Trampoline.code();
  }

  @Override
  public String name() {
    return "x86";
  }

  @Override
  public boolean supports(Platform platform) {
    return platform.arch().equals("x86_64") && platform.os().equals("linux");
  }

  @Override
  public CompiledTrace compile(TraceIr ir, int traceId, CodeMemory memory) throws TraceAbort {
    Allocation allocation = LinearScan.allocate(ir, new X86Registers());
    Emitted emitted = Lowering.emit(allocation, traceId);
    try {
      NativeEntry entry = memory.entry(Entry.TRAMPOLINE, InstructionCache.COHERENT);
      CodeBlock block = memory.install(emitted.code(), InstructionCache.COHERENT);
      X86Trace trace = new X86Trace(memory, entry, block, emitted);
      for (int exit = 0; exit < ir.exitCount(); exit++) {
        trace.linkExit(exit, CompiledTrace.NO_ENTRY);
      }
      return trace;
    } catch (CodeMemoryFullException e) {
      throw new TraceAbort(AbortReason.CODE_MEMORY_FULL, e.getMessage());
    }
  }
}
