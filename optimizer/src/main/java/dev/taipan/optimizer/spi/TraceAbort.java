package dev.taipan.optimizer.spi;

/**
 * A trace is given up, unless who asked for it knows another way. Checked, so that no caller
 * forgets that it can happen; it ends at the compile queue.
 */
public final class TraceAbort extends Exception {
  private static final long serialVersionUID = 1L;

  private final AbortReason reason;

  /** With what the log adds to the reason. */
  public TraceAbort(AbortReason reason, String detail) {
    super(detail.isEmpty() ? reason.text() : reason.text() + ": " + detail, null, false, false);
    this.reason = reason;
  }

  /** Without more detail than the reason. */
  public TraceAbort(AbortReason reason) {
    this(reason, "");
  }

  /** Why. */
  public AbortReason reason() {
    return reason;
  }
}
