package dev.taipan.backend.arm64.lower;

import static dev.taipan.backend.arm64.regs.FixedRegisters.FLOAT_TEMP;
import static dev.taipan.backend.arm64.regs.FixedRegisters.FRAME;
import static dev.taipan.backend.arm64.regs.FixedRegisters.RESULT;
import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP;
import static dev.taipan.backend.arm64.regs.FixedRegisters.TEMP2;
import static dev.taipan.backend.arm64.regs.FixedRegisters.THREAD;

import dev.taipan.backend.arm64.asm.A64Assembler;
import dev.taipan.backend.arm64.asm.Address;
import dev.taipan.backend.arm64.asm.D;
import dev.taipan.backend.arm64.asm.Label;
import dev.taipan.backend.arm64.asm.X;
import dev.taipan.optimizer.alloc.ExitPlan;
import dev.taipan.optimizer.alloc.ExitStore;
import dev.taipan.optimizer.alloc.Location;
import dev.taipan.optimizer.spi.ExitId;
import dev.taipan.vm.thread.ThreadLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cold end of the code. An exit notes its number in the thread block, then comes the code that
 * completes the interpreter's state and jumps through the exit's slot. The guards of one
 * instruction mostly have one snapshot and the values in the same places: they share that code.
 *
 * <p>When the slot is reached the exit's number is in the result register and the innermost frame
 * in the frame register, so it can lead to the return stub as well as to another trace's entry.
 * What a slot leads to was made visible to instruction fetch before the slot was stored to; the
 * plain load here needs no order, since the jump depends on it.
 */
final class ExitLowering {
  private static final Address EXIT = Address.at(THREAD, ThreadLayout.EXIT);

  private final Context c;
  private final A64Assembler a;
  private final BoxLowering boxes;
  private final Label slots = new Label();
  private final Map<State, Label> states = new HashMap<>();

  /** What the code of an exit depends on. */
  private record State(int snapshot, List<Integer> locations) {}

  ExitLowering(Context context, BoxLowering boxLowering) {
    c = context;
    a = context.a;
    boxes = boxLowering;
  }

  /** One exit, unless it is there already: a final EXIT stands where it is taken. */
  void emit(int number) {
    if (c.exitLabel(number).isBound()) {
      return;
    }
    int ref = c.ir.exitOp(number);
    a.bind(c.exitLabel(number));
    a.strW(c.inTemp(number), EXIT);
    Label known = states.get(state(ref));
    if (known != null) {
      a.b(known);
      return;
    }
    Label here = new Label();
    a.bind(here);
    states.put(state(ref), here);
    for (ExitStore store : ExitPlan.of(c.allocation, ref)) {
      emit(store);
    }
    a.ldrW(RESULT, EXIT);
    a.adr(TEMP, slots);
    a.ldr(TEMP, Address.scaled(TEMP, RESULT));
    a.br(TEMP);
  }

  private State state(int ref) {
    List<Integer> locations = new ArrayList<>();
    int live = c.ir.snapshot(ref).liveValues().length;
    for (int i = 0; i < live; i++) {
      locations.add(c.allocation.snapshotLocation(ref, i));
    }
    return new State(c.ir.snapshotIndex(ref), locations);
  }

  /** Where slots lead that lead nowhere else: makes the number an {@link ExitId} and returns. */
  void emitReturnStub(int traceId) {
    a.mov(TEMP, ExitId.of(traceId, 0));
    a.orr(RESULT, RESULT, TEMP);
    a.ret();
  }

  /** The slots, empty; the position of the first. */
  int emitSlots() {
    a.alignData(Long.BYTES);
    a.bind(slots);
    for (int i = 0; i < c.ir.exitCount(); i++) {
      a.data64(0);
    }
    return slots.offset();
  }

  private void emit(ExitStore store) {
    switch (store) {
      case ExitStore.Constant(int offset, long word) -> store(wordIn(word), offset);
      case ExitStore.Value value -> store(boxed(value), value.offset());
      case ExitStore.FrameAddress(int offset, int target) ->
          store(c.sum(FRAME, target, TEMP2), offset);
      case ExitStore.CurrentFrame(int base) -> {
        c.addConstant(TEMP, FRAME, base);
        a.mov(FRAME, TEMP);
        a.str(FRAME, Address.at(THREAD, ThreadLayout.FRAME));
      }
    }
  }

  /** The stored register may be TEMP2 but not TEMP, which a far slot's offset takes. */
  private void store(X register, int offset) {
    a.str(register, c.at(FRAME, offset));
  }

  private X wordIn(long word) {
    if (word == 0) {
      return X.ZR;
    }
    a.mov(TEMP2, word);
    return TEMP2;
  }

  /** The register that holds the value as a word: its own, or TEMP2. */
  private X boxed(ExitStore.Value value) {
    switch (value.kind()) {
      case WORD, CELL -> {
        return inRegister(value.location());
      }
      case I64 -> boxes.boxInt(TEMP2, inRegister(value.location()));
      case BOOL -> boxes.boxBool(TEMP2, inRegister(value.location()));
      case F64 -> boxes.boxFloat(TEMP2, inFloatRegister(value.location()));
      case RAW, NONE -> throw new IllegalStateException("a snapshot names v" + value.value());
    }
    return TEMP2;
  }

  private X inRegister(int location) {
    if (Location.isSpill(location)) {
      a.ldr(TEMP2, Context.spill(location));
      return TEMP2;
    }
    return Context.x(location);
  }

  private D inFloatRegister(int location) {
    if (Location.isSpill(location)) {
      a.ldr(FLOAT_TEMP, Context.spill(location));
      return FLOAT_TEMP;
    }
    return Context.d(location);
  }
}
