package dev.taipan.backend.arm64.asm;

/** Extension of a register operand, in encoding order. */
@SuppressWarnings("EnumOrdinal") // declared in encoding order
public enum Extend {
  UXTB,
  UXTH,
  UXTW,
  UXTX,
  SXTB,
  SXTH,
  SXTW,
  SXTX;

  private static final Extend[] ALL = values();

  int bits() {
    return ordinal();
  }

  static Extend of(int bits) {
    return ALL[bits];
  }

  /** Whether the extended register is read with all of its 64 bits. */
  boolean whole() {
    return this == UXTX || this == SXTX;
  }
}
