package dev.taipan.vm.spi;

import dev.taipan.vm.container.DictWatcher;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;

/** The trace compiler as the interpreter sees it. Without one, back-edges are not counted. */
public interface Jit {
  /** What the counter of a back-edge starts with in a fresh profile. */
  int loopThreshold();

  /** What the counter of a function entry starts with in a fresh profile. */
  int functionThreshold();

  /**
   * A back-edge got hot. The thread has polled; {@code target} is the loop's head, where execution
   * goes on in any case.
   *
   * @param pc the jump
   * @return a recorder to run the loop under, or null to go on as before
   */
  TraceRecorder hotLoop(ThreadState ts, long fp, long pc, long target);

  /** A function entry got hot; as {@link #hotLoop}, execution goes on behind the RESUME at pc. */
  TraceRecorder hotFunction(ThreadState ts, long fp, long pc);

  /**
   * Runs an executor. The frame's pc and sp say where it starts; when this returns, the thread's
   * frame and that frame's pc and sp say where the interpreter goes on (the same place if the
   * executor may not be entered).
   *
   * @return a recorder if the exit it came out of got hot, or null
   */
  TraceRecorder enter(ThreadState ts, long fp, int executor);

  /**
   * Code reports other events than before: no executor or recording may be used any more. In a stop
   * of the world.
   */
  void codeChanged(ThreadState ts);

  /** At a poll: frees executors that nobody can be in. */
  void poll(ThreadState ts);

  /** Who must be asked before a value changes that a trace holds as a constant. */
  DictWatcher dictWatcher();

  /** What it did, for {@code -X stats}. */
  String report();

  /** Shows the words that recordings and executors hold. */
  void trace(Visitor visitor);
}
