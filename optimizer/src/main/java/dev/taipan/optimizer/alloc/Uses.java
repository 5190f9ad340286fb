package dev.taipan.optimizer.alloc;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import java.util.Arrays;

/**
 * Where each value is used, in order. A use is <em>hard</em> if an operation needs the value in a
 * register, <em>soft</em> if any place will do: snapshots, PHI operands, and the end of the loop
 * for a value that lives around it. ALIAS operations count as uses of their representative.
 */
final class Uses {
  /** Later than every operation. */
  static final int NEVER = Integer.MAX_VALUE;

  private final TraceIr ir;
  private final RegisterFile file;
  private final int[] start;
  private int[] positions = new int[0];
  private boolean[] hard = new boolean[0];
  // Per use: the position of the first hard use from here on.
  private int[] nextHard = new int[0];
  // Per value: the first use that is not before the operation that is being allocated.
  private final int[] cursor;
  private final int[] last;
  private boolean counting;

  Uses(TraceIr ir, RegisterFile file) {
    this.ir = ir;
    this.file = file;
    int size = ir.size();
    start = new int[size + 1];
    last = new int[size];
    cursor = new int[size];
    counting = true;
    collect();
    fill();
  }

  private void fill() {
    int size = ir.size();
    for (int value = 0; value < size; value++) {
      start[value + 1] += start[value];
    }
    System.arraycopy(start, 0, cursor, 0, size);
    positions = new int[start[size]];
    hard = new boolean[start[size]];
    nextHard = new int[start[size]];
    counting = false;
    Arrays.fill(last, 0);
    collect();
    for (int value = 0; value < size; value++) {
      int next = NEVER;
      for (int use = start[value + 1] - 1; use >= start[value]; use--) {
        next = hard[use] ? positions[use] : next;
        nextHard[use] = next;
      }
      cursor[value] = start[value];
    }
  }

  private void collect() {
    for (int ref = 0; ref < ir.size(); ref++) {
      IrOp op = ir.op(ref);
      if (op == IrOp.LOOP) {
        phiOperands(ref, 0);
      } else if (op == IrOp.JUMP_LOOP) {
        phiOperands(ref, 1);
        aroundLoop(ref);
      } else if (op != IrOp.PHI) {
        operands(ref, op);
      }
    }
  }

  private void operands(int ref, IrOp op) {
    for (int i = 0; i < op.arity(); i++) {
      int value = ir.operand(ref, i);
      if (!(ir.isConstant(value) && file.takesConstant(ir, ref, i))) {
        use(value, ref, true);
      }
    }
    if (op.exits()) {
      for (int value : ir.snapshot(ref).liveValues()) {
        use(value, ref, false);
      }
    }
  }

  private void phiOperands(int position, int operand) {
    for (int phi = ir.loop() + 1; phi < ir.phisEnd(); phi++) {
      use(ir.operand(phi, operand), position, false);
    }
  }

  private void aroundLoop(int jump) {
    for (int value = 0; value < ir.loop(); value++) {
      if (last[value] > ir.loop()) {
        use(value, jump, false);
      }
    }
  }

  private void use(int value, int position, boolean isHard) {
    int representative = ir.representative(value);
    last[representative] = position;
    if (counting) {
      start[representative + 1]++;
    } else {
      int at = cursor[representative]++;
      positions[at] = position;
      hard[at] = isHard;
    }
  }

  /** From now on uses before {@code position} are past. */
  private int seek(int value, int position) {
    int at = cursor[value];
    while (at < start[value + 1] && positions[at] < position) {
      at++;
    }
    cursor[value] = at;
    return at;
  }

  /** The first hard use of {@code value} at or after {@code position}; positions only grow. */
  int nextHard(int value, int position) {
    int at = seek(value, position);
    return at < start[value + 1] ? nextHard[at] : NEVER;
  }

  /** The position of the last use, 0 if there is none. */
  int last(int value) {
    return last[value];
  }
}
