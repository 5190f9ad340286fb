package dev.taipan.tracer.record;

/** Why a recording ended. Each is counted and named in the log. */
public enum EndReason {
  LOOP_CLOSED(true),
  ENTERS_EXECUTOR(true),
  FITNESS(true),
  NO_ROOM(true),
  /** An instruction that traces do not have. */
  UNSUPPORTED(true),
  /** The member's guard did not hold: the generic form ran. */
  MISSED_GUARD(true),
  /** A frame change that is neither a plain call nor its return. */
  FRAME_CHANGE(true),
  RETURNED_FROM_ROOT(true),
  /** An exception unwound a frame: a trace never spans one. */
  RAISED(false),
  /** The frame that Java entered returned. */
  LEFT(false),
  /** Something that the recording relies on changed meanwhile. */
  INVALIDATED(false);

  private final boolean compiles;

  EndReason(boolean compiles) {
    this.compiles = compiles;
  }

  /** Whether what was recorded so far is worth compiling. */
  public boolean compiles() {
    return compiles;
  }
}
