package dev.taipan.tracer;

/**
 * How often a place is tried again whose recordings came to nothing: at once for the first three,
 * then after 16 refused requests, 32, 64 and so on. It is never given up for good, because what was
 * in the way may have been of the moment, such as an instruction that had not specialized yet.
 *
 * <p>Shared by threads that ask for the same place; a lost update only shifts the next attempt.
 */
final class Patience {
  private static final int FREE_ATTEMPTS = 3;
  private static final int FIRST_PAUSE = 16;
  private static final int LONGEST_SHIFT = 16;

  private int failures;
  private int refusals;

  /** Whether the place may be recorded from again. */
  boolean allows() {
    if (refusals == 0) {
      return true;
    }
    refusals--;
    return false;
  }

  /** A recording from the place came to nothing. */
  void failed() {
    failures++;
    if (failures >= FREE_ATTEMPTS) {
      refusals = FIRST_PAUSE << Math.min(failures - FREE_ATTEMPTS, LONGEST_SHIFT);
    }
  }
}
