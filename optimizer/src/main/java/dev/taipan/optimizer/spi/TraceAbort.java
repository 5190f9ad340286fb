package dev.taipan.optimizer.spi;

/**
 * A trace is given up. Checked, so that no caller forgets that it can happen; it ends at the
 * compile queue.
 */
public final class TraceAbort extends Exception {
  private static final long serialVersionUID = 1L;

  private final AbortReason reason;

  /** Counts the reason. */
  public TraceAbort(AbortReason reason, String detail) {
    super(detail.isEmpty() ? reason.text() : reason.text() + ": " + detail, null, false, false);
    this.reason = reason;
    reason.counted();
  }

  /** Counts the reason. */
  public TraceAbort(AbortReason reason) {
    this(reason, "");
  }

  /** Why. */
  public AbortReason reason() {
    return reason;
  }
}
