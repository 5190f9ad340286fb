package dev.taipan.optimizer.build;

import dev.taipan.optimizer.ir.FrameState;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.MemoryOrder;
import dev.taipan.optimizer.ir.Snapshot;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.trace.UopTrace;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The virtual frames and the IR that is being written: what the translation of each uop works on.
 */
final class BuildState {
  private static final int NONE = TraceIr.NONE;
  private static final int MAX_OPERATIONS = 20_000;

  final TraceIr ir = new TraceIr();
  final UopTrace trace;
  private final List<VirtualFrame> frames = new ArrayList<>();
  // The snapshot of the state as it is, until something changes.
  private int current = NONE;

  BuildState(UopTrace trace) {
    this.trace = trace;
    int globals = ir.add(IrOp.LOAD_SLOT, FrameLayout.GLOBALS);
    int builtins = ir.add(IrOp.LOAD_SLOT, FrameLayout.BUILTINS);
    frames.add(VirtualFrame.root(trace.codes().getFirst(), trace.startDepth(), globals, builtins));
    frame().setInstruction(trace.startIndex());
  }

  VirtualFrame frame() {
    return frames.getLast();
  }

  /** The current frame's function, as a word. */
  int function() {
    return frame().isRoot() ? ir.add(IrOp.LOAD_SLOT, FrameLayout.FUNCTION) : frame().function();
  }

  void enter(VirtualFrame callee) {
    frames.add(callee);
    current = NONE;
  }

  void leave() {
    frames.removeLast();
    current = NONE;
  }

  /** The instruction whose uops are translated from now on. */
  void at(int instruction) throws TraceAbort {
    if (ir.size() > MAX_OPERATIONS) {
      throw new TraceAbort(AbortReason.TOO_LONG);
    }
    if (frame().instruction() != instruction) {
      frame().setInstruction(instruction);
      current = NONE;
    }
  }

  // ---- slots

  int local(int index) throws TraceAbort {
    VirtualFrame frame = frame();
    int value = frame.slot(index);
    if (value == NONE && frame.isRoot()) {
      value = ir.add(IrOp.LOAD_SLOT, frame.offset(index));
      frame.load(index, value);
    }
    if (value == NONE) {
      throw new TraceAbort(AbortReason.BAD_STACK, "slot " + index + " was never set");
    }
    return value;
  }

  void setLocal(int index, int value) throws TraceAbort {
    frame().set(index, value);
    current = NONE;
  }

  /** The word that is {@code below} words under the top. */
  int peek(int below) throws TraceAbort {
    return local(frame().stackSlot(below));
  }

  int pop() throws TraceAbort {
    int value = peek(0);
    drop();
    return value;
  }

  void drop() throws TraceAbort {
    frame().drop();
    current = NONE;
  }

  void push(int value) throws TraceAbort {
    frame().push(value);
    current = NONE;
  }

  /** A guard has shown {@code value} to be {@code better}: so it is wherever it occurs. */
  void refine(int value, int better) {
    for (VirtualFrame frame : frames) {
      frame.replace(value, better);
    }
    current = NONE;
  }

  // ---- exits

  /** The snapshot for running the current instruction again. */
  int exit() {
    if (current == NONE) {
      current = exitAt(frame().instruction());
    }
    return current;
  }

  /** The snapshot of the state as it is, going on at instruction {@code index}. */
  int exitAt(int index) {
    List<FrameState> states = new ArrayList<>();
    int[] offsets = new int[16];
    int[] values = new int[16];
    int n = 0;
    for (VirtualFrame frame : frames) {
      states.add(frame.state(frame == frame() ? index : frame.instruction()));
      for (int slot = 0; slot < frame.live(); slot++) {
        if (frame.isClean(ir, slot)) {
          continue;
        }
        if (n == offsets.length) {
          offsets = Arrays.copyOf(offsets, 2 * n);
          values = Arrays.copyOf(values, 2 * n);
        }
        offsets[n] = frame.offset(slot);
        values[n++] = valueOf(frame, slot);
      }
    }
    Snapshot snapshot = new Snapshot(states, Arrays.copyOf(offsets, n), Arrays.copyOf(values, n));
    return ir.addSnapshot(snapshot);
  }

