package dev.taipan.vm.thread;

/**
 * Signals that a Python exception is pending in the thread state. One instance, without a stack:
 * the exception is the word in {@code ts.pending()}.
 */
public final class Raised extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The signal. */
  @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack and no state
  static final Raised SIGNAL = new Raised();

  private Raised() {
    super("Python exception pending", null, false, false);
  }
}
