package dev.taipan.optimizer.testing;

import dev.taipan.optimizer.ir.Boxing;
import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.MemoryOrder;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.ir.Verifier;
import dev.taipan.vm.thread.ThreadLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Adds random operations to a {@link RandomTrace} and keeps what later ones may use, by kind. */
final class RandomOps {
  private static final IrOp[] INT_OPS = {
    IrOp.ADD_INT, IrOp.SUB_INT, IrOp.MUL_INT, IrOp.AND_INT, IrOp.OR_INT, IrOp.XOR_INT
  };
  private static final IrOp[] FLOAT_OPS = {
    IrOp.ADD_FLOAT, IrOp.SUB_FLOAT, IrOp.MUL_FLOAT, IrOp.DIV_FLOAT
  };
  private static final IrOp[] WRAP_OPS = {IrOp.ADD_WRAP, IrOp.SUB_WRAP, IrOp.MUL_WRAP};
  private static final ValueKind[] WRITABLE = {
    ValueKind.I64, ValueKind.F64, ValueKind.BOOL, ValueKind.WORD, ValueKind.CELL
  };
  private static final Cond[] CONDS = Cond.values();
  private static final int NONE = TraceIr.NONE;

  /** In a calm trace one in this many of the guards that may well fail. */
  private static final int CALM_BRANCHES = 16;

  private final TraceIr ir;
  private final Random random;
  private final RandomTrace trace;
  private final Map<ValueKind, List<Integer>> values = new EnumMap<>(ValueKind.class);
  // The slots that the trace has loaded as cells: what is known of their layout.
  private final List<Integer> cells = new ArrayList<>();
  private final Map<Integer, Integer> bounds = new HashMap<>();

  RandomOps(RandomTrace trace) {
    this.trace = trace;
    ir = trace.ir;
    random = trace.random;
    for (ValueKind kind : ValueKind.values()) {
      values.put(kind, new ArrayList<>());
    }
  }

  /** Loads a few values of each kind, so that later operations find operands. */
  void open() {
    constants();
    for (int i = 0; i < 3; i++) {
      loadInt();
      loadFloat();
      loadCell();
    }
    unbox(Ground.BOOLS, IrOp.GUARD_BOOL, IrOp.UNBOX_BOOL);
  }

  /** One random operation, with what it requires. */
  void step() {
    switch (random.nextInt(22)) {
      case 0 -> loadInt();
      case 1 -> loadFloat();
      case 2 -> loadCell();
      case 3 -> constants();
      case 4, 5, 6 -> exiting(INT_OPS[random.nextInt(INT_OPS.length)], ValueKind.I64);
      case 7, 8 -> plain(FLOAT_OPS[random.nextInt(FLOAT_OPS.length)], ValueKind.F64, 2);
      case 9 -> wrap();
      case 10 -> divide();
      case 11 -> shift();
      case 12 -> unary();
      case 13 -> compare();
      case 14 -> box();
      case 15 -> unlessCalm(this::branch);
      case 16 -> readCell();
      case 17 -> writeCell();
      case 18 -> indexed();
      case 19 -> unlessCalm(this::guardAny);
      case 20 -> rawField();
      default -> rare();
    }
  }

  private void unlessCalm(Runnable operation) {
    if (!trace.calm || random.nextInt(CALM_BRANCHES) == 0) {
      operation.run();
    }
  }

  private void rare() {
    int choice = random.nextInt(8);
    if (choice > 5) {
      allocate();
    } else if (choice > 3) {
      changeList();
    } else if (choice == 0) {
      guard(IrOp.POLL);
    } else if (choice == 1) {
      ir.add(IrOp.COUNT, ThreadLayout.TRACE_ITERATIONS);
    } else {
      ir.add(IrOp.GUARD_STACK, NONE, NONE, NONE, 3L * Ground.FRAME_BYTES, trace.snapshot());
    }
  }

  /** A new cell, with something in each of its words. */
  private void allocate() {
    int id = random.nextInt(3) == 0 ? 40_000_000 : 10;
    long cell = Immediates.ofCell(id, Ground.NEW_BYTES);
    int made = add(IrOp.NEW_CELL, NONE, NONE, cell, trace.snapshot());
    for (int at = 8; at < Ground.NEW_BYTES; at += 8) {
      long place = Immediates.ofAddress(at, MemoryOrder.PLAIN);
      add(IrOp.STORE_WORD, made, pick(ValueKind.WORD, NONE), place, NONE);
    }
  }

