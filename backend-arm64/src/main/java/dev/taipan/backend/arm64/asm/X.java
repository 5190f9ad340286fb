package dev.taipan.backend.arm64.asm;

import java.util.Locale;

/**
 * General registers. Number 31 means the zero register or the stack pointer depending on the slot;
 * here they are two constants, and a {@link Slot} refuses the one it does not mean. A 32-bit
 * instruction names the same constants.
 */
@SuppressWarnings("EnumOrdinal") // declared in encoding order
public enum X implements Operand {
  X0,
  X1,
  X2,
  X3,
  X4,
  X5,
  X6,
  X7,
  X8,
  X9,
  X10,
  X11,
  X12,
  X13,
  X14,
  X15,
  X16,
  X17,
  X18,
  X19,
  X20,
  X21,
  X22,
  X23,
  X24,
  X25,
  X26,
  X27,
  X28,
  X29,
  X30,
  ZR,
  SP;

  /** Frame pointer and link register by their roles in the procedure call standard. */
  public static final X FP = X29;

  public static final X LR = X30;

  private static final X[] ALL = values();

  @Override
  public int bits() {
    return Math.min(ordinal(), 31);
  }

  /** The general register with this number, 0 to 30. */
  public static X of(int number) {
    if (number < 0 || number > 30) {
      throw new IllegalArgumentException("no general register " + number);
    }
    return ALL[number];
  }

  String text() {
    return this == ZR ? "xzr" : name().toLowerCase(Locale.ROOT);
  }
}
