package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;

/** Exceptions as text. */
public final class Tracebacks {
  private Tracebacks() {}

  /** The last lines of a traceback: the exception's class and message. */
  public static String format(ThreadState ts, long exception) {
    String name = Representation.fullName(ts, ts.runtime().typeOf(exception));
    String message = Representation.strText(ts, exception);
    return message.isEmpty() ? name + "\n" : name + ": " + message + "\n";
  }
}
