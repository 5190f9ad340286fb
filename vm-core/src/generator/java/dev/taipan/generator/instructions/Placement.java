package dev.taipan.generator.instructions;

/** Where an instruction's body goes: a trade of the loop's size budget against a call. */
enum Placement {
  /** Spliced into both switches of the plain loop. */
  TWICE,
  /** Spliced into the second switch of the plain loop, which has the topmost word in a local. */
  TOP,
  /** Spliced into the loop. */
  HOT,
  /** A static method that the loop's own case calls. */
  WARM,
  /** A static method behind a second switch, which the loop reaches through its default case. */
  COLD
}
