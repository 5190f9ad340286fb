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

/**
 * The cold end of the code: for each exit the stores that complete the interpreter's state, then a
 * jump through the exit's slot. The exit's id is in the result register and the innermost frame in
 * the frame register, so the slot can lead to the return stub as well as to another trace's entry.
 *
 * <p>What a slot leads to was made visible to instruction fetch before the slot was stored to; the
 * plain load here needs no order, since the jump depends on it.
 */
final class ExitLowering {
  private final Context c;
  private final A64Assembler a;
  private final BoxLowering boxes;
  private final int traceId;

  ExitLowering(Context context, BoxLowering boxLowering, int traceId) {
    this.traceId = traceId;
    c = context;
    a = context.a;
    boxes = boxLowering;
  }

  void emit(int number, Label slot) {
    a.bind(c.exitLabel(number));
    for (ExitStore store : ExitPlan.of(c.allocation, c.ir.exitOp(number))) {
      emit(store);
    }
    a.mov(RESULT, ExitId.of(traceId, number));
    a.ldr(TEMP, slot);
    a.br(TEMP);
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
