package dev.taipan.optimizer.alloc;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.OpFlag;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks an allocation independently of how it was made: follows what each register and spill slot
 * holds, operation by operation, and compares it with what each operation is told to read. The
 * loop's body is followed twice, the second time from the state that the back-edge leaves.
 */
public final class AllocationCheck {
  private final Allocation allocation;
  private final TraceIr ir;
  private final RegisterFile file;
  private final List<String> faults = new ArrayList<>();
  // Location to value; a location that is not here holds nothing that may be read.
  private Map<Integer, Integer> held = new HashMap<>();

  private AllocationCheck(Allocation allocation, RegisterFile file) {
    this.allocation = allocation;
    this.ir = allocation.ir();
    this.file = file;
  }

  /** What is wrong; empty if nothing is. */
  public static List<String> check(Allocation allocation, RegisterFile file) {
    AllocationCheck check = new AllocationCheck(allocation, file);
    check.follow(0);
    if (check.ir.loop() != TraceIr.NONE) {
      check.follow(check.ir.loop());
    }
    return check.faults;
  }

  private void follow(int from) {
    for (int ref = from; ref < ir.size(); ref++) {
      IrOp op = ir.op(ref);
      boolean entering = op == IrOp.LOOP && from == 0;
      if (op != IrOp.LOOP || entering) {
        moves(ref, allocation.before(ref));
      }
      switch (op) {
        case LOOP -> {
          if (entering) {
            phis(0);
          }
        }
        case JUMP_LOOP -> phis(1);
        case PHI -> {}
        default -> operation(ref, op);
      }
      moves(ref, allocation.after(ref));
    }
  }

  private void operation(int ref, IrOp op) {
    if (op.is(OpFlag.CONST)) {
      return;
    }
    OpConstraint constraint = file.constraint(ir, ref);
    for (int i = 0; i < op.arity(); i++) {
      operand(ref, i, constraint);
    }
    destroy(ref, op, constraint);
    if (op.exits()) {
      int[] live = ir.snapshot(ref).liveValues();
      for (int i = 0; i < live.length; i++) {
        holds(ref, "snapshot", allocation.snapshotLocation(ref, i), live[i]);
      }
    }
    if (op.result() != ValueKind.NONE && !op.is(OpFlag.ALIAS)) {
      held.put(allocation.result(ref), ref);
    }
  }

  private void operand(int ref, int index, OpConstraint constraint) {
    int value = ir.operand(ref, index);
    int location = allocation.operand(ref, index);
    if (location == Location.CONSTANT && !file.takesConstant(ir, ref, index)) {
      fault(ref, "operand " + index + " is in no register");
    }
    if (location != Location.CONSTANT && !Location.isRegister(location)) {
      fault(ref, "operand " + index + " is in memory");
    }
    holds(ref, "operand " + index, location, value);
    if (location >= 0 && (constraint.clobbers() & Location.bit(location)) != 0) {
      fault(ref, "operand " + index + " is destroyed");
    }
    boolean late = (constraint.lateOperands() & (1 << index)) != 0;
    IrOp op = ir.op(ref);
    boolean defines = op.result() != ValueKind.NONE && !op.is(OpFlag.ALIAS);
    if (late && defines && location == allocation.result(ref)) {
      fault(ref, "operand " + index + " is overwritten by the result");
    }
  }

  /** What the operation may overwrite before its exit is taken: scratch, clobbers, its result. */
  private void destroy(int ref, IrOp op, OpConstraint constraint) {
    int scratch = constraint.gprScratch() + constraint.fprScratch();
    for (int i = 0; i < scratch; i++) {
      int register = allocation.scratch(ref, i);
      for (int j = 0; j < op.arity(); j++) {
        if (allocation.operand(ref, j) == register) {
          fault(ref, "scratch " + i + " is operand " + j);
        }
      }
      held.remove(register);
    }
    for (long left = constraint.clobbers(); left != 0; left &= left - 1) {
      held.remove(Long.numberOfTrailingZeros(left));
    }
    if (op.result() != ValueKind.NONE && !op.is(OpFlag.ALIAS)) {
      held.remove(allocation.result(ref));
    }
  }

  private void moves(int ref, List<Move> moves) {
    for (Move move : moves) {
      if (Location.isSpill(move.from()) && Location.isSpill(move.to())) {
        fault(ref, "memory to memory: " + move);
      }
      if (move.from() == Location.CONSTANT) {
        held.put(move.to(), move.value());
      } else if (held.containsKey(move.from())) {
        held.put(move.to(), held.get(move.from()));
      } else {
        held.remove(move.to());
      }
    }
  }

  /** Renames at the loop's head: where operand {@code operand} is now, the PHI is. */
  private void phis(int operand) {
    Map<Integer, Integer> next = new HashMap<>();
    // Values of the iteration that ends are not there in the next one.
    held.forEach(
        (location, value) -> {
          if (value < ir.loop()) {
            next.put(location, value);
          }
        });
    for (int phi = ir.loop() + 1; phi < ir.phisEnd(); phi++) {
      if (isUsed(phi)) {
        holds(phi, "operand " + operand, allocation.result(phi), ir.operand(phi, operand));
        next.put(allocation.result(phi), phi);
      }
    }
    held = next;
  }

  private boolean isUsed(int phi) {
    for (int ref = ir.loop() + 1; ref < ir.size(); ref++) {
      for (int i = 0; i < ir.op(ref).arity(); i++) {
        if (ir.operand(ref, i) == phi) {
          return true;
        }
      }
      if (ir.op(ref).exits()) {
        for (int live : ir.snapshot(ref).liveValues()) {
          if (live == phi) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void holds(int ref, String what, int location, int value) {
    int wanted = ir.representative(value);
    if (location == Location.CONSTANT) {
      if (!ir.isConstant(wanted)) {
        fault(ref, what + " v" + value + " is nowhere");
      }
    } else if (!Integer.valueOf(wanted).equals(held.get(location))) {
      fault(
          ref,
          what
              + " should be v"
              + wanted
              + " but "
              + Location.toString(location)
              + " holds v"
              + held.get(location));
    }
  }

  private void fault(int ref, String what) {
    faults.add("v" + ref + " " + ir.op(ref) + ": " + what);
  }
}
