package dev.taipan.tracer;

import dev.taipan.optimizer.build.TraceBuilder;
import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.pass.Passes;
import dev.taipan.optimizer.ref.RefBackend;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.Platform;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.spi.TraceBackend;
import dev.taipan.tracer.executor.Executor;
import dev.taipan.tracer.executor.ExitPoint;
import dev.taipan.tracer.record.Recording;
import dev.taipan.vm.runtime.Options;
import java.util.ServiceLoader;

/**
 * From a recording to an executor: build, optimize, emit. Follows no word of the recording, so it
 * may run on any thread. Code memory and backend are made with the first trace: linking native
 * functions takes longer than most scripts.
 */
final class TraceCompiler {
  private final Options options;
  private final TraceBackend backend;
  private final Passes passes;
  private CodeMemory memory;

  TraceCompiler(Options options) {
    this.options = options;
    this.backend = choose(options.backend());
    this.passes = new Passes(Passes.ALL, Passes.class.desiredAssertionStatus());
  }

  private static TraceBackend choose(String name) {
    if (name.equals("none")) {
      return null;
    }
    if (name.equals("ir")) {
      return new RefBackend();
    }
    for (TraceBackend candidate : ServiceLoader.load(TraceBackend.class)) {
      boolean wanted = name.isEmpty() || candidate.name().equals(name);
      if (wanted && candidate.supports(Platform.current())) {
        return candidate;
      }
    }
    if (!name.isEmpty()) {
      throw new IllegalArgumentException("no trace backend " + name + " on this machine");
    }
    return new RefBackend();
  }

  /** The backend's name, "none" where traces are not compiled. */
  String backendName() {
    return backend == null ? "none" : backend.name();
  }

  /** Whether traces are run by interpreting them: nothing can jump to them. */
  boolean isCodeless() {
    return backend instanceof RefBackend;
  }

  /** A program that has used the Java heap up does without the trace: it runs without any. */
  Executor compile(Recording recording, int id) throws TraceAbort {
    try {
      TraceIr ir = passes.run(TraceBuilder.build(recording.trace(), options.stats()));
      CompiledTrace trace = backend.compile(ir, id, codeMemory());
      int depth = recording.parent() == null ? 0 : recording.parent().depth() + 1;
      return new Executor(
          id, trace, recording.start(), exits(ir), recording.roots().words(), depth);
    } catch (OutOfMemoryError full) {
      throw new TraceAbort(AbortReason.JAVA_HEAP_FULL);
    }
  }

  private CodeMemory codeMemory() {
    if (memory == null && !isCodeless()) {
      memory = new CodeMemory(options.codeCache());
    }
    return memory;
  }

  private static ExitPoint[] exits(TraceIr ir) {
    ExitPoint[] exits = new ExitPoint[ir.exitCount()];
    for (int i = 0; i < exits.length; i++) {
      int ref = ir.exitOp(i);
      exits[i] = new ExitPoint(ir.snapshot(ref).innermost().pc(), kind(ir.op(ref)));
    }
    return exits;
  }

  private static ExitPoint.Kind kind(IrOp op) {
    return switch (op) {
      case POLL -> ExitPoint.Kind.POLL;
      case EXIT -> ExitPoint.Kind.END;
      default -> ExitPoint.Kind.GUARD;
    };
  }
}
