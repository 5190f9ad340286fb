package dev.taipan.vm.interp;

/**
 * What a handler that writes the interpreter's state itself answers: 0 to go on from memory, one of
 * these, or a word that the loop returns. None of them is a word of any kind.
 */
final class States {
  /** Go on from memory. */
  static final long RELOAD = 0;

  /** The member's guard does not hold; nothing was changed. */
  static final long MISS = 1;

  /** Leave the loop for its twin, with the state in memory. */
  static final long SWITCH = 2;

  /** In place of a stack's top: the member's guard does not hold. */
  static final long MISSED = 0;

  private States() {}
}
