package dev.taipan.vm.thread;

/** The slow path of a poll: serves the poll word's bits in a fixed order. */
public final class Safepoint {
  private Safepoint() {}

  /** At a poll where Python code may run. */
  public static void handle(ThreadState ts) {
    handleQuietly(ts);
    PollActions actions = ts.world.actions();
    if (take(ts, PollBits.EXECUTORS)) {
      actions.executors(ts);
    }
    if (take(ts, PollBits.FINALIZE)) {
      actions.finalizers(ts);
    }
    if (take(ts, PollBits.SIGNAL)) {
      actions.signal(ts);
    }
    if (take(ts, PollBits.ASYNC)) {
      actions.asyncException(ts);
    }
  }

  /** At a poll where only the handlers of signals may run. */
  static void handleSignals(ThreadState ts) {
    handleQuietly(ts);
    if (take(ts, PollBits.SIGNAL)) {
      ts.world.actions().signal(ts);
    }
  }

  /** At a poll where no Python code may run: stops, gives cells up, collects, passes the epoch. */
  public static void handleQuietly(ThreadState ts) {
    assert ts.isAttached() : "poll while not attached: " + ts;
    assert ts.mayStop() : "poll under a lock: " + ts;
    if ((ts.pollWord() & PollBits.STOP) != 0) {
      ts.world.suspend(ts);
    }
    ts.world.tokens.answer(ts);
    if (take(ts, PollBits.COLLECT)) {
      ts.heap.collector.collectIfDue(ts);
    }
    if (take(ts, PollBits.STRESS)) {
      ts.heap.collector.collect(ts);
      if (ts.world.stressInterval == 1) {
        ts.setPollBits(PollBits.STRESS);
      }
    }
    if (take(ts, PollBits.EPOCH)) {
      ts.local.seeEpoch();
      ts.local.releaseRetired();
    }
  }

  /** A may-poll call under {@code -X gc=stress}. */
  static void stress(ThreadState ts) {
    assert ts.mayStop() : "may-poll call under a lock: " + ts;
    if (ts.local.isStressDue()) {
      ts.heap.collector.collect(ts);
    }
  }

  private static boolean take(ThreadState ts, long bit) {
    if ((ts.pollWord() & bit) == 0) {
      return false;
    }
    ts.clearPollBits(bit);
    return true;
  }
}
