package dev.taipan.tracer.fitness;

/**
 * The numbers of the contest between growing a trace and stopping. All follow from the first one;
 * the tests compare them with the table in {@code docs/tracing.md}.
 */
public final class FitnessLimit {
  /** Slots of a recording, and so the fitness that it starts with. */
  public static final int CAPACITY = 2500;

  /**
   * Slots that ending a trace may take: nothing is appended at an end here, one is kept for a
   * marker.
   */
  public static final int CLOSING = 1;

  /** Slots that an instruction takes on average. */
  static final int AVERAGE_SLOTS = 6;

  /** How long a good trace is: from here on, stopping at an ordinary place is fine. */
  static final int TARGET_LENGTH = CAPACITY / 2;

  /** Frames below the root at which fitness is used up. */
  static final int MAX_DEPTH = 15;

  /** Balanced branches that bring a trace of the target length to an ordinary stop. */
  static final int MAX_BRANCHES = 14;

  /** Instructions that still fit behind a back-edge that is not the trace's own. */
  static final int BACKWARD_SLACK = 10;

  /** The place where the trace closes: nearly always worth it; only tiny loops are unrolled. */
  public static final int QUALITY_CLOSE_LOOP = CAPACITY - 4 * AVERAGE_SLOTS;

  /** A place where another trace starts. */
  public static final int QUALITY_ENTER_EXECUTOR = CAPACITY / 8;

  /** A back-edge. */
  public static final int QUALITY_BACKWARD_EDGE =
      QUALITY_CLOSE_LOOP / 2 - BACKWARD_SLACK * AVERAGE_SLOTS;

  /** Any other place. */
  public static final int QUALITY_DEFAULT = CAPACITY / 40;

  /** An instruction that specializes: a side trace would start on it cold. */
  public static final int QUALITY_SPECIALIZABLE = CAPACITY / 80;

  /** What a branch costs that goes either way. */
  static final int BALANCED_BRANCH =
      (CAPACITY - QUALITY_DEFAULT - TARGET_LENGTH / MAX_BRANCHES * AVERAGE_SLOTS) / MAX_BRANCHES;

  /** What a frame costs that is entered; its return gives it back. */
  public static final int FRAME_PENALTY = CAPACITY / (MAX_DEPTH - 1) + 1;

  /** What a branch costs whose history nobody keeps: half of a balanced one. */
  public static final int UNKNOWN_BRANCH = BALANCED_BRANCH / 2;

  private FitnessLimit() {}
}
