package dev.taipan.optimizer.ref;

import dev.taipan.optimizer.alloc.ExitStore;
import dev.taipan.optimizer.ir.Boxing;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.OpFlag;
import dev.taipan.optimizer.ir.Semantics;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.value.Word;
import java.util.List;

/** One activation of a trace: the values' bits, and where in memory it works. */
final class RefRun {
  private final TraceIr ir;
  private final List<List<ExitStore>> exits;
  private final long threadBlock;
  private final long frame;
  private final long[] bits;

  RefRun(TraceIr ir, List<List<ExitStore>> exits, long threadBlock, long frame) {
    this.ir = ir;
    this.exits = exits;
    this.threadBlock = threadBlock;
    this.frame = frame;
    bits = new long[ir.size()];
  }

  /** Runs until an exit is taken; its number. */
  int run() {
    int ref = 0;
    while (true) {
      IrOp op = ir.op(ref);
      switch (op) {
        case LOOP -> {
          phis(0);
          ref = ir.phisEnd();
        }
        case JUMP_LOOP -> {
          phis(1);
          ref = ir.phisEnd();
        }
        default -> {
          if (!step(ref, op)) {
            leave(ref);
            return ir.exitNumber(ref);
          }
          ref++;
        }
      }
    }
  }

  /** All PHIs at once: one may be another's back-edge value. */
  private void phis(int operand) {
    int first = ir.loop() + 1;
    long[] next = new long[ir.phisEnd() - first];
    for (int i = 0; i < next.length; i++) {
      next[i] = bits[ir.operand(first + i, operand)];
    }
    System.arraycopy(next, 0, bits, first, next.length);
  }

  private long operand(int ref, int index) {
    int value = ir.operand(ref, index);
    return value == TraceIr.NONE ? 0 : bits[value];
  }

  /** Does one operation; false if its exit is taken. */
  private boolean step(int ref, IrOp op) {
    return switch (op) {
      case POLL -> Memory.getLongOpaque(threadBlock + ThreadLayout.POLL) == 0;
      case COUNT -> {
        long counter = threadBlock + ir.imm(ref);
        Memory.putLongOpaque(counter, Memory.getLong(counter) + 1);
        yield true;
      }
      case EXIT, CLOSE -> false;
      case GUARD_STACK ->
          frame + ir.imm(ref) <= Memory.getLong(threadBlock + ThreadLayout.STACK_LIMIT);
      case GUARD_CELL_ID -> {
        long word = operand(ref, 0);
        bits[ref] = word;
        yield Word.isCell(word) && Memory.getInt(word) == (int) ir.imm(ref);
      }
      case NEW_CELL -> allocate(ref);
      case LIST_STORE, LIST_APPEND -> changeList(ref, op);
      case LOAD_SLOT -> {
        bits[ref] = Memory.getLong(frame + ir.imm(ref));
        yield true;
      }
      default -> {
        if (op.is(OpFlag.PURE)) {
          yield pure(ref, op);
        }
        access(ref, op);
        yield true;
      }
    };
  }

  private boolean changeList(int ref, IrOp op) {
    long list = operand(ref, 0);
    int word = Memory.getIntAcquire(list + Cells.LOCK);
    boolean own = word >>> 16 == Memory.getInt(threadBlock + ThreadLayout.TOKEN);
    if (!own && !lock(list, word)) {
      return false;
    }
    boolean done = op == IrOp.LIST_STORE ? store(list, ref) : append(list, operand(ref, 1));
    if (!own) {
      Memory.getAndBitwiseAndInt(list + Cells.LOCK, ~1);
    }
    return done;
  }

  /** Neither a cell that is locked nor one that is another's, or was. */
  private static boolean lock(long list, int word) {
    boolean isLocked = (word & 1) != 0;
    return !isLocked
        && word >>> 16 == 0
        && Memory.compareAndSetInt(list + Cells.LOCK, word, word | 1);
  }

  private boolean store(long list, int ref) {
    long index = operand(ref, 1);
    if (Long.compareUnsigned(index, Memory.getLong(list + ListLayout.LENGTH)) >= 0) {
      return false;
    }
    long items = Memory.getLong(list + ListLayout.ITEMS);
    Memory.putLongRelease(ListLayout.slot(items, index), operand(ref, 2));
    return true;
  }

