package dev.taipan.backend.arm64.asm;

/** Floating-point registers, always read as one double. */
@SuppressWarnings("EnumOrdinal") // declared in encoding order
public enum D implements Operand {
  D0,
  D1,
  D2,
  D3,
  D4,
  D5,
  D6,
  D7,
  D8,
  D9,
  D10,
  D11,
  D12,
  D13,
  D14,
  D15,
  D16,
  D17,
  D18,
  D19,
  D20,
  D21,
  D22,
  D23,
  D24,
  D25,
  D26,
  D27,
  D28,
  D29,
  D30,
  D31;

  private static final D[] ALL = values();

  @Override
  public int bits() {
    return ordinal();
  }

  /** The register with this number, 0 to 31. */
  public static D of(int number) {
    return ALL[number];
  }
}
