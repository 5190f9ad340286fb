package dev.taipan.optimizer.ir;

import dev.taipan.vm.heap.SizeClass;

/** The encodings of the immediates that hold more than a number; see {@link ImmKind}. */
@SuppressWarnings("EnumOrdinal") // packed by ordinal
public final class Immediates {
  private static final Cond[] CONDS = Cond.values();
  private static final MemoryOrder[] ORDERS = MemoryOrder.values();

  private Immediates() {}

  /** The immediate of a compare. */
  public static long ofCond(Cond cond) {
    return cond.ordinal();
  }

  /** The immediate of GUARD_CMP_FLOAT. */
  public static long ofCond(Cond cond, boolean expected) {
    return cond.ordinal() | (expected ? 0x100L : 0L);
  }

  /** The immediate of a load or store. */
  public static long ofAddress(int displacement, MemoryOrder order) {
    return (displacement & 0xFFFF_FFFFL) | (long) order.ordinal() << 32;
  }

  /**
   * The immediate of NEW_CELL; the size is rounded up to that of its class, whose cursor a backend
   * finds by it: so it is one of the linear classes.
   */
  public static long ofCell(int shape, int bytes) {
    assert bytes <= SizeClass.MAX_LINEAR : bytes;
    return (shape & 0xFFFF_FFFFL) | ((bytes + 15L) & -16) << 32;
  }

  /** The shape id of a new cell. */
  public static int shape(long imm) {
    return (int) imm;
  }

  /** The bytes of a new cell. */
  public static int bytes(long imm) {
    return (int) (imm >>> 32);
  }

  /** The condition of a compare. */
  public static Cond cond(long imm) {
    return CONDS[(int) imm & 0xFF];
  }

  /** The outcome that GUARD_CMP_FLOAT lets pass. */
  public static boolean expected(long imm) {
    return (imm & 0x100) != 0;
  }

  /** The displacement of a load or store. */
  public static int displacement(long imm) {
    return (int) imm;
  }

  /** The order of a load or store. */
  public static MemoryOrder order(long imm) {
    return ORDERS[(int) (imm >> 32)];
  }
}
