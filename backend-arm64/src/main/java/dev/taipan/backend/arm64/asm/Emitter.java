package dev.taipan.backend.arm64.asm;

/** The one way in which the instruction families put a row of the table into the code. */
sealed interface Emitter
    permits IntegerInstructions, MemoryInstructions, ControlInstructions, FloatInstructions {

  void emit(A64Op op, Operand... operands);

  /** {@code operands} lacks the last slot, which is the distance to {@code target}. */
  void emitTo(A64Op op, Label target, Operand... operands);

  void emit(Access access, Operand register, Address address);
}
