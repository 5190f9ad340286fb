package dev.taipan.optimizer.alloc;

import dev.taipan.optimizer.ir.TraceIr;
import java.util.List;

/**
 * What the allocator decided. A backend emits, for each operation in order: {@link #before}'s
 * moves, the operation with the registers given here, {@link #after}'s moves. For LOOP, {@code
 * before} runs on entry only: the loop's label comes after it; {@code after} runs in each
 * iteration. PHIs emit nothing. {@code before(JUMP_LOOP)} brings every PHI and every value that
 * lives around the loop to where the head expects it.
 */
public final class Allocation {
  private final TraceIr ir;
  private final int[] results;
  private final int[][] operands;
  private final int[][] scratch;
  private final List<List<Move>> before;
  private final List<List<Move>> after;
  private final int[][] snapshotLocations;
  private final int spillSlots;

  Allocation(
      TraceIr ir,
      int[] results,
      int[][] operands,
      int[][] scratch,
      List<List<Move>> before,
      List<List<Move>> after,
      int[][] snapshotLocations,
      int spillSlots) {
    this.ir = ir;
    this.results = results;
    this.operands = operands;
    this.scratch = scratch;
    this.before = before;
    this.after = after;
    this.snapshotLocations = snapshotLocations;
    this.spillSlots = spillSlots;
  }

  /** The trace that this belongs to. */
  public TraceIr ir() {
    return ir;
  }

  /**
   * The register of the result of {@code ref}. For a constant, a PHI and an ALIAS operation nothing
   * is to be emitted and this is CONSTANT, the place at the loop's head, or operand 0's register.
   */
  public int result(int ref) {
    return results[ref];
  }

  /** The register of operand {@code index} of {@code ref}, or CONSTANT if the lowering takes it. */
  public int operand(int ref, int index) {
    return operands[ref][index];
  }

  /** Scratch register {@code index} of {@code ref}: the general ones first. */
  public int scratch(int ref, int index) {
    return scratch[ref][index];
  }

  /** The moves to emit before {@code ref}, in order. */
  public List<Move> before(int ref) {
    return before.get(ref);
  }

  /** The moves to emit after {@code ref}, in order: the spill of its result. */
  public List<Move> after(int ref) {
    return after.get(ref);
  }

  /**
   * Where the values of {@code ref}'s snapshot are when its exit is taken, in the order of {@link
   * dev.taipan.optimizer.ir.Snapshot#liveValues}.
   */
  public int snapshotLocation(int ref, int liveIndex) {
    return snapshotLocations[ref][liveIndex];
  }

  /** How many spill slots are used. */
  public int spillSlots() {
    return spillSlots;
  }
}