  /** The cells are laid out like lists; a short one or a full one makes the change exit. */
  private void changeList() {
    int cell = pickCell();
    int word = pick(ValueKind.WORD, NONE);
    if (random.nextBoolean()) {
      ir.add(IrOp.LIST_APPEND, cell, word, NONE, 0, trace.snapshot());
      return;
    }
    int mask = ir.add(IrOp.CONST_INT, 7);
    int index = ir.add(IrOp.AND_INT, pick(ValueKind.I64, NONE), mask, NONE, 0, NONE);
    ir.add(IrOp.LIST_STORE, cell, index, word, 0, trace.snapshot());
  }

  /** Adds an operation without operands that exits. */
  void guard(IrOp op) {
    ir.add(op, NONE, NONE, NONE, 0, trace.snapshot());
    if (op == IrOp.POLL) {
      values.get(ValueKind.RAW).clear();
      bounds.clear();
    }
  }

  /** What was loaded from shared memory before the loop may not be used in it. */
  void forgetAtLoop() {
    values.get(ValueKind.RAW).clear();
    bounds.clear();
    BitSet shared = Verifier.sharedBeforeLoop(ir);
    for (List<Integer> list : values.values()) {
      list.removeIf(shared::get);
    }
    cells.removeIf(shared::get);
  }

  void learn(int value) {
    values.get(ir.kind(value)).add(value);
  }

  int anyWord() {
    return pick(ValueKind.WORD, NONE);
  }

  /** A random value of this kind, the newer the likelier; {@code otherwise} if there is none. */
  int pick(ValueKind kind, int otherwise) {
    List<Integer> list = values.get(kind);
    if (list.isEmpty()) {
      return otherwise;
    }
    int n = list.size();
    return list.get(
        random.nextInt(4) == 0 ? random.nextInt(n) : n - 1 - random.nextInt(Math.min(n, 4)));
  }

  int pickWritable() {
    ValueKind kind = WRITABLE[random.nextInt(WRITABLE.length)];
    return pick(kind, NONE);
  }

  private int add(IrOp op, int a, int b, long imm, int snapshot) {
    int ref = ir.add(op, a, b, NONE, imm, snapshot);
    if (op.result() != ValueKind.NONE) {
      learn(ref);
    }
    return ref;
  }

  private void constants() {
    long payload = random.nextLong() >> (15 + random.nextInt(48));
    add(IrOp.CONST_INT, NONE, NONE, payload, NONE);
    double number =
        random.nextInt(6) == 0 ? Math.scalb(random.nextGaussian(), 1000) : payload / 8.0;
    add(IrOp.CONST_FLOAT, NONE, NONE, Double.doubleToRawLongBits(number), NONE);
    add(IrOp.CONST_WORD, NONE, NONE, Boxing.box(ValueKind.I64, payload), NONE);
    add(IrOp.CONST_BOOL, NONE, NONE, payload & 1, NONE);
  }

  private void loadInt() {
    unbox(Ground.INTS + random.nextInt(6), IrOp.GUARD_INT, IrOp.UNBOX_INT);
  }

  private void loadFloat() {
    unbox(Ground.FLOATS + random.nextInt(4), IrOp.GUARD_FLOAT, IrOp.UNBOX_FLOAT);
  }

  private void unbox(int slot, IrOp guard, IrOp unbox) {
    int word = add(IrOp.LOAD_SLOT, NONE, NONE, Ground.slot(slot), NONE);
    add(guard, word, NONE, 0, trace.snapshot());
    add(unbox, word, NONE, 0, NONE);
  }

  private void loadCell() {
    int index = random.nextInt(3);
    if (trace.cells.length > 0 && random.nextInt(4) == 0) {
      cells.add(add(IrOp.CONST_CELL, NONE, NONE, trace.cells[index], NONE));
      return;
    }
    int word = add(IrOp.LOAD_SLOT, NONE, NONE, Ground.slot(Ground.CELLS + index), NONE);
    long id = !trace.calm && random.nextInt(20) == 0 ? 7 : Ground.CELL_IDS[index];
    cells.add(add(IrOp.GUARD_CELL_ID, word, NONE, id, trace.snapshot()));
    if (random.nextInt(4) == 0) {
      add(IrOp.AS_CELL, word, NONE, 0, NONE);
    }
  }

  private int pickCell() {
    if (cells.isEmpty()) {
      loadCell();
    }
    return cells.get(random.nextInt(cells.size()));
  }

  private void exiting(IrOp op, ValueKind kind) {
    int left = operand(kind);
    int right = operand(kind);
    int snapshot = op.exits() ? trace.snapshot() : NONE;
    add(op, left, right, 0, snapshot);
  }

  /** Any value; in a calm trace an int that can't overflow with another one. */
  private int operand(ValueKind kind) {
    int value = pick(kind, NONE);
    if (!trace.calm || kind != ValueKind.I64) {
      return value;
    }
    int mask = ir.add(IrOp.CONST_INT, 0xFFFF);
    return ir.add(IrOp.AND_INT, value, mask, NONE, 0, NONE);
  }

