package dev.taipan.optimizer.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Checks a trace's form. Tests run it after every pass; the compile queue runs it under {@code -X
 * check}. It returns the faults instead of throwing: a bad trace is discarded with a reason, it is
 * never an error in user code.
 */
public final class Verifier {
  /** Shape ids from here on can be left by a cell; the native kinds below cannot. */
  private static final int FIRST_SHAPE_ID = 256;

  private final TraceIr ir;
  private final List<String> faults = new ArrayList<>();
  private final BitSet shared;
  private int lastPoll = TraceIr.NONE;

  private Verifier(TraceIr ir) {
    this.ir = ir;
    shared = sharedBeforeLoop(ir);
  }

  /** What is wrong with {@code ir}; empty if nothing is. */
  public static List<String> check(TraceIr ir) {
    Verifier verifier = new Verifier(ir);
    verifier.structure();
    for (int ref = 0; ref < ir.size(); ref++) {
      verifier.operation(ref);
    }
    verifier.phis();
    return verifier.faults;
  }

  private void fault(int ref, String what) {
    faults.add("v" + ref + " " + ir.op(ref) + ": " + what);
  }

  private void structure() {
    if (ir.size() == 0) {
      faults.add("empty trace");
      return;
    }
    IrOp wanted = ir.loop() == TraceIr.NONE ? IrOp.EXIT : IrOp.JUMP_LOOP;
    for (int ref = 0; ref < ir.size(); ref++) {
      IrOp op = ir.op(ref);
      boolean ends = op == IrOp.EXIT || op == IrOp.CLOSE || op == IrOp.JUMP_LOOP;
      boolean right = op == wanted || (op == IrOp.CLOSE && wanted == IrOp.EXIT);
      if (ends != (ref == ir.size() - 1) || (ends && !right)) {
        fault(ref, "the trace ends with one " + wanted);
      }
      if (op == IrOp.LOOP && ref != ir.loop()) {
        fault(ref, "second loop");
      }
      boolean inHeader = ir.loop() != TraceIr.NONE && ref > ir.loop() && ref < ir.phisEnd();
      if (op == IrOp.PHI && !inHeader) {
        fault(ref, "PHIs follow LOOP");
      }
    }
  }

  private void operation(int ref) {
    IrOp op = ir.op(ref);
    if (op == IrOp.PHI) {
      if (defined(ref, ir.operand(ref, 0))) {
        carried(ref, ir.operand(ref, 0));
      }
    } else {
      operands(ref, op);
    }
    order(ref, op);
    if (op.exits()) {
      snapshot(ref);
    }
    if (op == IrOp.POLL || op == IrOp.LOOP) {
      lastPoll = ref;
    }
  }

  private void operands(int ref, IrOp op) {
    for (int i = 0; i < op.arity(); i++) {
      int value = ir.operand(ref, i);
      if (!defined(ref, value)) {
        continue;
      }
      ValueKind kind = ir.kind(value);
      if (!op.operand(i).accepts(kind)) {
        fault(ref, "operand " + i + " is " + kind);
      }
      // A collection or another thread's retirement may free or move what a RAW value points to
      // at a poll; LOOP stands for the poll of the iteration before.
      if (kind == ValueKind.RAW && value < lastPoll && !ir.isConstant(value)) {
        fault(ref, "RAW v" + value + " lives across a poll");
      }
      loopInvariant(ref, value);
    }
  }

  /** Another thread's write must become visible: no load of a shared place leaves the loop. */
  private void loopInvariant(int ref, int value) {
    if (ir.loop() != TraceIr.NONE && ref >= ir.phisEnd() && shared.get(value)) {
      fault(ref, "v" + value + " comes from a shared load before the loop");
    }
  }

  /**
   * The values from before the loop that come from a shared load, directly or by operations on it.
   * The loop gets them through PHIs only: a use of one in the body would be a load that has left
   * it.
   */
  public static BitSet sharedBeforeLoop(TraceIr ir) {
    BitSet shared = new BitSet();
    int end = ir.loop() == TraceIr.NONE ? ir.size() : ir.loop();
    for (int ref = 0; ref < end; ref++) {
      boolean derived = isSharedLoad(ir, ref);
      for (int i = 0; i < ir.op(ref).arity() && !derived; i++) {
        int value = ir.operand(ref, i);
        derived = value >= 0 && shared.get(value);
      }
      shared.set(ref, derived);
    }
    return shared;
  }

  /** Whether a cell with this shape id has it for as long as it lives: the native kinds. */
  public static boolean isStableId(long id) {
    return id < FIRST_SHAPE_ID;
  }

  /** Whether {@code ref} reads a place that another thread may change while its cell lives. */
  public static boolean isSharedLoad(TraceIr ir, int ref) {
    IrOp op = ir.op(ref);
    if (!op.is(OpFlag.LOADS)) {
      return false;
    }
    return op == IrOp.GUARD_CELL_ID
        ? !isStableId(ir.imm(ref))
        : ir.order(ref) != MemoryOrder.STABLE;
  }

  private boolean defined(int ref, int value) {
    if (value < 0 || value >= ref || ir.kind(value) == ValueKind.NONE) {
      fault(ref, "v" + value + " is not defined here");
      return false;
    }
    return true;
  }

  private void carried(int phi, int value) {
    if (!ir.kind(phi).accepts(ir.kind(value))) {
      fault(phi, "v" + value + " is " + ir.kind(value));
    }
  }

  private void order(int ref, IrOp op) {
    if (op.imm() != ImmKind.ADDRESS) {
      return;
    }
    MemoryOrder order = ir.order(ref);
    boolean right =
        switch (order) {
          case PLAIN, OPAQUE -> true;
          case STABLE, ACQUIRE -> op.is(OpFlag.LOADS);
          case RELEASE -> op.is(OpFlag.STORES);
        };
    if (!right) {
      fault(ref, "has order " + order);
    }
  }

  private void snapshot(int ref) {
    int index = ir.snapshotIndex(ref);
    if (index < 0 || index >= ir.snapshots().size()) {
      fault(ref, "has no snapshot");
      return;
    }
    Snapshot snapshot = ir.snapshot(ref);
    for (int value : snapshot.liveValues()) {
      if (!defined(ref, value)) {
        continue;
      }
      loopInvariant(ref, value);
      if (!ir.kind(value).isWritable()) {
        fault(ref, "snapshot names v" + value + " of kind " + ir.kind(value));
      }
    }
    for (int i = 0; i < snapshot.frames().size(); i++) {
      if (snapshot.frames().get(i).isBuilt() != i > 0) {
        fault(ref, "the root frame alone is already built");
      }
    }
  }

  private void phis() {
    if (ir.loop() == TraceIr.NONE) {
      return;
    }
    for (int phi = ir.loop() + 1; phi < ir.phisEnd(); phi++) {
      int back = ir.operand(phi, 1);
      if (back < 0 || back >= ir.size() || ir.kind(back) == ValueKind.NONE) {
        fault(phi, "has no back-edge value");
      } else {
        carried(phi, back);
      }
    }
  }
}
