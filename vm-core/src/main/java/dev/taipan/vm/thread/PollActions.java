package dev.taipan.vm.thread;

/**
 * What a poll does besides stopping and collecting; the object model provides it. Each may run
 * Python code and may throw {@link Raised}; each runs with its bit already cleared.
 */
public interface PollActions {
  /** Runs the handlers of signals that arrived. */
  void signal(ThreadState ts);

  /** Raises the exception that was sent to this thread. */
  void asyncException(ThreadState ts);

  /** Runs queued finalizers and weak callbacks ({@code ts.heap.finalizers}). */
  void finalizers(ThreadState ts);

  /** Leaves or frees executors. */
  void executors(ThreadState ts);

  /** Actions of a runtime that has none of these. */
  PollActions NONE =
      new PollActions() {
        @Override
        public void signal(ThreadState ts) {}

        @Override
        public void asyncException(ThreadState ts) {}

        @Override
        public void finalizers(ThreadState ts) {}

        @Override
        public void executors(ThreadState ts) {}
      };
}
