package dev.taipan.generator.instructions;

/** Where an instruction's body goes: a trade of the loop's size budget against a call. */
enum Placement {
  /**
   * Spliced into two switches: what pushes into the first and second, what takes two words into the
   * second and third. A loop without a third switch has it in the first and second.
   */
  TWICE,
  /** Spliced into the second switch, which has the topmost word in a local. */
  TOP,
  /** Spliced into the loop. */
  HOT,
  /** A static method that the loop's own case calls. */
  WARM,
  /** A static method that the cold loop calls, which the loop reaches through its default case. */
  COLD
}
