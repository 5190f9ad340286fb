package dev.taipan.optimizer.alloc;

import dev.taipan.optimizer.ir.TraceIr;

/** A backend's registers and what its lowerings ask of them. */
public interface RegisterFile {
  /** The general registers that values may be in, as a set over {@link Location} numbers. */
  long gprs();

  /** The floating-point registers that values may be in. */
  long fprs();

  /**
   * A general register outside {@link #gprs}: breaks cycles of moves. Between the moves of one
   * point and within an operation the backend may use it as it likes.
   */
  int gprScratch();

  /** A floating-point register outside {@link #fprs}: moves from one spill slot to another. */
  int fprScratch();

  /** How many spill slots there are. */
  int spillSlots();

  /** What the lowering of the operation at {@code ref} asks. */
  OpConstraint constraint(TraceIr ir, int ref);

  /**
   * Whether the lowering of {@code ref} takes its constant operand {@code index} as it is (an
   * immediate, or no register at all); then the operand's location is CONSTANT.
   */
  boolean takesConstant(TraceIr ir, int ref, int index);
}
