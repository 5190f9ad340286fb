package dev.taipan.vm.interp;

import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.PyTraceback;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What unwinding adds to the pending exception: its context, once, and an entry for each frame. */
final class TracebackEntries {
  private TracebackEntries() {}

  /** Whether the exception came up here; false if it was raised again. */
  static boolean add(ThreadState ts, long fp, int index) {
    InterpreterState state = ts.interpreter;
    if (state.again) {
      state.again = false;
      return false;
    }
    long exception = ts.pending();
    PyException object = Hosts.get(ts, exception, PyException.class);
    // The outer frames of an exception find its context there: it was what the first one handled.
    if (exception != state.unwinding) {
      state.unwinding = exception;
      if (object.context() == Word.NONE) {
        ExceptionHandlers.chain(ts, exception, ExceptionHandlers.current(ts));
      }
    }
    long frame = FrameObjects.of(ts, fp);
    object.setTraceback(PyTraceback.create(ts, object.traceback(), frame, 2 * index, -1));
    return true;
  }
}
