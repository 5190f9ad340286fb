package dev.taipan.vm.code;

/**
 * What a monitoring tool may ask to be told of, in the order of the bits that scripts use. Those up
 * to {@link #STOP_ITERATION} are local: they belong to single instructions, which can be switched
 * off one by one. The instruction definitions say which instruction is which event; LINE and
 * INSTRUCTION are events of all.
 */
public enum Event {
  PY_START,
  PY_RESUME,
  PY_RETURN,
  PY_YIELD,
  CALL,
  LINE,
  INSTRUCTION,
  JUMP,
  BRANCH,
  STOP_ITERATION,
  RAISE,
  EXCEPTION_HANDLED,
  PY_UNWIND,
  PY_THROW,
  RERAISE,
  C_RETURN,
  C_RAISE;

  /** How many events are local. */
  public static final int LOCAL = STOP_ITERATION.ordinal() + 1;

  /** How many events a tool can ask for; the last two come with CALL. */
  public static final int GROUPED = C_RETURN.ordinal();

  private static final Event[] ALL = values();

  /** This event in a set of events. */
  public final int bit = 1 << ordinal();

  /** How many there are. */
  public static int count() {
    return ALL.length;
  }

  public static Event at(int ordinal) {
    return ALL[ordinal];
  }

  /** Whether it belongs to single instructions. */
  public boolean isLocal() {
    return ordinal() < LOCAL;
  }
}
