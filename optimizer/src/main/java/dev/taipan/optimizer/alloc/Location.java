package dev.taipan.optimizer.alloc;

/**
 * Where a value is, packed in an int: a register, a spill slot, or nowhere because it is a
 * constant. Registers of both classes share one numbering, 0..31 general and 32..63 floating-point,
 * so that a set of registers is a long.
 */
public final class Location {
  /** The value is a constant; it is made where it is needed. */
  public static final int CONSTANT = -1;

  /** The first number of a floating-point register. */
  public static final int FIRST_FPR = 32;

  private static final int FIRST_SPILL = 64;

  private Location() {}

  /** General register {@code number}. */
  public static int gpr(int number) {
    return number;
  }

  /** Floating-point register {@code number}. */
  public static int fpr(int number) {
    return FIRST_FPR + number;
  }

  /** Spill slot {@code slot} of the thread block's spill area. */
  public static int spill(int slot) {
    return FIRST_SPILL + slot;
  }

  /** Whether it is a register. */
  public static boolean isRegister(int location) {
    return location >= 0 && location < FIRST_SPILL;
  }

  /** Whether it is a floating-point register. */
  public static boolean isFpr(int location) {
    return location >= FIRST_FPR && location < FIRST_SPILL;
  }

  /** Whether it is a spill slot. */
  public static boolean isSpill(int location) {
    return location >= FIRST_SPILL;
  }

  /** The hardware number of a register, or the slot's index. */
  public static int index(int location) {
    return isSpill(location) ? location - FIRST_SPILL : location & 31;
  }

  /** The set that holds {@code register} alone. */
  public static long bit(int register) {
    return 1L << register;
  }

  /** For logs: {@code g3}, {@code f0}, {@code [5]}, {@code const}. */
  public static String toString(int location) {
    if (location == CONSTANT) {
      return "const";
    }
    if (isSpill(location)) {
      return "[" + index(location) + "]";
    }
    return (isFpr(location) ? "f" : "g") + index(location);
  }
}
