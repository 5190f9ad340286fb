package dev.taipan.optimizer.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A recorded trace. It starts at an instruction of {@code codes().get(0)} with the root frame's
 * value stack {@code startDepth} deep, and ends where recording ended: {@link #closes()} tells
 * whether that is the place where it started. Written by one recorder; every append takes its slot
 * from the {@link TraceBudget}. The words of the constants and of the codes are rooted by the
 * recorder for as long as the trace or what is made of it lives.
 */
public final class UopTrace {
  private static final TraceUop[] UOPS = TraceUop.values();

  private final TraceBudget budget;
  private final int startIndex;
  private final int startDepth;
  private final List<TraceCode> codes = new ArrayList<>();
  private byte[] uop = new byte[64];
  private int[] arg = new int[64];
  private int[] target = new int[64];
  private long[] operand0 = new long[64];
  private long[] operand1 = new long[64];
  private long[] constants = new long[16];
  private int size;
  private int constantCount;
  private int endIndex = -1;
  private boolean closes;

  /** An empty trace from instruction {@code startIndex} of {@code root}. */
  public UopTrace(TraceBudget budget, TraceCode root, int startIndex, int startDepth) {
    this.budget = budget;
    this.startIndex = startIndex;
    this.startDepth = startDepth;
    codes.add(root);
  }

  /** Appends; false, and nothing changed, if the budget is spent. */
  @SuppressWarnings("EnumOrdinal") // packed by ordinal
  public boolean append(TraceUop added, int argument, int index, long first, long second) {
    if (!budget.take(1)) {
      return false;
    }
    if (size == uop.length) {
      int length = 2 * size;
      uop = Arrays.copyOf(uop, length);
      arg = Arrays.copyOf(arg, length);
      target = Arrays.copyOf(target, length);
      operand0 = Arrays.copyOf(operand0, length);
      operand1 = Arrays.copyOf(operand1, length);
    }
    uop[size] = (byte) added.ordinal();
    arg[size] = argument;
    target[size] = index;
    operand0[size] = first;
    operand1[size++] = second;
    return true;
  }

  /** Adds words to the table of constants; the index of the first. */
  public int addConstants(long... words) {
    int first = constantCount;
    if (constantCount + words.length > constants.length) {
      constants = Arrays.copyOf(constants, 2 * (constantCount + words.length));
    }
    System.arraycopy(words, 0, constants, constantCount, words.length);
    constantCount += words.length;
    return first;
  }

  /** Adds a code object to the table; its index. */
  public int addCode(TraceCode code) {
    int known = codes.indexOf(code);
    if (known < 0) {
      codes.add(code);
      known = codes.size() - 1;
    }
    return known;
  }

  /**
   * Ends the trace.
   *
   * @param index the next instruction to run in the innermost frame
   * @param loop whether that is the trace's start, in the root frame
   */
  public void end(int index, boolean loop) {
    endIndex = index;
    closes = loop;
  }

  /** The number of uops. */
  public int size() {
    return size;
  }

  /** The uop at {@code i}. */
  public TraceUop uop(int i) {
    return UOPS[uop[i]];
  }

  /** The argument of its instruction. */
  public int arg(int i) {
    return arg[i];
  }

  /** The index of its instruction within the code of the frame that runs it. */
  public int target(int i) {
    return target[i];
  }

  /** What was recorded; see {@link TraceUop}. */
  public long operand0(int i) {
    return operand0[i];
  }

  /** What was recorded; see {@link TraceUop}. */
  public long operand1(int i) {
    return operand1[i];
  }

  /** Word {@code i} of the constants. */
  public long constant(int i) {
    return constants[i];
  }

  /** How many constants there are. */
  public int constantCount() {
    return constantCount;
  }

  /** The code objects; the first is the root frame's. */
  public List<TraceCode> codes() {
    return List.copyOf(codes);
  }

  /** The instruction that the trace starts at. */
  public int startIndex() {
    return startIndex;
  }

  /** How many words are on the root frame's value stack at the start. */
  public int startDepth() {
    return startDepth;
  }

  /** The instruction to go on at after the last uop. */
  public int endIndex() {
    return endIndex;
  }

  /** Whether the trace ends where it starts. */
  public boolean closes() {
    return closes;
  }
}
