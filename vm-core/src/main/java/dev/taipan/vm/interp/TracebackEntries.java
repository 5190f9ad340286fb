package dev.taipan.vm.interp;

import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What unwinding adds to the pending exception in each frame: its context, once. */
final class TracebackEntries {
  private TracebackEntries() {}

  static void add(ThreadState ts, long fp, int index) {
    InterpreterState state = ts.interpreter;
    if (state.again) {
      state.again = false;
      return;
    }
    long exception = ts.pending();
    // The outer frames of an exception have nothing to add: its context was what the first one
    // handled.
    if (exception == state.unwinding) {
      return;
    }
    state.unwinding = exception;
    if (Hosts.get(ts, exception, PyException.class).context() == Word.NONE) {
      ExceptionHandlers.chain(ts, exception, ExceptionHandlers.current(ts));
    }
  }
}
