package dev.taipan.tracer;

import dev.taipan.optimizer.spi.ExitId;
import dev.taipan.tracer.executor.Executor;
import dev.taipan.tracer.executor.ExecutorTable;
import dev.taipan.tracer.executor.ExitPoint;
import dev.taipan.tracer.executor.HeldGlobals;
import dev.taipan.tracer.executor.StartPoint;
import dev.taipan.tracer.record.Recorder;
import dev.taipan.tracer.record.Recording;
import dev.taipan.vm.container.DictWatcher;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.spi.Jit;
import dev.taipan.vm.spi.TraceRecorder;
import dev.taipan.vm.thread.ThreadState;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The trace compiler as the interpreter sees it: decides what to record, and runs what was
 * compiled.
 *
 * <p>One instance serves all threads of a runtime. A recorder belongs to its thread; executors are
 * shared. Everything here runs on the Python thread that calls it, except compilation, which {@link
 * CompileQueue} may move to a thread of its own.
 */
final class Tracer implements Jit {
  /**
   * Executors between a root trace and the last of its side traces; from there on the interpreter
   * goes on.
   */
  private static final int MAX_DEPTH = 24;

  private final Thresholds thresholds;
  private final ExecutorTable executors = new ExecutorTable();
  private final HeldGlobals held = new HeldGlobals(executors);
  private final Options options;
  private final TraceLog log;

  private final ReentrantLock making = new ReentrantLock();

  /** Null until something is to be recorded: most programs end before. Set once, under the lock. */
  private volatile Works works;

  private final Set<Recorder> recorders = ConcurrentHashMap.newKeySet();

  Tracer(Options options) {
    this.options = options;
    this.thresholds = Thresholds.of(options);
    this.log = new TraceLog(options.jitLog());
    if (!options.backend().isEmpty()) {
      // One that there is not is a fault of the command line.
      works();
    }
  }

  /** What compiling takes. */
  private record Works(TraceStatistics statistics, CompileQueue queue) {}

  private Works works() {
    Works known = works;
    return known != null ? known : makeWorks();
  }

  private Works makeWorks() {
    making.lock();
    try {
      if (works == null) {
        TraceStatistics statistics = new TraceStatistics();
        works = new Works(statistics, new CompileQueue(options, executors, statistics, log));
      }
      return works;
    } finally {
      making.unlock();
    }
  }

  @Override
  public int loopThreshold() {
    return thresholds.loop();
  }

  @Override
  public int functionThreshold() {
    return thresholds.function();
  }

  @Override
  public TraceRecorder hotLoop(ThreadState ts, long fp, long pc, long target) {
    FrameLayout.setPc(fp, target);
    return start(fp, new StartPoint(FrameLayout.code(fp), target, pc), null, 0);
  }

  @Override
  public TraceRecorder hotFunction(ThreadState ts, long fp, long pc) {
    // Loops and what they call come first; a function that is hot without a loop waits for traces
    // of whole functions.
    return null;
  }

  private TraceRecorder start(long fp, StartPoint start, Executor parent, int exit) {
    Works works = works();
    if (!works.queue.accepts(start, parent, exit)) {
      return null;
    }
    works.statistics.recordings.increment();
    Recorder[] made = new Recorder[1];
    made[0] =
        new Recorder(
            start,
            parent,
            exit,
            fp,
            held,
            executors,
            (thread, recording) -> finished(thread, made[0], recording));
    recorders.add(made[0]);
    return made[0];
  }

  private void finished(ThreadState ts, Recorder recorder, Recording recording) {
    recorders.remove(recorder);
    Works works = works();
    works.statistics.ended(recording);
    if (recording.reason().compiles()) {
      works.queue.submit(ts, recording);
    } else {
      works.queue.failed(recording);
    }
  }

  @Override
  public TraceRecorder enter(ThreadState ts, long fp, int id) {
    Executor executor = executors.get(id);
    if (executor == null) {
      return null;
    }
    Works works = works();
    works.statistics.entered();
    for (; ; ) {
      long left = executor.trace().enter(ts.block, ts.frame());
      executor = executors.get(ExitId.traceId(left));
      int exit = ExitId.exit(left);
      if (executor.exit(exit).kind() == ExitPoint.Kind.POLL) {
        return null;
      }
      Executor next = works.queue.codeless() ? executors.behind(ts, executor, exit) : null;
      if (next == null) {
        return leave(ts, executor, exit);
      }
      executor = next;
    }
  }

  /** Back in the interpreter by an exit that leads nowhere: perhaps it should. */
  private TraceRecorder leave(ThreadState ts, Executor executor, int exit) {
    if (!executor.hit(exit, thresholds.exit())) {
      return null;
    }
    long fp = ts.frame();
    long pc = Memory.getLong(fp + FrameLayout.PC);
    // A guard that fails where its trace starts made no progress: linked to what starts there, it
    // would go round for ever.
    boolean stuck =
        pc == executor.start().pc() && executor.exit(exit).kind() == ExitPoint.Kind.GUARD;
    Executor existing = stuck ? null : executors.at(ts, pc);
    log.hot(executor, exit, executor.exit(exit) + (existing == null ? "" : " -> " + existing.id()));
    if (existing != null) {
      executors.connect(ts, executor, exit, existing);
      return null;
    }
    if (executor.depth() >= MAX_DEPTH) {
      return null;
    }
    return start(fp, new StartPoint(FrameLayout.code(fp), pc, 0), executor, exit);
  }

  @Override
  public void codeChanged(ThreadState ts) {
    works().statistics.outdated.add(executors.invalidateAll(ts));
  }

  @Override
  public void poll(ThreadState ts) {
    // Executors are freed in the stop that invalidates them: no thread is inside one then.
  }

  @Override
  public void trace(Visitor visitor) {
    executors.trace(visitor);
    Works begun = works;
    if (begun != null) {
      begun.queue.trace(visitor);
    }
    for (Recorder recorder : recorders) {
      recorder.roots().trace(visitor);
    }
  }

  @Override
  public DictWatcher dictWatcher() {
    return held;
  }

  @Override
  public String report() {
    TraceStatistics statistics = works().statistics;
    return statistics.report(
        executors, works().queue.backendName(), held.invalidated() + statistics.outdated.sum());
  }
}
