package dev.taipan.backend.arm64.asm;

/** Shift of a register operand, in encoding order. */
@SuppressWarnings("EnumOrdinal") // declared in encoding order
public enum ShiftKind {
  LSL,
  LSR,
  ASR;

  private static final ShiftKind[] ALL = values();

  int bits() {
    return ordinal();
  }

  static ShiftKind of(int bits) {
    return ALL[bits];
  }
}
