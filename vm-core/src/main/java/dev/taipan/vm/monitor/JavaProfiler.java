package dev.taipan.vm.monitor;

import dev.taipan.vm.code.Event;
import dev.taipan.vm.thread.ThreadState;

/** A profiler that is told of calls without a Python function in between. */
@FunctionalInterface
public interface JavaProfiler {
  /**
   * An event of {@code sys.setprofile}.
   *
   * @param code the running code cell
   * @param callable what is called by a CALL, C_RETURN or C_RAISE, else EMPTY
   */
  void event(ThreadState ts, Event event, long code, long callable);
}
