package dev.taipan.optimizer.testing;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.FrameState;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.Snapshot;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.ir.Verifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Random traces that the verifier accepts and that are safe to run on a {@link Sandbox}: what an
 * operation requires (a guarded divisor, a bound, a known cell) is established before it. About
 * half have a loop, which a counter ends. Two virtual frames come and go.
 */
public final class RandomTrace {
  private static final long[] NO_CELLS = {};
  private static final int CODE = 0x1000;

  final TraceIr ir = new TraceIr();
  final Random random;

  /** The addresses of the cells, or none: what is known is what slots hold. */
  final long[] cells;

  /** A calm trace has few guards that fail and small numbers: it is run far, and its loop round. */
  final boolean calm;

  private final int[] slots = new int[Ground.SLOTS];
  private final RandomOps ops;
  private int depth;
  private int pc = 0x10000;

  private RandomTrace(long seed, long[] cells) {
    this.cells = cells;
    random = new Random(seed);
    calm = random.nextBoolean();
    Arrays.fill(slots, TraceIr.NONE);
    ops = new RandomOps(this);
  }

  /** The trace of this seed. */
  public static TraceIr generate(long seed) {
    return generate(seed, NO_CELLS);
  }

  /** The trace of this seed; it may name the cells of the {@link Sandbox} that it is to run on. */
  public static TraceIr generate(long seed, long[] cells) {
    RandomTrace trace = new RandomTrace(seed, cells);
    trace.build();
    return trace.ir;
  }

  /** A trace of one iteration, which ends in CLOSE; a slot that counts makes the loop end. */
  public static TraceIr closing(long seed) {
    RandomTrace trace = new RandomTrace(seed, NO_CELLS);
    trace.buildClosing();
    return trace.ir;
  }

  private void buildClosing() {
    ops.open();
    int start = snapshot();
    int count = ir.add(IrOp.LOAD_SLOT, Ground.slot(Ground.COUNTER));
    ir.add(IrOp.GUARD_INT, count, TraceIr.NONE, TraceIr.NONE, 0, start);
    int number = ir.add(IrOp.UNBOX_INT, count, TraceIr.NONE, TraceIr.NONE, 0, TraceIr.NONE);
    int one = ir.add(IrOp.CONST_INT, 1);
    int limit = ir.add(IrOp.CONST_INT, 2 + random.nextInt(8));
    int next = ir.add(IrOp.ADD_INT, number, one, TraceIr.NONE, 0, snapshot());
    slots[Ground.COUNTER] = next;
    long less = Immediates.ofCond(Cond.LT);
    ir.add(IrOp.GUARD_CMP_INT, next, limit, TraceIr.NONE, less, snapshot());
    steps(5 + random.nextInt(50));
    depth = 0;
    ir.add(IrOp.CLOSE, TraceIr.NONE, TraceIr.NONE, TraceIr.NONE, 0, snapshot());
  }

  private void build() {
    ops.open();
    int length = 5 + random.nextInt(60);
    steps(length);
    if (random.nextBoolean()) {
      loop(length);
    } else {
      ir.add(IrOp.EXIT, TraceIr.NONE, TraceIr.NONE, TraceIr.NONE, 0, snapshot());
    }
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(12)) {
        case 0, 1 -> assignSlot();
        case 2 -> changeDepth();
        default -> ops.step();
      }
    }
  }

  private void loop(int length) {
    int zero = ir.add(IrOp.CONST_INT, 0);
    int one = ir.add(IrOp.CONST_INT, 1);
    int limit = ir.add(IrOp.CONST_INT, 2 + random.nextInt(10));
    List<Integer> carried = new ArrayList<>();
    BitSet shared = Verifier.sharedBeforeLoop(ir);
    for (int slot = 0; slot < slots.length; slot++) {
      int value = slots[slot];
      boolean mustBe = value != TraceIr.NONE && shared.get(value);
      if (value != TraceIr.NONE && (mustBe || random.nextInt(3) == 0)) {
        carried.add(slot);
      }
    }
    ir.add(IrOp.LOOP, 0);
    int counter = ir.addPhi(ValueKind.I64, zero);
    List<Integer> phis = new ArrayList<>();
    for (int slot : carried) {
      ValueKind kind = ir.kind(slots[slot]);
      phis.add(ir.addPhi(kind == ValueKind.CELL ? ValueKind.WORD : kind, slots[slot]));
    }
    ops.forgetAtLoop();
    for (int i = 0; i < phis.size(); i++) {
      slots[carried.get(i)] = phis.get(i);
      ops.learn(phis.get(i));
    }
    int next = ir.add(IrOp.ADD_INT, counter, one, TraceIr.NONE, 0, snapshot());
    ops.learn(next);
    long less = Immediates.ofCond(Cond.LT);
    ir.add(IrOp.GUARD_CMP_INT, next, limit, TraceIr.NONE, less, snapshot());
    steps(length);
    ops.guard(IrOp.POLL);
    ir.setPhiBack(counter, next);
    for (int phi : phis) {
      ir.setPhiBack(phi, ops.pick(ir.kind(phi), phi));
    }
    ir.add(IrOp.JUMP_LOOP, 0);
  }

  private void assignSlot() {
    int value = ops.pickWritable();
    if (value != TraceIr.NONE) {
      slots[random.nextInt(Ground.COUNTER)] = value;
    }
  }

  private void changeDepth() {
    depth = random.nextInt(3);
  }

  /** The state here: every assigned slot, and the virtual frames above the root frame. */
  int snapshot() {
    int[] offsets = new int[slots.length];
    int[] values = new int[slots.length];
    int n = 0;
    for (int slot = 0; slot < slots.length; slot++) {
      if (slots[slot] != TraceIr.NONE) {
        offsets[n] = Ground.slot(slot);
        values[n++] = slots[slot];
      }
    }
    pc += 8;
    List<FrameState> frames = new ArrayList<>();
    frames.add(FrameState.root(CODE, pc, Ground.slot(random.nextInt(Ground.SLOTS))));
    for (int i = 1; i <= depth; i++) {
      int base = i * Ground.FRAME_BYTES;
      int word = ops.pick(ValueKind.WORD, ops.anyWord());
      frames.add(
          new FrameState(
              CODE + i, pc + i, base, base + 96, base + Ground.FRAME_BYTES, i, word, word, word));
    }
    return ir.addSnapshot(
        new Snapshot(frames, Arrays.copyOf(offsets, n), Arrays.copyOf(values, n)));
  }
}
