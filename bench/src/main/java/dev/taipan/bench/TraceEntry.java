package dev.taipan.bench;

import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.TraceIrParser;
import dev.taipan.optimizer.pass.Passes;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.Platform;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.spi.TraceBackend;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.value.Word;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What entering and leaving a trace costs: one that checks and unboxes a local, adds to it, and
 * leaves by an exit that writes the frame, and one that leaves at once. {@code ./dev jmh
 * TraceEntry}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class TraceEntry {
  private static final String COUNTS =
      """
      local = LOAD_SLOT [96]
      GUARD_INT local @0
      old = UNBOX_INT local
      mask = CONST_INT 65535
      one = CONST_INT 1
      sum = ADD_INT old, one @0
      new = AND_INT sum, mask
      EXIT @1
      @0 frame code=0x1000 pc=0x2000 sp=104 { }
      @1 frame code=0x1000 pc=0x2008 sp=104 { 96: new }
      """;

  private static final String LEAVES =
      """
      EXIT @0
      @0 frame code=0x1000 pc=0x2000 sp=104 { }
      """;

  private static final int STACK_BYTES = 4096;

  private CodeMemory code;
  private CompiledTrace counts;
  private CompiledTrace leaves;
  private long memory;
  private long block;
  private long frame;

  public TraceEntry() {}

  @Setup
  public void compile() throws TraceAbort {
    TraceBackend backend =
        ServiceLoader.load(TraceBackend.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.supports(Platform.current()))
            .findFirst()
            .orElseThrow();
    code = new CodeMemory(1 << 20);
    counts = backend.compile(optimized(COUNTS), 1, code);
    leaves = backend.compile(optimized(LEAVES), 2, code);
    memory = Memory.allocate(ThreadLayout.SIZE + STACK_BYTES + 16);
    block = (memory + 15) & -16;
    frame = block + ThreadLayout.SIZE;
    Memory.putLong(frame + FrameLayout.LOCALSPLUS, Word.boxInt(0));
    if (counts.entry() == CompiledTrace.NO_ENTRY) {
      throw new IllegalStateException(backend.name() + " makes no machine code");
    }
  }

  private static TraceIr optimized(String text) throws TraceAbort {
    return new Passes(Passes.ALL, true).run(TraceIrParser.parse(text));
  }

  @TearDown
  public void free() {
    if (Memory.getLong(frame + FrameLayout.LOCALSPLUS) >>> 49 != 0x7FFF) {
      throw new IllegalStateException("the trace did not count");
    }
    code.close();
    Memory.free(memory);
  }

  @Benchmark
  public long enterAndLeave() {
    return leaves.enter(block, frame);
  }

  @Benchmark
  public long enterCountAndLeave() {
    return counts.enter(block, frame);
  }
}
