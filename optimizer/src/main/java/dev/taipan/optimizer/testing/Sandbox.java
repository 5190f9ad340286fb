package dev.taipan.optimizer.testing;

import dev.taipan.optimizer.ir.Boxing;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.CompiledTrace;
import dev.taipan.optimizer.spi.ExitId;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.value.Word;
import java.util.Arrays;
import java.util.Random;

/**
 * A thread block, a value stack and a few cells in native memory, for running {@link RandomTrace}s.
 * The same contents can be made again and again, so that two backends can be compared.
 */
public final class Sandbox implements AutoCloseable {
  private static final int STACK_BYTES = 4096;
  private static final int FIRST_CELL = ThreadLayout.SIZE + STACK_BYTES;
  private static final int NEW_CELLS =
      FIRST_CELL + (Ground.CELL_IDS.length * (Ground.CELL_BYTES + Ground.BLOCK_BYTES) + 15 & -16);
  private static final int BYTES = NEW_CELLS + Ground.NEW_CELLS * Ground.NEW_BYTES;

  /** In every second filling one in this many slots holds what its trace does not expect. */
  private static final int ODD_SLOTS = 24;

  /** The thread's own token. */
  private static final short TOKEN = 7;

  /** What cells carry: the thread's own token, another's, none. */
  private static final short[] TOKENS = {TOKEN, TOKEN, 9, 0, 0};

  private static final long[] EDGES = {
    0, 1, -1, 7, (1L << 48) - 1, -(1L << 48), 1L << 47, -(1L << 47), 1L << 31, 1L << 24
  };
  private static final double[] NUMBERS = {
    0.0, -0.0, 1.0, -1.5, 1e300, -1e300, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN
  };

  private final long allocation = Memory.allocate(BYTES + 16);
  private final long memory = (allocation + 15) & -16;

  /** Memory with nothing in it yet. */
  public Sandbox() {}

  /** Where the thread block is. */
  public long threadBlock() {
    return memory;
  }

  /** Where the root frame is. */
  public long frame() {
    return memory + ThreadLayout.SIZE;
  }

  /** The state after a run: which exit, and all of memory that counts. */
  public static final class Outcome {
    private final long exitId;
    private final long[] image;

    Outcome(long exitId, long[] image) {
      this.exitId = exitId;
      this.image = image;
    }

    /** The exit's id. */
    public long exitId() {
      return exitId;
    }
  }

  /** Fills memory as {@code seed} says and runs the trace. */
  public Outcome run(CompiledTrace trace, long seed) {
    return run(trace, seed, TraceIr.NONE);
  }

  /** As {@link #run(CompiledTrace, long)}, and again as long as it leaves by exit {@code again}. */
  public Outcome run(CompiledTrace trace, long seed, int again) {
    fill(seed);
    long exitId = trace.enter(threadBlock(), frame());
    while (ExitId.exit(exitId) == again) {
      exitId = trace.enter(threadBlock(), frame());
    }
    long[] image = new long[BYTES / 8];
    for (int i = 0; i < image.length; i++) {
      image[i] = isScratch(i * 8) ? 0 : Memory.getLong(memory + i * 8L);
    }
    return new Outcome(exitId, image);
  }

  /** The first difference between two runs with one seed; empty if there is none. */
  public String difference(Outcome expected, Outcome actual) {
    if (expected.exitId() != actual.exitId()) {
      return "exit " + (int) expected.exitId() + " expected, not " + (int) actual.exitId();
    }
    return stateDifference(expected, actual);
  }

  /** As {@link #difference} but the exits may be numbered differently. */
  public String stateDifference(Outcome expected, Outcome actual) {
    for (int i = 0; i < expected.image.length; i++) {
      long want = expected.image[i];
      long got = actual.image[i];
      if (want != got && !(isNan(want) && isNan(got))) {
        return String.format("%s: %016x expected, not %016x", place(i * 8), want, got);
      }
    }
    return "";
  }

  /** Which NaN an operation makes is the machine's choice; its sign is not compared. */
  private static boolean isNan(long word) {
    return Word.isDouble(word)
        && Double.isNaN(Double.longBitsToDouble(Boxing.unbox(ValueKind.F64, word)));
  }

  private static String place(int offset) {
    if (offset < ThreadLayout.SIZE) {
      return "thread block +" + offset;
    }
    return offset < FIRST_CELL
        ? "root frame +" + (offset - ThreadLayout.SIZE)
        : "cells +" + (offset - FIRST_CELL);
  }

