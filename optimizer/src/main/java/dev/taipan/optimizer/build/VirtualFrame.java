package dev.taipan.optimizer.build;

import dev.taipan.optimizer.ir.FrameState;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.spi.AbortReason;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.trace.TraceCode;
import dev.taipan.vm.interp.FrameFlags;
import java.util.Arrays;

/**
 * A frame as the trace sees it: a value for each local and stack slot, NONE for a slot of the root
 * frame that the trace has not looked at. An inlined frame exists nowhere else until an exit builds
 * it.
 */
final class VirtualFrame {
  /** In the flags: an __init__ whose instance is on its caller's stack. */
  static final long INIT = FrameFlags.INIT;

  private final TraceCode code;
  private final int base;
  private final long flags;
  private final int function;
  private final int[] slots;
  // What a root frame's slot held when the trace began: such a slot needs no store at an exit.
  private final int[] loaded;
  private int depth;
  private int instruction;
  final int globals;
  final int builtins;

  private VirtualFrame(
      TraceCode code, int base, long flags, int function, int globals, int builtins) {
    this.code = code;
    this.base = base;
    this.flags = flags;
    this.function = function;
    this.globals = globals;
    this.builtins = builtins;
    int size = code.localsplus() + code.stackSize();
    slots = new int[size];
    loaded = new int[size];
    Arrays.fill(slots, TraceIr.NONE);
    Arrays.fill(loaded, TraceIr.NONE);
  }

  static VirtualFrame root(TraceCode code, int depth, int globals, int builtins) {
    VirtualFrame frame = new VirtualFrame(code, 0, 0, FrameState.ROOT, globals, builtins);
    frame.depth = depth;
    return frame;
  }

  /** A frame to be built by exits, above {@code caller}. */
  static VirtualFrame inlined(
      VirtualFrame caller, TraceCode code, long flags, int function, int globals, int builtins) {
    return new VirtualFrame(code, caller.top(), flags, function, globals, builtins);
  }

  TraceCode code() {
    return code;
  }

  boolean isRoot() {
    return function == FrameState.ROOT;
  }

  int function() {
    return function;
  }

  boolean isInit() {
    return (flags & INIT) != 0;
  }

  int top() {
    return base + code.frameBytes();
  }

  int depth() {
    return depth;
  }

  int instruction() {
    return instruction;
  }

  void setInstruction(int index) {
    instruction = index;
  }

  /** The slot of the word that is {@code below} words under the top. */
  int stackSlot(int below) throws TraceAbort {
    if (below < 0 || below >= depth) {
      throw new TraceAbort(AbortReason.BAD_STACK, "depth " + depth);
    }
    return code.localsplus() + depth - 1 - below;
  }

  int slot(int index) throws TraceAbort {
    check(index);
    return slots[index];
  }

  void set(int index, int value) throws TraceAbort {
    check(index);
    slots[index] = value;
  }

  /** The first look at a slot of the root frame. */
  void load(int index, int value) {
    slots[index] = value;
    loaded[index] = value;
  }

  private void check(int index) throws TraceAbort {
    if (index < 0 || index >= slots.length) {
      throw new TraceAbort(AbortReason.BAD_STACK, "slot " + index);
    }
  }

  void push(int value) throws TraceAbort {
    set(code.localsplus() + depth, value);
    depth++;
  }

  void drop() throws TraceAbort {
    slots[stackSlot(0)] = TraceIr.NONE;
    depth--;
  }

  /** Every slot that holds {@code value} holds {@code better} from now on. */
  void replace(int value, int better) {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] == value) {
        slots[i] = better;
      }
    }
  }

  int offset(int index) {
    return base + TraceCode.FRAME_HEADER + 8 * index;
  }

  FrameState state(int pcIndex) {
    int sp = offset(code.localsplus() + depth);
    long pc = code.pc(pcIndex);
    return isRoot()
        ? FrameState.root(code.cell(), pc, sp)
        : new FrameState(code.cell(), pc, base, sp, top(), flags, function, globals, builtins);
  }

  /** The number of slots an exit has to consider. */
  int live() {
    return code.localsplus() + depth;
  }

  /** Whether memory already holds what slot {@code index} holds. */
  boolean isClean(TraceIr ir, int index) {
    int value = slots[index];
    if (value == TraceIr.NONE) {
      return true;
    }
    int original = loaded[index];
    if (original == TraceIr.NONE) {
      return false;
    }
    int source = ir.representative(value);
    return source == original
        || switch (ir.op(source)) {
          case UNBOX_INT, UNBOX_FLOAT, UNBOX_BOOL -> ir.operand(source, 0) == original;
          default -> false;
        };
  }
}
