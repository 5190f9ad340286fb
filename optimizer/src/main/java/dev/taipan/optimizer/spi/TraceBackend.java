package dev.taipan.optimizer.spi;

import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.ir.TraceIr;

/** Makes something that runs out of a trace; found by ServiceLoader, one for the machine. */
public interface TraceBackend {
  /** The name for {@code -X backend=}. */
  String name();

  /** Whether it works on this machine. */
  boolean supports(Platform platform);

  /**
   * Compiles a verified trace.
   *
   * @param traceId unique in the process and at least 0; part of the trace's {@link ExitId}s
   * @param memory where the code goes; a backend that makes no code ignores it
   */
  CompiledTrace compile(TraceIr ir, int traceId, CodeMemory memory) throws TraceAbort;
}