  private static boolean isScratch(int offset) {
    return (offset >= ThreadLayout.SPILL && offset < ThreadLayout.TRACE_ITERATIONS)
        || offset == ThreadLayout.EXIT
        || offset == ThreadLayout.SCRATCH;
  }

  private void fill(long seed) {
    Random random = new Random(seed);
    Memory.fill(memory, BYTES, (byte) 0);
    Memory.putLong(threadBlock() + ThreadLayout.POLL, random.nextInt(8) == 0 ? 1 : 0);
    Memory.putLong(threadBlock() + ThreadLayout.FRAME, frame());
    Memory.putInt(threadBlock() + ThreadLayout.TOKEN, TOKEN);
    Memory.putLong(threadBlock() + ThreadLayout.NEW_HEADER, (long) TOKEN << 48);
    long cursor = threadBlock() + ThreadLayout.CURSORS + Ground.NEW_BYTES;
    Memory.putLong(cursor, memory + NEW_CELLS);
    Memory.putLong(cursor + ThreadLayout.CURSOR_LIMIT, memory + BYTES);
    int room = random.nextInt(16) == 0 ? Ground.FRAME_BYTES : STACK_BYTES;
    Memory.putLong(threadBlock() + ThreadLayout.STACK_LIMIT, frame() + room);
    for (int i = 0; i < Ground.CELL_IDS.length; i++) {
      fillCell(random, cell(i), Ground.CELL_IDS[i]);
    }
    for (int slot = 0; slot < Ground.SLOTS; slot++) {
      boolean odd = seed % 2 == 0 && random.nextInt(ODD_SLOTS) == 0;
      long word = odd ? anyWord(random) : slotWord(random, slot);
      Memory.putLong(frame() + Ground.slot(slot), word);
    }
    Memory.putLong(frame() + Ground.slot(Ground.COUNTER), Boxing.box(ValueKind.I64, 0));
  }

  /** The cells' addresses, which stay the same as long as this lives. */
  public long[] cells() {
    long[] cells = new long[Ground.CELL_IDS.length];
    Arrays.setAll(cells, this::cell);
    return cells;
  }

  private long cell(int index) {
    return memory + FIRST_CELL + (long) index * (Ground.CELL_BYTES + Ground.BLOCK_BYTES);
  }

  private void fillCell(Random random, long cell, int id) {
    Memory.putInt(cell, id);
    Memory.putShort(cell + Cells.TOKEN, TOKENS[random.nextInt(TOKENS.length)]);
    Memory.putLong(cell + Ground.CELL_NUMBER, random.nextInt(9));
    long block = cell + Ground.CELL_BYTES;
    Memory.putLong(cell + Ground.CELL_BLOCK, block);
    Memory.putLong(cell + Ground.CELL_INT, intWord(random));
    Memory.putLong(cell + Ground.CELL_FLOAT, floatWord(random));
    Memory.putLong(cell + Ground.CELL_ANY, anyWord(random));
    Memory.putLong(block, Ground.CAPACITY);
    for (int i = 0; i < Ground.CAPACITY; i++) {
      Memory.putLong(block + Ground.BLOCK_WORDS + 8L * i, anyWord(random));
    }
  }

  private long slotWord(Random random, int slot) {
    if (slot < Ground.FLOATS) {
      return intWord(random);
    } else if (slot < Ground.BOOLS) {
      return floatWord(random);
    } else if (slot < Ground.CELLS) {
      return Boxing.box(ValueKind.BOOL, random.nextInt(2));
    } else if (slot < Ground.ANY) {
      return cell(slot - Ground.CELLS);
    }
    return slot < Ground.EMPTY ? anyWord(random) : 0;
  }

  private static long intWord(Random random) {
    long value =
        random.nextInt(3) == 0
            ? EDGES[random.nextInt(EDGES.length)]
            : random.nextLong() >> (16 + random.nextInt(46));
    return Boxing.box(ValueKind.I64, value);
  }

  private static long floatWord(Random random) {
    double value =
        random.nextInt(3) == 0
            ? NUMBERS[random.nextInt(NUMBERS.length)]
            : random.nextGaussian() * 1000;
    return Boxing.box(ValueKind.F64, Double.doubleToRawLongBits(value));
  }

  private long anyWord(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> Boxing.box(ValueKind.BOOL, random.nextInt(2));
      case 2 -> cell(random.nextInt(Ground.CELL_IDS.length));
      case 3 -> floatWord(random);
      default -> intWord(random);
    };
  }

  @Override
  public void close() {
    Memory.free(allocation);
  }
}
