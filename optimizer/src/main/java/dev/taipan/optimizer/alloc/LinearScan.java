package dev.taipan.optimizer.alloc;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.OpFlag;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.TraceAbort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Assigns registers in one walk over the trace. Since a trace is a straight line the next use of
 * every value is known, and when registers run out the value whose next use is farthest gives way.
 *
 * <p>A value that gives way is stored once, directly after its definition, so that from there on
 * its spill slot is always right: giving way costs nothing at that point, an exit may take the
 * value from either place, and no store lands in a loop for a value from before it. Constants have
 * no slot; they are made again. ALIAS operations share their operand's place.
 *
 * <p>At the loop's head values without a register use in the loop leave their registers, then PHIs
 * get places. The back-edge restores exactly that state with parallel moves.
 */
public final class LinearScan {
  private final TraceIr ir;
  private final RegisterFile file;
  private final Uses uses;
  private final RegisterState state;
  private final BitSet spilled = new BitSet();
  private final int[] results;
  private final int[] phiHints;
  private final int[][] operands;
  private final int[][] scratch;
  private final int[][] snapshotLocations;
  private final List<List<Move>> before;
  private final List<List<Move>> after;
  // The values that live around the loop in a register, and in which one; PHIs are not among them.
  private final List<Integer> aroundLoop = new ArrayList<>();
  private final int[] homes;

  private LinearScan(TraceIr ir, RegisterFile file) {
    this.ir = ir;
    this.file = file;
    int size = ir.size();
    uses = new Uses(ir, file);
    state = new RegisterState(size);
    results = new int[size];
    phiHints = new int[size];
    homes = new int[size];
    operands = new int[size][];
    scratch = new int[size][];
    snapshotLocations = new int[size][];
    before = new ArrayList<>(Collections.nCopies(size, List.of()));
    after = new ArrayList<>(Collections.nCopies(size, List.of()));
  }

  /** The allocation of {@code ir}, which is verified, to the registers of {@code file}. */
  public static Allocation allocate(TraceIr ir, RegisterFile file) throws TraceAbort {
    LinearScan scan = new LinearScan(ir, file);
    Arrays.fill(scan.phiHints, -1);
    Arrays.fill(scan.homes, -1);
    for (int ref = 0; ref < ir.size(); ref++) {
      scan.allocate(ref);
    }
    return scan.finish();
  }

  private void allocate(int ref) throws TraceAbort {
    IrOp op = ir.op(ref);
    switch (op) {
      case LOOP -> loopHead(ref);
      case JUMP_LOOP -> backEdge(ref);
      case PHI -> {}
      default -> {
        if (op.is(OpFlag.CONST)) {
          results[ref] = Location.CONSTANT;
        } else {
          operation(ref, op);
        }
      }
    }
  }

  // ---- one operation

  private void operation(int ref, IrOp op) throws TraceAbort {
    OpConstraint constraint = file.constraint(ir, ref);
    clear(ref, constraint.clobbers());
    long pinned = constraint.clobbers() | operands(ref, op, constraint.clobbers());
    scratch(ref, constraint, pinned);
    if (op.is(OpFlag.ALIAS)) {
      results[ref] = operands[ref][0];
    } else if (op.result() != ValueKind.NONE) {
      result(ref, op, constraint, pinned & ~constraint.clobbers());
    }
    if (op.exits()) {
      snapshotLocations(ref);
    }
    releaseDead(ref, op);
    boolean isDefined = op.result() != ValueKind.NONE && !op.is(OpFlag.ALIAS);
    if (isDefined && uses.last(ref) > ref) {
      state.bind(ref, results[ref]);
    }
  }

  /** Empties the registers that the operation destroys. */
  private void clear(int ref, long clobbers) {
    for (long left = clobbers & state.occupied(); left != 0; left &= left - 1) {
      int register = Long.numberOfTrailingZeros(left);
      int value = state.valueIn(register);
      long free = registers(value) & ~state.occupied() & ~clobbers;
      if (free != 0 && uses.nextHard(value, ref) != Uses.NEVER) {
        int to = Long.numberOfTrailingZeros(free);
        state.release(value);
        state.bind(value, to);
        emit(before, ref, new Move(register, to, value));
      } else {
        evict(value);
      }
    }
  }

  /** Brings the operands into registers; the set of those registers. */
  private long operands(int ref, IrOp op, long avoid) throws TraceAbort {
    int arity = op.arity();
    operands[ref] = new int[arity];
    long pinned = avoid;
    for (int i = 0; i < arity; i++) {
      int register = state.registerOf(ir.representative(ir.operand(ref, i)));
      if (register >= 0 && !isTaken(ref, i)) {
        pinned |= Location.bit(register);
      }
    }
    for (int i = 0; i < arity; i++) {
      if (isTaken(ref, i)) {
        operands[ref][i] = Location.CONSTANT;
        continue;
      }
      int value = ir.representative(ir.operand(ref, i));
      if (!state.isInRegister(value)) {
        int register = take(ref, registers(value), pinned);
        emit(before, ref, new Move(memoryOf(value), register, value));
        state.bind(value, register);
        pinned |= Location.bit(register);
      }
      operands[ref][i] = state.registerOf(value);
    }
    return pinned & ~avoid;
  }

