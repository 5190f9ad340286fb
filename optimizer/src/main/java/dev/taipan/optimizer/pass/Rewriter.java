package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.OpFlag;
import dev.taipan.optimizer.ir.Snapshot;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.TraceAbort;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The common part of the passes: walks a trace in order and writes a new one. A subclass decides
 * for each operation what stands in its place; everything that refers to it follows.
 */
abstract class Rewriter {
  /** What {@link #rewrite} returns for an operation without a result that is left out. */
  static final int DROPPED = TraceIr.NONE;

  final TraceIr in;
  final TraceIr out = new TraceIr();
  private final int[] map;
  private final int[] snapshots;
  private final Map<Long, Integer> constants = new HashMap<>();

  Rewriter(TraceIr in) {
    this.in = in;
    map = new int[in.size()];
    snapshots = new int[in.snapshots().size()];
    Arrays.fill(map, DROPPED);
    Arrays.fill(snapshots, TraceIr.NONE);
  }

  final TraceIr run() throws TraceAbort {
    for (int ref = 0; ref < in.size(); ref++) {
      IrOp op = in.op(ref);
      if (op == IrOp.PHI) {
        map[ref] = phi(ref);
      } else if (op.is(OpFlag.CONST)) {
        map[ref] = keepsConstant(ref) ? constant(in.kind(ref), in.imm(ref)) : DROPPED;
      } else {
        map[ref] = rewrite(ref, op);
      }
    }
    if (in.loop() != TraceIr.NONE) {
      for (int phi = in.loop() + 1; phi < in.phisEnd(); phi++) {
        if (map[phi] >= 0 && out.op(map[phi]) == IrOp.PHI) {
          out.setPhiBack(map[phi], mapped(in.operand(phi, 1)));
        }
      }
    }
    return out;
  }

  /** The value in the new trace that stands for {@code ref}, or DROPPED. */
  abstract int rewrite(int ref, IrOp op) throws TraceAbort;

  /** Whether a constant is still wanted. */
  boolean keepsConstant(int ref) {
    return true;
  }

  /** What stands for a PHI. */
  int phi(int ref) {
    return out.addPhi(in.kind(ref), mapped(in.operand(ref, 0)));
  }

  /** What stands in the new trace for a value of the old one. */
  int mapped(int ref) {
    return map[ref];
  }

  /** Operand {@code index} of {@code ref} in the new trace, NONE if there is none. */
  final int operand(int ref, int index) {
    int value = in.operand(ref, index);
    return value == TraceIr.NONE ? TraceIr.NONE : mapped(value);
  }

  /** The same operation, with what now stands for its operands. */
  final int copy(int ref) {
    return add(ref, in.op(ref), operand(ref, 0), operand(ref, 1), operand(ref, 2), in.imm(ref));
  }

  /** An operation in the place of {@code ref}: with its snapshot, if it exits. */
  final int add(int ref, IrOp op, int a, int b, int c, long imm) {
    return out.add(op, a, b, c, imm, op.exits() ? snapshot(ref) : TraceIr.NONE);
  }

  /** The constant of this kind; one operation for all its uses. */
  final int constant(ValueKind kind, long bits) {
    long key = bits * 31 + kind.hashCode();
    Integer known = constants.get(key);
    if (known != null && out.kind(known) == kind && out.imm(known) == bits) {
      return known;
    }
    int made = out.add(constantOp(kind), bits);
    constants.put(key, made);
    return made;
  }

  private static IrOp constantOp(ValueKind kind) {
    return switch (kind) {
      case I64 -> IrOp.CONST_INT;
      case F64 -> IrOp.CONST_FLOAT;
      case BOOL -> IrOp.CONST_BOOL;
      case WORD -> IrOp.CONST_WORD;
      case CELL -> IrOp.CONST_CELL;
      case RAW -> IrOp.CONST_RAW;
      case NONE -> throw new IllegalArgumentException("a constant has a kind");
    };
  }

  /** What a snapshot of the new trace names for a value; an exit boxes by itself. */
  int inSnapshot(int value) {
    return mapped(value);
  }

  private int snapshot(int ref) {
    int index = in.snapshotIndex(ref);
    if (snapshots[index] == TraceIr.NONE || !sharesSnapshots()) {
      Snapshot mapped = in.snapshot(ref).map(this::inSnapshot);
      snapshots[index] = out.addSnapshot(mapped);
    }
    return snapshots[index];
  }

  /** Whether a snapshot's values stay what they are between two exits that share it. */
  boolean sharesSnapshots() {
    return true;
  }
}