  private void plain(IrOp op, ValueKind kind, int arity) {
    add(op, pick(kind, NONE), arity == 2 ? pick(kind, NONE) : NONE, 0, NONE);
  }

  /** Wrapping arithmetic, brought back into 49 bits. */
  private void wrap() {
    IrOp op = WRAP_OPS[random.nextInt(WRAP_OPS.length)];
    int wide = ir.add(op, pick(ValueKind.I64, NONE), pick(ValueKind.I64, NONE), NONE, 0, NONE);
    int mask = ir.add(IrOp.CONST_INT, random.nextBoolean() ? 0xFFFF_FFFFL : 0xFF);
    add(IrOp.AND_INT, wide, mask, 0, NONE);
  }

  private void divide() {
    int divisor = pick(ValueKind.I64, NONE);
    if (trace.calm) {
      int one = ir.add(IrOp.CONST_INT, 1);
      divisor = add(IrOp.OR_INT, divisor, one, 0, NONE);
    } else if (random.nextInt(4) == 0) {
      divisor = ir.add(IrOp.CONST_INT, 1L << random.nextInt(48));
    }
    add(IrOp.GUARD_NONZERO, divisor, NONE, 0, trace.snapshot());
    IrOp op = random.nextBoolean() ? IrOp.MOD_INT : IrOp.FLOORDIV_INT;
    add(op, pick(ValueKind.I64, NONE), divisor, 0, op.exits() ? trace.snapshot() : NONE);
  }

  private void shift() {
    IrOp op = random.nextBoolean() ? IrOp.SHL_INT : IrOp.SHR_INT;
    int mask = ir.add(IrOp.CONST_INT, op == IrOp.SHL_INT ? 15 : 63);
    int count = ir.add(IrOp.AND_INT, pick(ValueKind.I64, NONE), mask, NONE, 0, NONE);
    if (random.nextInt(3) == 0) {
      count = ir.add(IrOp.CONST_INT, random.nextInt(op == IrOp.SHL_INT ? 49 : 64));
    }
    add(op, operand(ValueKind.I64), count, 0, op.exits() ? trace.snapshot() : NONE);
  }

  private void unary() {
    switch (random.nextInt(6)) {
      case 0 -> plain(IrOp.NEG_FLOAT, ValueKind.F64, 1);
      case 1 -> plain(IrOp.SQRT_FLOAT, ValueKind.F64, 1);
      case 2 -> plain(IrOp.INT_TO_FLOAT, ValueKind.I64, 1);
      case 3 -> plain(IrOp.BOOL_TO_INT, ValueKind.BOOL, 1);
      case 4 -> plain(IrOp.NOT_BOOL, ValueKind.BOOL, 1);
      default -> add(IrOp.NEG_INT, operand(ValueKind.I64), NONE, 0, trace.snapshot());
    }
  }

  private Cond cond() {
    return CONDS[random.nextInt(CONDS.length)];
  }

  private Cond identity() {
    return random.nextBoolean() ? Cond.EQ : Cond.NE;
  }

  private void compare() {
    switch (random.nextInt(4)) {
      case 0 -> compare(IrOp.CMP_FLOAT, ValueKind.F64, cond());
      case 1 -> compare(IrOp.CMP_WORD, ValueKind.WORD, identity());
      default -> compare(IrOp.CMP_INT, ValueKind.I64, cond());
    }
  }

  private void compare(IrOp op, ValueKind kind, Cond cond) {
    add(op, pick(kind, NONE), pick(kind, NONE), Immediates.ofCond(cond), NONE);
  }

  private void box() {
    switch (random.nextInt(3)) {
      case 0 -> plain(IrOp.BOX_INT, ValueKind.I64, 1);
      case 1 -> plain(IrOp.BOX_FLOAT, ValueKind.F64, 1);
      default -> plain(IrOp.BOX_BOOL, ValueKind.BOOL, 1);
    }
  }

  /** A guard on something that may well be otherwise. */
  private void branch() {
    int snapshot = trace.snapshot();
    switch (random.nextInt(6)) {
      case 0 -> add(IrOp.GUARD_TRUE, pick(ValueKind.BOOL, NONE), NONE, 0, snapshot);
      case 1 -> add(IrOp.GUARD_FALSE, pick(ValueKind.BOOL, NONE), NONE, 0, snapshot);
      case 2 ->
          add(
              IrOp.GUARD_CMP_FLOAT,
              pick(ValueKind.F64, NONE),
              pick(ValueKind.F64, NONE),
              Immediates.ofCond(cond(), random.nextBoolean()),
              snapshot);
      case 3 ->
          add(
              IrOp.GUARD_CMP_WORD,
              pick(ValueKind.WORD, NONE),
              pick(ValueKind.WORD, NONE),
              Immediates.ofCond(identity()),
              snapshot);
      case 4 ->
          add(
              IrOp.GUARD_WORD,
              pick(ValueKind.WORD, NONE),
              NONE,
              Boxing.box(ValueKind.I64, random.nextInt(4)),
              snapshot);
      default ->
          add(
              IrOp.GUARD_CMP_INT,
              pick(ValueKind.I64, NONE),
              pick(ValueKind.I64, NONE),
              Immediates.ofCond(cond()),
              snapshot);
    }
  }