  private boolean isTaken(int ref, int index) {
    return ir.isConstant(ir.operand(ref, index)) && file.takesConstant(ir, ref, index);
  }

  private void scratch(int ref, OpConstraint constraint, long pinned) throws TraceAbort {
    int gprs = constraint.gprScratch();
    int count = gprs + constraint.fprScratch();
    scratch[ref] = new int[count];
    long taken = pinned;
    for (int i = 0; i < count; i++) {
      int register = take(ref, i < gprs ? file.gprs() : file.fprs(), taken);
      scratch[ref][i] = register;
      taken |= Location.bit(register);
    }
  }

  private void result(int ref, IrOp op, OpConstraint constraint, long operandRegisters)
      throws TraceAbort {
    long avoid = 0;
    for (int register : scratch[ref]) {
      avoid |= Location.bit(register);
    }
    long mine = registers(ref);
    long reusable = dying(ref, op, constraint) & mine & ~avoid;
    long free = mine & ~state.occupied() & ~avoid;
    long possible = free | reusable;
    if (contains(possible, constraint.resultHint())) {
      results[ref] = constraint.resultHint();
    } else if (contains(possible, phiHints[ref])) {
      results[ref] = phiHints[ref];
    } else if (constraint.twoAddress() && op.arity() > 0 && contains(reusable, operands[ref][0])) {
      results[ref] = operands[ref][0];
    } else if (possible != 0) {
      results[ref] = Long.numberOfTrailingZeros(free != 0 ? free : reusable);
    } else {
      results[ref] = take(ref, mine, avoid | operandRegisters);
    }
  }

  /** The operand registers that the result may share: read before it is written, not used again. */
  private long dying(int ref, IrOp op, OpConstraint constraint) {
    long dying = 0;
    long kept = 0;
    for (int i = 0; i < op.arity(); i++) {
      int register = operands[ref][i];
      if (register < 0) {
        continue;
      }
      int value = state.valueIn(register);
      boolean late = (constraint.lateOperands() & (1 << i)) != 0;
      if (late || uses.last(value) > ref || (op.exits() && isInSnapshot(ref, value))) {
        kept |= Location.bit(register);
      } else {
        dying |= Location.bit(register);
      }
    }
    return dying & ~kept;
  }

  private boolean isInSnapshot(int ref, int value) {
    for (int live : ir.snapshot(ref).liveValues()) {
      if (ir.representative(live) == value) {
        return true;
      }
    }
    return false;
  }

  private void snapshotLocations(int ref) {
    int[] live = ir.snapshot(ref).liveValues();
    int[] locations = new int[live.length];
    for (int i = 0; i < live.length; i++) {
      locations[i] = locationOf(ir.representative(live[i]));
    }
    snapshotLocations[ref] = locations;
  }

  private void releaseDead(int ref, IrOp op) {
    for (int i = 0; i < op.arity(); i++) {
      releaseIfDead(ref, ir.representative(ir.operand(ref, i)));
    }
    if (op.exits()) {
      for (int live : ir.snapshot(ref).liveValues()) {
        releaseIfDead(ref, ir.representative(live));
      }
    }
  }

  private void releaseIfDead(int ref, int value) {
    if (uses.last(value) <= ref) {
      state.release(value);
    }
  }

  // ---- the loop

  private void loopHead(int loop) {
    int end = ir.phisEnd();
    int[] sources = new int[end - loop];
    for (int phi = loop + 1; phi < end; phi++) {
      sources[phi - loop] = locationOf(ir.representative(ir.operand(phi, 0)));
    }
    for (long left = state.occupied(); left != 0; left &= left - 1) {
      int value = state.valueIn(Long.numberOfTrailingZeros(left));
      if (uses.last(value) <= loop) {
        state.release(value);
      } else if (uses.nextHard(value, loop + 1) == Uses.NEVER) {
        evict(value);
      }
    }
    for (int phi = loop + 1; phi < end; phi++) {
      if (uses.last(phi) > 0) {
        placePhi(phi, sources[phi - loop]);
      }
    }
    ParallelMoves moves = new ParallelMoves(file);
    for (int phi = loop + 1; phi < end; phi++) {
      if (uses.last(phi) > 0) {
        moves.add(sources[phi - loop], results[phi], ir.representative(ir.operand(phi, 0)));
      }
    }
    before.set(loop, moves.resolve());
    for (long left = state.occupied(); left != 0; left &= left - 1) {
      int register = Long.numberOfTrailingZeros(left);
      int value = state.valueIn(register);
      if (ir.op(value) != IrOp.PHI) {
        aroundLoop.add(value);
        homes[value] = register;
      }
    }
  }

