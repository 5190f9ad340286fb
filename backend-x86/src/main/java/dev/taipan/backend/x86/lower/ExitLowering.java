package dev.taipan.backend.x86.lower;

import static dev.taipan.backend.x86.regs.FixedRegisters.FLOAT_SCRATCH;
import static dev.taipan.backend.x86.regs.FixedRegisters.FRAME;
import static dev.taipan.backend.x86.regs.FixedRegisters.RESULT;
import static dev.taipan.backend.x86.regs.FixedRegisters.SCRATCH;
import static dev.taipan.backend.x86.regs.FixedRegisters.THREAD;

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

/**
 * The cold end of the code: for each exit the stores that complete the interpreter's state, then a
 * jump through the exit's slot. The exit's id is in the result register and the innermost frame in
 * the frame register, so the slot can lead to the return stub as well as to another trace's entry.
 */
final class ExitLowering {
  private final Context c;
  private final Assembler a;
  private final BoxLowering boxes;

  ExitLowering(Context context, BoxLowering boxLowering) {
    c = context;
    a = context.a;
    boxes = boxLowering;
  }

  void emit(int number, int traceId, Label slot) {
    a.bind(c.exitLabel(number));
    for (ExitStore store : ExitPlan.of(c.allocation, c.ir.exitOp(number))) {
      emit(store);
    }
    a.mov(RESULT, ExitId.of(traceId, number));
    a.jmp(new LabelMem(slot));
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