  private void guardAny() {
    int word = add(IrOp.LOAD_SLOT, NONE, NONE, Ground.slot(random.nextInt(Ground.SLOTS)), NONE);
    switch (random.nextInt(5)) {
      case 0 -> add(IrOp.GUARD_FLOAT, word, NONE, 0, trace.snapshot());
      case 1 -> add(IrOp.GUARD_BOOL, word, NONE, 0, trace.snapshot());
      case 2 -> add(IrOp.GUARD_NONZERO, word, NONE, 0, trace.snapshot());
      case 3 -> add(IrOp.GUARD_CELL_ID, word, NONE, 9, trace.snapshot());
      default -> add(IrOp.GUARD_INT, word, NONE, 0, trace.snapshot());
    }
  }

  private void readCell() {
    int cell = pickCell();
    MemoryOrder order = random.nextBoolean() ? MemoryOrder.OPAQUE : MemoryOrder.ACQUIRE;
    if (random.nextBoolean()) {
      int at = Ground.CELL_INT + 8 * random.nextInt(3);
      int word = add(IrOp.LOAD_WORD, cell, NONE, Immediates.ofAddress(at, order), NONE);
      if (random.nextBoolean()) {
        add(IrOp.GUARD_INT, word, NONE, 0, trace.snapshot());
        add(IrOp.UNBOX_INT, word, NONE, 0, NONE);
      }
    } else {
      add(IrOp.LOAD_I64, cell, NONE, Immediates.ofAddress(Ground.CELL_NUMBER, order), NONE);
      add(IrOp.LOAD_U32, cell, NONE, Immediates.ofAddress(0, order), NONE);
    }
  }

  private void writeCell() {
    int cell = pickCell();
    MemoryOrder order = random.nextBoolean() ? MemoryOrder.PLAIN : MemoryOrder.RELEASE;
    if (random.nextInt(3) == 0) {
      long at = Immediates.ofAddress(Ground.CELL_NUMBER, order);
      // It is a list's length too, and never above the capacity.
      int mask = ir.add(IrOp.CONST_INT, Ground.CAPACITY - 1);
      int number = ir.add(IrOp.AND_INT, pick(ValueKind.I64, NONE), mask, NONE, 0, NONE);
      add(IrOp.STORE_I64, cell, number, at, NONE);
    } else {
      long at = Immediates.ofAddress(Ground.CELL_INT + 8 * random.nextInt(3), order);
      add(IrOp.STORE_WORD, cell, pick(ValueKind.WORD, NONE), at, NONE);
    }
  }

  private void rawField() {
    // Nothing writes this field while a trace runs.
    MemoryOrder order = random.nextBoolean() ? MemoryOrder.ACQUIRE : MemoryOrder.STABLE;
    long at = Immediates.ofAddress(Ground.CELL_BLOCK, order);
    int block = add(IrOp.LOAD_RAW, pickCell(), NONE, at, NONE);
    add(IrOp.GUARD_NONZERO, block, NONE, 0, trace.snapshot());
    long capacity = Immediates.ofAddress(0, MemoryOrder.OPAQUE);
    int length = add(IrOp.LOAD_I64, block, NONE, capacity, NONE);
    bounds.put(block, length);
  }

  private void indexed() {
    int block = pick(ValueKind.RAW, NONE);
    if (block == NONE || !bounds.containsKey(block)) {
      rawField();
      block = pick(ValueKind.RAW, NONE);
      if (!bounds.containsKey(block)) {
        return;
      }
    }
    int mask = ir.add(IrOp.CONST_INT, !trace.calm && random.nextInt(8) == 0 ? 15 : 7);
    int index = ir.add(IrOp.AND_INT, pick(ValueKind.I64, NONE), mask, NONE, 0, NONE);
    add(IrOp.GUARD_BOUNDS, index, bounds.get(block), 0, trace.snapshot());
    long at = Immediates.ofAddress(Ground.BLOCK_WORDS, MemoryOrder.OPAQUE);
    if (random.nextInt(3) == 0) {
      ir.add(IrOp.STORE_INDEXED, block, index, pick(ValueKind.WORD, NONE), at, NONE);
    } else {
      add(IrOp.LOAD_INDEXED, block, index, at, NONE);
    }
  }
}