  /** A register if there is one or if the PHI is used sooner than what is in one; else its slot. */
  private void placePhi(int phi, int source) {
    long mine = registers(phi);
    long free = mine & ~state.occupied();
    int register;
    if (contains(free, source)) {
      register = source;
    } else if (free != 0) {
      register = Long.numberOfTrailingZeros(free);
    } else {
      register = farthest(mine, phi);
      if (register < 0
          || uses.nextHard(phi, phi) >= uses.nextHard(state.valueIn(register), phi)
          || ir.op(state.valueIn(register)) == IrOp.PHI) {
        spilled.set(phi);
        results[phi] = Location.spill(phi);
        return;
      }
      evict(state.valueIn(register));
    }
    results[phi] = register;
    state.bind(phi, register);
    int back = ir.representative(ir.operand(phi, 1));
    if (back > phi) {
      phiHints[back] = register;
    }
  }

  private void backEdge(int jump) {
    ParallelMoves moves = new ParallelMoves(file);
    for (int phi = ir.loop() + 1; phi < ir.phisEnd(); phi++) {
      if (uses.last(phi) > 0) {
        int back = ir.representative(ir.operand(phi, 1));
        moves.add(locationOf(back), results[phi], back);
      }
    }
    for (int value : aroundLoop) {
      moves.add(locationOf(value), homes[value], value);
    }
    before.set(jump, moves.resolve());
  }

  // ---- registers

  private long registers(int value) {
    return ir.kind(value).isFloat() ? file.fprs() : file.gprs();
  }

  /** A register of {@code set} outside {@code avoid}, emptied if need be. */
  private int take(int ref, long set, long avoid) throws TraceAbort {
    long possible = set & ~avoid;
    long free = possible & ~state.occupied();
    if (free != 0) {
      return Long.numberOfTrailingZeros(free);
    }
    int register = farthest(possible, ref);
    if (register < 0) {
      throw new TraceAbort(AbortReason.NO_REGISTER, ir.op(ref).name());
    }
    evict(state.valueIn(register));
    return register;
  }

  /** The register of {@code set} whose value is needed last; negative if the set is empty. */
  private int farthest(long set, int position) {
    int found = -1;
    int distance = -1;
    for (long left = set; left != 0; left &= left - 1) {
      int register = Long.numberOfTrailingZeros(left);
      int value = state.valueIn(register);
      int next = uses.nextHard(value, position);
      if (next == Uses.NEVER && homes[value] >= 0) {
        next = ir.size() - 1; // the back-edge will want it again
      }
      if (next > distance) {
        distance = next;
        found = register;
      }
    }
    return found;
  }

  private void evict(int value) {
    state.release(value);
    locationOf(value);
  }

  /** Where {@code value} is now; a value that is in no register has to have a slot. */
  private int locationOf(int value) {
    return state.isInRegister(value) ? state.registerOf(value) : memoryOf(value);
  }

  private int memoryOf(int value) {
    if (ir.isConstant(value)) {
      return Location.CONSTANT;
    }
    spilled.set(value);
    // Named by value for now; finish() puts in the slot's number.
    return Location.spill(value);
  }

  private static boolean contains(long set, int register) {
    return register >= 0 && register < Long.SIZE && (set & Location.bit(register)) != 0;
  }

  private static void emit(List<List<Move>> where, int ref, Move move) {
    if (where.get(ref).isEmpty()) {
      where.set(ref, new ArrayList<>());
    }
    where.get(ref).add(move);
  }

  // ---- slots

  private Allocation finish() throws TraceAbort {
    for (int value = spilled.nextSetBit(0); value >= 0; value = spilled.nextSetBit(value + 1)) {
      if (!Location.isSpill(results[value])) {
        int at = ir.op(value) == IrOp.PHI ? ir.loop() : value;
        emit(after, at, new Move(results[value], Location.spill(value), value));
      }
    }
    SpillSlots slots = new SpillSlots(ir, uses, spilled, file.spillSlots());
    for (int ref = 0; ref < ir.size(); ref++) {
      results[ref] = numbered(results[ref], slots);
      before.set(ref, numbered(before.get(ref), slots));
      after.set(ref, numbered(after.get(ref), slots));
      int[] locations = snapshotLocations[ref];
      for (int i = 0; locations != null && i < locations.length; i++) {
        locations[i] = numbered(locations[i], slots);
      }
    }
    return new Allocation(
        ir, results, operands, scratch, before, after, snapshotLocations, slots.used());
  }

  private static List<Move> numbered(List<Move> moves, SpillSlots slots) {
    return moves.stream()
        .map(
            move ->
                new Move(numbered(move.from(), slots), numbered(move.to(), slots), move.value()))
        .filter(move -> move.from() != move.to())
        .toList();
  }

  private static int numbered(int location, SpillSlots slots) {
    return Location.isSpill(location)
        ? Location.spill(slots.of(Location.index(location)))
        : location;
  }
}
