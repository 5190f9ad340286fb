package dev.taipan.tracer.executor;

/**
 * What is known of an exit.
 *
 * @param pc where the interpreter goes on
 * @param kind why it is there
 */
public record ExitPoint(long pc, Kind kind) {
  /** Why a trace is left. */
  public enum Kind {
    /** Something is other than it was recorded; worth a side trace when it happens often. */
    GUARD,
    /** The recording ended there. */
    END,
    /** The thread is asked to do something; the trace is entered again afterwards. */
    POLL
  }
}
