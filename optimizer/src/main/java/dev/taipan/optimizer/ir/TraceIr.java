package dev.taipan.optimizer.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A trace in linear SSA form. A value is the index of the operation that makes it; operations lie
 * in packed arrays in the order in which they run. Append-only, but for a PHI's second operand: a
 * pass writes a new trace.
 *
 * <p>The shape is {@code entry..., EXIT} or {@code entry..., LOOP, PHI..., body..., JUMP_LOOP}.
 */
@SuppressWarnings("EnumOrdinal") // packed by ordinal
public final class TraceIr {
  /** In place of an operand, a snapshot or an exit number. */
  public static final int NONE = -1;

  private static final IrOp[] OPS = IrOp.values();
  private static final ValueKind[] KINDS = ValueKind.values();

  private byte[] op = new byte[64];
  private int[] a = new int[64];
  private int[] b = new int[64];
  private int[] c = new int[64];
  private long[] imm = new long[64];
  private int[] snapshot = new int[64];
  private int[] exit = new int[64];
  private int size;
  private int loop = NONE;
  private final List<Snapshot> snapshots = new ArrayList<>();
  private int[] exitOps = new int[16];
  private int exits;

  /** An empty trace. */
  public TraceIr() {}

  /** Appends an operation and returns its index, which is also its value. */
  public int add(IrOp newOp, int opA, int opB, int opC, long immediate, int snapshotIndex) {
    if (size == op.length) {
      grow();
    }
    int ref = size++;
    op[ref] = (byte) newOp.ordinal();
    a[ref] = opA;
    b[ref] = opB;
    c[ref] = opC;
    imm[ref] = immediate;
    snapshot[ref] = snapshotIndex;
    exit[ref] = newOp.exits() ? newExit(ref) : NONE;
    if (newOp == IrOp.LOOP) {
      loop = ref;
    }
    return ref;
  }

  /** Appends a constant or another operation without operands and snapshot. */
  public int add(IrOp newOp, long immediate) {
    return add(newOp, NONE, NONE, NONE, immediate, NONE);
  }

  /** Appends a PHI whose back-edge operand is not known yet. */
  public int addPhi(ValueKind kind, int entry) {
    return add(IrOp.PHI, entry, NONE, NONE, kind.ordinal(), NONE);
  }

  /** Gives a PHI its back-edge operand. */
  public void setPhiBack(int phi, int value) {
    b[phi] = value;
  }

  /** Adds a snapshot and returns its index. */
  public int addSnapshot(Snapshot added) {
    snapshots.add(added);
    return snapshots.size() - 1;
  }

  /** The number of operations. */
  public int size() {
    return size;
  }

  /** The operation at {@code ref}. */
  public IrOp op(int ref) {
    return OPS[op[ref]];
  }

  /** The kind of the value that {@code ref} makes. */
  public ValueKind kind(int ref) {
    IrOp row = op(ref);
    return row == IrOp.PHI ? KINDS[(int) imm[ref]] : row.result();
  }

  /** Operand {@code index} of {@code ref}. */
  public int operand(int ref, int index) {
    return switch (index) {
      case 0 -> a[ref];
      case 1 -> b[ref];
      case 2 -> c[ref];
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  /** The immediate as it is stored. */
  public long imm(int ref) {
    return imm[ref];
  }

  /** Whether {@code ref} is a constant. */
  public boolean isConstant(int ref) {
    return op(ref).is(OpFlag.CONST);
  }

  /** The value whose bits {@code ref} is: operand 0 through ALIAS operations. */
  public int representative(int ref) {
    int value = ref;
    while (op(value).is(OpFlag.ALIAS)) {
      value = a[value];
    }
    return value;
  }

  /** The condition of a compare or a compare guard. */
  public Cond cond(int ref) {
    return Immediates.cond(imm[ref]);
  }

  /** The outcome that GUARD_CMP_FLOAT lets pass. */
  public boolean expected(int ref) {
    return Immediates.expected(imm[ref]);
  }

  /** The displacement of a load or store. */
  public int displacement(int ref) {
    return Immediates.displacement(imm[ref]);
  }

  /** The memory order of a load or store. */
  public MemoryOrder order(int ref) {
    return Immediates.order(imm[ref]);
  }

  /** The index of the snapshot of {@code ref}, or NONE. */
  public int snapshotIndex(int ref) {
    return snapshot[ref];
  }

  /** The snapshot of an operation that exits. */
  public Snapshot snapshot(int ref) {
    return snapshots.get(snapshot[ref]);
  }

  /** All snapshots, by index. */
  public List<Snapshot> snapshots() {
    return snapshots;
  }

  /** The number of exits; exit numbers run from 0 in the order of the operations. */
  public int exitCount() {
    return exits;
  }

  /** The operation that takes exit {@code number}. */
  public int exitOp(int number) {
    return exitOps[number];
  }

  /** The exit number of {@code ref}, or NONE. */
  public int exitNumber(int ref) {
    return exit[ref];
  }

  /** The index of LOOP, or NONE in a trace without one. */
  public int loop() {
    return loop;
  }

  /** One past the last PHI of the loop. */
  public int phisEnd() {
    int end = loop + 1;
    while (end < size && op(end) == IrOp.PHI) {
      end++;
    }
    return end;
  }

  /** The trace in text form. */
  @Override
  public String toString() {
    return TraceIrPrinter.print(this);
  }

  private int newExit(int ref) {
    if (exits == exitOps.length) {
      exitOps = Arrays.copyOf(exitOps, 2 * exits);
    }
    exitOps[exits] = ref;
    return exits++;
  }

  private void grow() {
    int length = 2 * size;
    op = Arrays.copyOf(op, length);
    a = Arrays.copyOf(a, length);
    b = Arrays.copyOf(b, length);
    c = Arrays.copyOf(c, length);
    imm = Arrays.copyOf(imm, length);
    snapshot = Arrays.copyOf(snapshot, length);
    exit = Arrays.copyOf(exit, length);
  }
}
