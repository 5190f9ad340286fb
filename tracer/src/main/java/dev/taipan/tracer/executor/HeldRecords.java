package dev.taipan.tracer.executor;

import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.ClassWatcher;
import java.util.List;

/**
 * Ties a recording, and later its executor, to the records of inline caches that it took facts
 * from. A class changes in a stop of the world, in which the record's key is cleared and this is
 * told: the executor is out of use before any thread goes on.
 */
public final class HeldRecords implements ClassWatcher {
  private final ExecutorTable executors;
  private final Dependency dependency;

  public HeldRecords(ExecutorTable executors, Dependency dependency) {
    this.executors = executors;
    this.dependency = dependency;
  }

  /** Whether the record holds; from now on its end is the end of the executor. */
  public boolean hold(ThreadState ts, long record) {
    return ts.runtime().records().watch(record, this);
  }

  @Override
  public void changed(ThreadState ts) {
    dependency.markBroken();
    Executor executor = dependency.executor();
    if (executor != null && executor.isValid()) {
      executors.invalidate(ts, List.of(executor));
    }
  }
}
