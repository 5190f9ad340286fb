package dev.taipan.tracer;

import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.tracer.executor.Executor;
import dev.taipan.tracer.executor.ExecutorTable;
import dev.taipan.tracer.executor.ExitPoint;
import dev.taipan.tracer.executor.StartPoint;
import dev.taipan.tracer.record.Recording;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.thread.ThreadState;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.atomic.MpscLinkedAtomicQueue;

/**
 * Recordings on their way to executors. In {@code sync} and {@code stress} mode they are compiled
 * on the spot; otherwise on one background thread, which is a detached thread of the world: it
 * attaches for the moment of installing, so that an invalidation happens either before (and the
 * recording is dropped) or after (and finds the executor).
 *
 * <p>A place that came to nothing is asked for less and less often ({@link Patience}).
 */
final class CompileQueue {
  private final boolean background;
  private final ExecutorTable executors;
  private final TraceStatistics statistics;
  private final TraceCompiler compiler;
  private final TraceLog log;
  private final MpscLinkedAtomicQueue<Recording> queue = new MpscLinkedAtomicQueue<>();

  /** Recordings that are not executors yet: their words are roots. */
  private final Set<Recording> pending = ConcurrentHashMap.newKeySet();

  private final Map<Object, Patience> failures = new ConcurrentHashMap<>();

  /** The one consumer of the queue; set once. */
  private final AtomicReference<Thread> worker = new AtomicReference<>();

  CompileQueue(Options options, ExecutorTable executors, TraceStatistics statistics, TraceLog log) {
    this.log = log;
    this.background = options.jit() == Options.Jit.ON;
    this.executors = executors;
    this.statistics = statistics;
    this.compiler = new TraceCompiler(options);
  }

  private record Exit(int executor, int exit) {}

  private static Object place(StartPoint start, Executor parent, int exit) {
    return parent == null ? start.pc() : new Exit(parent.id(), exit);
  }

  /** Whether a recording from there is wanted: not hopeless, and not already on its way. */
  boolean accepts(StartPoint start, Executor parent, int exit) {
    if (compiler.backendName().equals("none")) {
      return false;
    }
    Object place = place(start, parent, exit);
    for (Recording recording : pending) {
      if (place(recording.start(), recording.parent(), recording.exit()).equals(place)) {
        return false;
      }
    }
    Patience patience = failures.get(place);
    return patience == null || patience.allows();
  }

  void failed(Recording recording) {
    failures
        .computeIfAbsent(
            place(recording.start(), recording.parent(), recording.exit()), p -> new Patience())
        .failed();
  }

  void submit(ThreadState ts, Recording recording) {
    if (!background) {
      compile(ts, recording);
      return;
    }
    pending.add(recording);
    queue.add(recording);
    LockSupport.unpark(worker(ts));
  }

  private Thread worker(ThreadState ts) {
    Thread running = worker.get();
    return running != null ? running : startWorker(ts);
  }

  private Thread startWorker(ThreadState ts) {
    // Two threads may come here at once; the one that loses gives its thread state back.
    ThreadState own = ts.world.newThread("taipan-compiler");
    own.setRuntime(ts.runtime());
    Thread thread = new Thread(() -> work(own), "taipan-compiler");
    thread.setDaemon(true);
    if (!worker.compareAndSet(null, thread)) {
      ts.world.discard(ts, own);
      return worker.get();
    }
    try {
      thread.start();
    } catch (OutOfMemoryError refused) {
      // What is in the queue waits for the next recording, which asks for a thread again.
      worker.set(null);
      ts.world.discard(ts, own);
    }
    return worker.get();
  }

  private void work(ThreadState own) {
    for (; ; ) {
      Recording recording = queue.poll();
      if (recording == null) {
        LockSupport.park(this);
      } else {
        compile(own, recording);
        pending.remove(recording);
      }
    }
  }

  /**
   * Compiles and installs; on a Python thread, which is attached, or on the background thread,
   * which is not.
   */
  private void compile(ThreadState ts, Recording recording) {
    long started = System.nanoTime();
    try {
      boolean attached = ts.isAttached();
      Executor executor = compiler.compile(recording, executors.reserve(ts));
      if (!attached) {
        ts.attach();
      }
      try {
        install(ts, recording, executor);
      } finally {
        if (!attached) {
          ts.detach();
        }
      }
    } catch (TraceAbort abort) {
      abort.reason().counted();
      log.givenUp(recording, abort.getMessage());
      failed(recording);
    } finally {
      statistics.compileNanos.add(System.nanoTime() - started);
    }
  }

  private void install(ThreadState ts, Recording recording, Executor executor) {
    // Attached: nothing that it relies on can change before it is installed.
    if (!recording.dependency().isBroken()
        && executors.install(ts, executor, recording.parent(), recording.exit())) {
      recording.dependency().setExecutor(executor);
      statistics.compiled.increment();
      statistics.codeBytes.add(executor.trace().codeBytes());
      connectExits(ts, executor);
      log.compiled(recording, executor);
    } else {
      executor.trace().free();
    }
  }

  /** Exits that lead to where another executor starts are linked at once. */
  private void connectExits(ThreadState ts, Executor executor) {
    for (int i = 0; i < executor.exitCount(); i++) {
      if (executor.exit(i).kind() == ExitPoint.Kind.END) {
        Executor next = executors.at(ts, executor.exit(i).pc());
        if (next != null) {
          executors.connect(ts, executor, i, next);
        }
      }
    }
  }

  boolean codeless() {
    return compiler.isCodeless();
  }

  String backendName() {
    return compiler.backendName();
  }

  void trace(Visitor visitor) {
    for (Recording recording : pending) {
      recording.roots().trace(visitor);
    }
  }
}
