package dev.taipan.backend.x86.lower;

import static dev.taipan.backend.x86.regs.FixedRegisters.FLOAT_SCRATCH;
import static dev.taipan.backend.x86.regs.FixedRegisters.FRAME;
import static dev.taipan.backend.x86.regs.FixedRegisters.RESULT;
import static dev.taipan.backend.x86.regs.FixedRegisters.SCRATCH;
import static dev.taipan.backend.x86.regs.FixedRegisters.THREAD;

import dev.taipan.backend.x86.asm.Alu;
import dev.taipan.backend.x86.asm.Assembler;
import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Label;
import dev.taipan.backend.x86.asm.LabelMem;
import dev.taipan.backend.x86.asm.Mem;
import dev.taipan.backend.x86.asm.Width;
import dev.taipan.backend.x86.asm.Xmm;
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
 */
final class ExitLowering {
  private final Context c;
  private final Assembler a;
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

  /** One exit. */
  void emit(int number) {
    int ref = c.ir.exitOp(number);
    a.bind(c.exitLabel(number));
    a.mov(Width.D, Mem.at(THREAD, ThreadLayout.EXIT), number);
    Label known = states.get(state(ref));
    if (known != null) {
      a.jmp(known);
      return;
    }
    states.put(state(ref), a.here());
    for (ExitStore store : ExitPlan.of(c.allocation, ref)) {
      emit(store);
    }
    a.mov(Width.D, RESULT, Mem.at(THREAD, ThreadLayout.EXIT));
    a.lea(Width.Q, SCRATCH, new LabelMem(slots));
    a.jmp(Mem.at(SCRATCH, RESULT, Long.BYTES, 0));
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
    a.mov(SCRATCH, ExitId.of(traceId, 0));
    a.alu(Alu.OR, Width.Q, RESULT, SCRATCH);
    a.ret();
  }

  /** The slots, empty. */
  Label emitSlots() {
    a.align(Long.BYTES);
    a.bind(slots);
    for (int i = 0; i < c.ir.exitCount(); i++) {
      a.quad(0);
    }
    return slots;
  }

  private void emit(ExitStore store) {
    switch (store) {
      case ExitStore.Constant(int offset, long word) -> c.store(Mem.at(FRAME, offset), word);
      case ExitStore.Value value -> value(value);
      case ExitStore.FrameAddress(int offset, int target) -> {
        a.lea(Width.Q, SCRATCH, Mem.at(FRAME, target));
        a.mov(Width.Q, Mem.at(FRAME, offset), SCRATCH);
      }
      case ExitStore.CurrentFrame(int base) -> {
        a.lea(Width.Q, FRAME, Mem.at(FRAME, base));
        a.mov(Width.Q, Mem.at(THREAD, ThreadLayout.FRAME), FRAME);
      }
    }
  }

  private void value(ExitStore.Value value) {
    Mem slot = Mem.at(FRAME, value.offset());
    switch (value.kind()) {
      case WORD, CELL -> a.mov(Width.Q, slot, inRegister(value.location()));
      case I64 -> {
        toScratch(value.location());
        boxes.tagInt(SCRATCH);
        a.mov(Width.Q, slot, SCRATCH);
      }
      case BOOL -> {
        toScratch(value.location());
        boxes.tagBool(SCRATCH);
        a.mov(Width.Q, slot, SCRATCH);
      }
      case F64 -> {
        boxes.tagFloat(inFloatRegister(value.location()));
        a.mov(Width.Q, slot, SCRATCH);
      }
      case RAW, NONE -> throw new IllegalStateException("a snapshot names v" + value.value());
    }
  }

  /** The register that holds the value; the scratch register for a spilled one. */
  private Gpr inRegister(int location) {
    if (Location.isSpill(location)) {
      toScratch(location);
      return SCRATCH;
    }
    return Context.gpr(location);
  }

  private void toScratch(int location) {
    if (Location.isSpill(location)) {
      a.mov(Width.Q, SCRATCH, Context.spill(location));
    } else {
      a.mov(Width.Q, SCRATCH, Context.gpr(location));
    }
  }

  private Xmm inFloatRegister(int location) {
    if (Location.isSpill(location)) {
      a.movsd(FLOAT_SCRATCH, Context.spill(location));
      return FLOAT_SCRATCH;
    }
    return Context.xmm(location);
  }
}
