package dev.taipan.optimizer.trace;

/**
 * The room that is left in a trace that is being recorded. One counter, {@code free}: every append
 * and every reservation goes through {@link #take}, and nothing else makes it smaller. Fitness is
 * not kept beside it but derived, {@code free} less a penalty that is never negative; so fitness
 * cannot exceed the room, whatever the heuristics do and however wide an instruction becomes.
 *
 * <p>The worst closing sequence and the prelude are taken off at the start: closing needs no room
 * of its own later. Written by the recording thread only.
 */
public final class TraceBudget {
  private final int capacity;
  private final int closing;
  private int free;
  private int penalty;

  /**
   * A budget for a buffer of {@code capacity} slots.
   *
   * @param closing the slots that ending the trace may take at worst
   * @throws IllegalArgumentException if not even the closing sequence fits
   */
  public TraceBudget(int capacity, int closing) {
    if (closing < 0 || closing > capacity) {
      throw new IllegalArgumentException("no room for " + closing + " in " + capacity);
    }
    this.capacity = capacity;
    this.closing = closing;
    free = capacity - closing;
  }

  /** The slots that may still be taken before the closing sequence. */
  public int free() {
    return free;
  }

  /** Whether {@code slots} fit; asked once for an instruction with its worst case. */
  public boolean fits(int slots) {
    return slots <= free;
  }

  /** Takes slots for an append or a reservation; false, and nothing taken, if they do not fit. */
  public boolean take(int slots) {
    if (slots < 0) {
      throw new IllegalArgumentException("takes " + slots);
    }
    if (slots > free) {
      return false;
    }
    free -= slots;
    return true;
  }

  /** Makes the trace less worth growing: a branch that goes either way, a deeper frame. */
  public void penalize(int amount) {
    penalty = Math.clamp((long) penalty + amount, 0, capacity);
  }

  /** Gives a penalty back: a return out of a frame that was entered. Never below none. */
  public void reward(int amount) {
    penalty = Math.clamp((long) penalty - amount, 0, capacity);
  }

  /** How much the trace is worth growing: never more than {@link #free}, never negative. */
  public int fitness() {
    return Math.max(0, free - penalty);
  }

  /** The slots taken so far, without those for closing. */
  public int taken() {
    return capacity - closing - free;
  }
}