  private static int valueOf(VirtualFrame frame, int slot) {
    try {
      return frame.slot(slot);
    } catch (TraceAbort impossible) {
      throw new IllegalStateException("a live slot is in the frame", impossible);
    }
  }

  // ---- operations

  int add(IrOp op, int a) {
    return ir.add(op, a, NONE, NONE, 0, NONE);
  }

  int add(IrOp op, int a, int b) {
    return ir.add(op, a, b, NONE, 0, NONE);
  }

  int addImm(IrOp op, int a, int b, long imm) {
    return ir.add(op, a, b, NONE, imm, NONE);
  }

  int load(IrOp op, int base, int displacement, MemoryOrder order) {
    return ir.add(op, base, NONE, NONE, Immediates.ofAddress(displacement, order), NONE);
  }

  /** An operation that leaves for this instruction to be run again. */
  int checked(IrOp op, int a, int b, long imm) {
    return ir.add(op, a, b, NONE, imm, exit());
  }

  int integer(long value) {
    return ir.add(IrOp.CONST_INT, value);
  }

  /** A constant word, in the kind that says most. */
  int constant(long word) {
    if (Word.isInt(word)) {
      return integer(Word.unboxInt(word));
    } else if (Word.isDouble(word)) {
      return ir.add(IrOp.CONST_FLOAT, Double.doubleToRawLongBits(Word.unboxDouble(word)));
    } else if (Word.isBool(word)) {
      return ir.add(IrOp.CONST_BOOL, word == Word.TRUE ? 1 : 0);
    }
    return ir.add(Word.isCell(word) ? IrOp.CONST_CELL : IrOp.CONST_WORD, word);
  }

  /** The value as a word, for memory and identity. */
  int boxed(int value) {
    return switch (ir.kind(value)) {
      case I64 -> add(IrOp.BOX_INT, value);
      case F64 -> add(IrOp.BOX_FLOAT, value);
      case BOOL -> add(IrOp.BOX_BOOL, value);
      case WORD, CELL, RAW, NONE -> value;
    };
  }

  // ---- what guards establish

  int asInt(int value) throws TraceAbort {
    return unboxed(value, ValueKind.I64, IrOp.GUARD_INT, IrOp.UNBOX_INT);
  }

  int asFloat(int value) throws TraceAbort {
    return unboxed(value, ValueKind.F64, IrOp.GUARD_FLOAT, IrOp.UNBOX_FLOAT);
  }

  int asBool(int value) throws TraceAbort {
    return unboxed(value, ValueKind.BOOL, IrOp.GUARD_BOOL, IrOp.UNBOX_BOOL);
  }

  private int unboxed(int value, ValueKind kind, IrOp guard, IrOp unbox) throws TraceAbort {
    if (ir.kind(value) == kind) {
      return value;
    }
    if (ir.kind(value) != ValueKind.WORD) {
      throw new TraceAbort(AbortReason.CONTRADICTION, guard + " on " + ir.kind(value));
    }
    checked(guard, value, NONE, 0);
    int result = add(unbox, value);
    refine(value, result);
    return result;
  }

  /** The value as a cell of this native kind. */
  int asCell(int value, Kind kind) throws TraceAbort {
    boolean isWord = ir.kind(value) == ValueKind.WORD || ir.kind(value) == ValueKind.CELL;
    if (!isWord) {
      throw new TraceAbort(AbortReason.CONTRADICTION, kind + " is " + ir.kind(value));
    }
    boolean known = ir.op(value) == IrOp.GUARD_CELL_ID && ir.imm(value) == kind.id;
    if (known) {
      return value;
    }
    int cell = checked(IrOp.GUARD_CELL_ID, value, NONE, kind.id);
    refine(value, cell);
    return cell;
  }

  /** Whether the value is certainly not EMPTY. */
  boolean isSet(int value) {
    return ir.kind(value) != ValueKind.WORD
        || (ir.op(value) == IrOp.CONST_WORD && ir.imm(value) != Word.EMPTY);
  }

  boolean isEmpty(int value) {
    return ir.op(value) == IrOp.CONST_WORD && ir.imm(value) == Word.EMPTY;
  }
}