  private static boolean append(long list, long word) {
    long length = Memory.getLong(list + ListLayout.LENGTH);
    long items = Memory.getLong(list + ListLayout.ITEMS);
    if (length >= ListLayout.capacity(items)) {
      return false;
    }
    Memory.putLongRelease(ListLayout.slot(items, length), word);
    Memory.putLongRelease(list + ListLayout.LENGTH, length + 1);
    return true;
  }

  private boolean allocate(int ref) {
    int bytes = Immediates.bytes(ir.imm(ref));
    long cursor = threadBlock + ThreadLayout.CURSORS + bytes;
    long cell = Memory.getLong(cursor);
    if (cell + bytes > Memory.getLong(cursor + ThreadLayout.CURSOR_LIMIT)) {
      return false;
    }
    Memory.putLong(cursor, cell + bytes);
    long header = Memory.getLong(threadBlock + ThreadLayout.NEW_HEADER);
    Memory.putLong(cell, header | Immediates.shape(ir.imm(ref)) & 0xFFFF_FFFFL);
    bits[ref] = cell;
    return true;
  }

  private boolean pure(int ref, IrOp op) {
    long a = operand(ref, 0);
    long b = operand(ref, 1);
    if (op.exits() && Semantics.exits(op, ir.imm(ref), a, b)) {
      return false;
    }
    if (op.result() != ValueKind.NONE) {
      bits[ref] = Semantics.value(op, ir.imm(ref), a, b);
    }
    return true;
  }

  private void access(int ref, IrOp op) {
    long address = operand(ref, 0) + ir.displacement(ref);
    switch (op) {
      case LOAD_WORD, LOAD_RAW, LOAD_I64 -> bits[ref] = load(ref, address);
      case LOAD_U32 -> bits[ref] = load32(ref, address) & 0xFFFF_FFFFL;
      case LOAD_INDEXED -> bits[ref] = load(ref, address + 8 * operand(ref, 1));
      case STORE_WORD, STORE_I64 -> store(ref, address, operand(ref, 1));
      case STORE_INDEXED -> store(ref, address + 8 * operand(ref, 1), operand(ref, 2));
      default -> throw new IllegalArgumentException(op + " does not access memory");
    }
  }

  private long load(int ref, long address) {
    return switch (ir.order(ref)) {
      case PLAIN, STABLE -> Memory.getLong(address);
      case OPAQUE -> Memory.getLongOpaque(address);
      case ACQUIRE -> Memory.getLongAcquire(address);
      case RELEASE -> throw new IllegalArgumentException("a load does not release");
    };
  }

  private long load32(int ref, long address) {
    return switch (ir.order(ref)) {
      case PLAIN, STABLE -> Memory.getInt(address);
      case OPAQUE -> Memory.getIntOpaque(address);
      case ACQUIRE -> Memory.getIntAcquire(address);
      case RELEASE -> throw new IllegalArgumentException("a load does not release");
    };
  }

  private void store(int ref, long address, long value) {
    switch (ir.order(ref)) {
      case PLAIN -> Memory.putLong(address, value);
      case OPAQUE -> Memory.putLongOpaque(address, value);
      case RELEASE -> Memory.putLongRelease(address, value);
      case STABLE, ACQUIRE -> throw new IllegalArgumentException("a store does not acquire");
    }
  }

  private void leave(int ref) {
    for (ExitStore store : exits.get(ir.exitNumber(ref))) {
      switch (store) {
        case ExitStore.Constant(int offset, long word) -> Memory.putLong(frame + offset, word);
        case ExitStore.Value(int offset, int value, ValueKind kind, int location) ->
            Memory.putLong(frame + offset, Boxing.box(kind, bits[value]));
        case ExitStore.FrameAddress(int offset, int target) ->
            Memory.putLong(frame + offset, frame + target);
        case ExitStore.CurrentFrame(int base) ->
            Memory.putLong(threadBlock + ThreadLayout.FRAME, frame + base);
      }
    }
  }
}
