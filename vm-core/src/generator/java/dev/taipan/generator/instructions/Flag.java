package dev.taipan.generator.instructions;

/** What a body may do beyond computing its outputs. */
enum Flag {
  /** It may leave by {@code miss}: the family's head does the work instead. */
  EXITS,
  /** It may throw, so the frame must name the instruction. */
  RAISES,
  /** It may poll, so the frame must also name the top of the stack. */
  POLLS,
  /** It may change {@code pc}. */
  JUMPS,
  /** Its argument is the distance of a jump, though another body jumps. */
  TARGET,
  /** It pushes or pops frames and writes the whole interpreter state itself. */
  FRAMES,
  /** It reads and writes nothing but its operands. */
  PURE;

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
