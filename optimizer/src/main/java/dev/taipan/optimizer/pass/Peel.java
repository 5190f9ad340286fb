package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.OpFlag;
import dev.taipan.optimizer.ir.Snapshot;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import java.util.Arrays;

/**
 * Makes a loop of a trace that ends where it starts. The trace is written twice: the first copy is
 * the first iteration, the second the loop's body. A slot that an iteration changes becomes a PHI,
 * unboxed if its value is; where the body loads it, it gets the PHI, boxed. The passes that follow
 * then find in the body what the first copy has done already: its guards on invariants are
 * repetitions, and the unboxing of what was just boxed cancels out. Loads of shared places are no
 * repetitions of the first copy's; they stay.
 */
final class Peel {
  /** Beyond this the second copy costs more memory than the hoisted guards are worth. */
  private static final int MAX_OPERATIONS = 4000;

  private final TraceIr in;
  private final TraceIr out = new TraceIr();
  private final Snapshot end;
  // What stands for a value of the trace, in the copy that is being written.
  private final int[] map;
  private final int[] snapshots;
  // PHI i carries slot i of the last snapshot.
  private final int[] phis;
  private boolean inBody;

  private Peel(TraceIr in) {
    this.in = in;
    end = in.snapshot(in.size() - 1);
    map = new int[in.size()];
    snapshots = new int[in.snapshots().size()];
    phis = new int[end.size()];
    Arrays.fill(snapshots, TraceIr.NONE);
  }

  static TraceIr run(TraceIr in) {
    boolean closes = in.op(in.size() - 1) == IrOp.CLOSE;
    return closes && in.size() <= MAX_OPERATIONS ? new Peel(in).peel() : in;
  }

  private TraceIr peel() {
    int last = in.size() - 1;
    for (int ref = 0; ref < last; ref++) {
      map[ref] = copy(ref);
    }
    head();
    for (int ref = 0; ref < last; ref++) {
      if (!in.isConstant(ref)) {
        map[ref] = in.op(ref) == IrOp.LOAD_SLOT ? slot(ref) : copy(ref);
      }
    }
    for (int i = 0; i < phis.length; i++) {
      out.setPhiBack(phis[i], map[end.value(i)]);
    }
    out.add(IrOp.JUMP_LOOP, 0);
    return out;
  }

  private void head() {
    out.add(IrOp.LOOP, 0);
    for (int i = 0; i < phis.length; i++) {
      int value = map[end.value(i)];
      ValueKind kind = out.kind(value);
      phis[i] = out.addPhi(kind == ValueKind.CELL ? ValueKind.WORD : kind, value);
    }
    Arrays.fill(snapshots, TraceIr.NONE);
    inBody = true;
  }

  /** What the body finds in a frame slot: the PHI, or what was there when the trace began. */
  private int slot(int ref) {
    int phi = phiOf((int) in.imm(ref));
    if (phi == TraceIr.NONE) {
      return map[ref];
    }
    return switch (out.kind(phi)) {
      case I64 -> box(IrOp.BOX_INT, phi);
      case F64 -> box(IrOp.BOX_FLOAT, phi);
      case BOOL -> box(IrOp.BOX_BOOL, phi);
      case WORD, CELL, RAW, NONE -> phi;
    };
  }

  private int phiOf(int offset) {
    for (int i = 0; i < phis.length; i++) {
      if (end.offset(i) == offset) {
        return phis[i];
      }
    }
    return TraceIr.NONE;
  }

  private int box(IrOp op, int phi) {
    return out.add(op, phi, TraceIr.NONE, TraceIr.NONE, 0, TraceIr.NONE);
  }

  private int copy(int ref) {
    IrOp op = in.op(ref);
    int snapshot = op.is(OpFlag.EXITS) ? snapshot(in.snapshotIndex(ref)) : TraceIr.NONE;
    return out.add(op, operand(ref, 0), operand(ref, 1), operand(ref, 2), in.imm(ref), snapshot);
  }

  private int operand(int ref, int index) {
    int value = in.operand(ref, index);
    return value == TraceIr.NONE ? TraceIr.NONE : map[value];
  }

  private int snapshot(int index) {
    if (snapshots[index] == TraceIr.NONE) {
      Snapshot mapped = in.snapshots().get(index).map(value -> map[value]);
      snapshots[index] = out.addSnapshot(inBody ? withCarried(mapped) : mapped);
    }
    return snapshots[index];
  }

  /**
   * In the body a slot that the iteration has not changed yet is not what memory holds, if an
   * earlier iteration has: the PHI has to be written.
   */
  private Snapshot withCarried(Snapshot snapshot) {
    int size = snapshot.size();
    int[] offsets = new int[size + phis.length];
    int[] values = new int[size + phis.length];
    int n = 0;
    for (; n < size; n++) {
      offsets[n] = snapshot.offset(n);
      values[n] = snapshot.value(n);
    }
    for (int i = 0; i < phis.length; i++) {
      if (snapshot.valueAt(end.offset(i), TraceIr.NONE) == TraceIr.NONE) {
        offsets[n] = end.offset(i);
        values[n++] = phis[i];
      }
    }
    return new Snapshot(snapshot.frames(), Arrays.copyOf(offsets, n), Arrays.copyOf(values, n));
  }
}
