package dev.taipan.vm.interp;

import dev.taipan.vm.thread.ThreadState;

/** Somebody who is told what happens to Python functions. */
public interface FunctionWatcher {
  /** What happens. */
  enum Event {
    /** The function was made. The watcher must neither poll nor raise. */
    CREATE,
    /** Its code is about to be exchanged. */
    MODIFY_CODE,
    /** Its defaults are. */
    MODIFY_DEFAULTS,
    /** Its keyword-only defaults are. */
    MODIFY_KWDEFAULTS,
    /** Its qualified name is. */
    MODIFY_QUALNAME,
    /** Nothing refers to it any more; a watcher that stores it somewhere keeps it alive. */
    DESTROY
  }

  /**
   * Told on the thread that does it, without a lock. May run Python code except for CREATE; what it
   * raises is reported as unraisable.
   *
   * @param value what the attribute becomes, EMPTY where there is none
   */
  void function(ThreadState ts, Event event, long function, long value);
}
