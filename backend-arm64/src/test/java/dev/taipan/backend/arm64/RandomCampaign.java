package dev.taipan.backend.arm64;

import dev.taipan.optimizer.codemem.CodeMemory;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.pass.Passes;
import dev.taipan.optimizer.ref.RefBackend;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.ExitId;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.testing.ChainedTrace;
import dev.taipan.optimizer.testing.RandomTrace;
import dev.taipan.optimizer.testing.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Random traces, as they are, optimised, and linked in pairs, each run by machine code and by the
 * reference executor on the same memories: exit and memory have to be equal afterwards.
 */
final class RandomCampaign {
  private static final int MEMORIES = 6;
  // Code is never freed: an emulator need not see that new code lies where old code ran.
  private static final int CODE_BYTES = 256 << 20;
  private static final int MOST_FAULTS = 5;

  private static final int FIRST = 1;
  private static final int NEXT = 2;

  private final Arm64Backend machine = new Arm64Backend();
  private final RefBackend reference = new RefBackend();
  private final List<String> faults = new ArrayList<>();
  private int passed;
  private long codeBytes;
  private CodeMemory code;
  private Sandbox sandbox;

  List<String> faults() {
    return faults;
  }

  int passed() {
    return passed;
  }

  long codeBytes() {
    return codeBytes;
  }

  /** Seeds 0 up to {@code seeds}, but no new one after {@code limit}. */
  void run(int seeds, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    try (CodeMemory memory = new CodeMemory(CODE_BYTES);
        Sandbox ground = new Sandbox()) {
      code = memory;
      sandbox = ground;
      for (int seed = 0; seed < seeds && System.nanoTime() < end; seed++) {
        single("trace " + seed, RandomTrace.generate(seed));
        optimised(seed);
        linked(seed);
        if (faults.size() >= MOST_FAULTS) {
          return;
        }
      }
    } catch (TraceAbort e) {
      faults.add("a trace was given up: " + e.getMessage());
    }
  }

  /**
   * What the passes make of one iteration: usually a peeled loop. Nothing, if they find a guard in
   * the random trace that can't pass.
   */
  private void optimised(int seed) throws TraceAbort {
    TraceIr ir;
    try {
      ir = new Passes(Passes.ALL, false).run(RandomTrace.closing(seed));
    } catch (TraceAbort e) {
      if (e.reason() == AbortReason.CONTRADICTION) {
        return;
      }
      throw e;
    }
    single("optimised trace " + seed, ir);
  }

  private void single(String name, TraceIr ir) throws TraceAbort {
    compare(name, reference.compile(ir, FIRST, code), compile(ir, FIRST));
  }

  /** The exit that a run takes is linked to a second trace, which goes on from memory alone. */
  private void linked(int seed) throws TraceAbort {
    TraceIr ir = RandomTrace.generate(seed);
    TraceIr nextIr = RandomTrace.generate(-1 - seed);
    CompiledTrace actual = compile(ir, FIRST);
    CompiledTrace expected = reference.compile(ir, FIRST, code);
    int exit = ExitId.exit(sandbox.run(expected, seed % MEMORIES).exitId());
    CompiledTrace chain = new ChainedTrace(expected, exit, reference.compile(nextIr, NEXT, code));
    actual.linkExit(exit, compile(nextIr, NEXT).entry());
    compare("linked trace " + seed, chain, actual);
  }

  private CompiledTrace compile(TraceIr ir, int traceId) throws TraceAbort {
    CompiledTrace trace = machine.compile(ir, traceId, code);
    codeBytes += trace.codeBytes();
    return trace;
  }

  private void compare(String name, CompiledTrace expected, CompiledTrace actual) {
    for (int memory = 0; memory < MEMORIES; memory++) {
      Sandbox.Outcome want = sandbox.run(expected, memory);
      Sandbox.Outcome got = sandbox.run(actual, memory);
      String difference = sandbox.difference(want, got);
      if (!difference.isEmpty()) {
        faults.add(name + ", memory " + memory + ": " + difference);
        return;
      }
    }
    passed++;
  }
}
