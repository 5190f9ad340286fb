package dev.taipan.optimizer.alloc;

/**
 * What a backend's lowering of one operation asks of the allocator. Operands and the result are in
 * registers; an operand that dies here may share the result's register unless it is late.
 *
 * @param twoAddress the result would best be in operand 0's register
 * @param lateOperands bit i: operand i is read after the result is written (EARLY_DEF for it)
 * @param gprScratch number of general registers to use freely within the operation
 * @param fprScratch number of floating-point registers to use freely within the operation
 * @param clobbers registers that hold nothing during the operation: no operand, no snapshot value,
 *     nothing that lives on. The lowering uses them freely; the result may be assigned one of them
 * @param resultHint the register that the result would best be in, or -1
 */
public record OpConstraint(
    boolean twoAddress,
    int lateOperands,
    int gprScratch,
    int fprScratch,
    long clobbers,
    int resultHint) {

  private static final int ALL_OPERANDS = 7;

  /** Operands are read before the result is written. */
  public static final OpConstraint THREE_ADDRESS = new OpConstraint(false, 0, 0, 0, 0, -1);

  /** Operand 0 is copied to the result first, the others are read afterwards. */
  public static final OpConstraint TWO_ADDRESS =
      new OpConstraint(true, ALL_OPERANDS & ~1, 0, 0, 0, -1);

  /** The result is written before the operands have been read. */
  public static final OpConstraint EARLY_DEF = new OpConstraint(false, ALL_OPERANDS, 0, 0, 0, -1);

  /** The same with scratch registers. */
  public OpConstraint withScratch(int gprs, int fprs) {
    return new OpConstraint(twoAddress, lateOperands, gprs, fprs, clobbers, resultHint);
  }

  /** The same with registers that are destroyed. */
  public OpConstraint withClobbers(long registers, int hint) {
    return new OpConstraint(twoAddress, lateOperands, gprScratch, fprScratch, registers, hint);
  }
}
