package dev.taipan.optimizer.spi;

/**
 * What running a trace returns: by which exit of which trace it was left. Traces jump to each
 * other, so the trace that was left need not be the one that was entered. The trace's id is in the
 * high half, the exit's number in the low half.
 */
public final class ExitId {
  private ExitId() {}

  /** The id of exit {@code exit} of trace {@code traceId}. */
  public static long of(int traceId, int exit) {
    return (long) traceId << 32 | exit;
  }

  /** Which trace was left. */
  public static int traceId(long exitId) {
    return (int) (exitId >>> 32);
  }

  /** By which of its exits. */
  public static int exit(long exitId) {
    return (int) exitId;
  }
}
