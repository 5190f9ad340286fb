package dev.taipan.backend.arm64.regs;

import dev.taipan.optimizer.alloc.Location;
import dev.taipan.optimizer.alloc.OpConstraint;
import dev.taipan.optimizer.alloc.RegisterFile;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.vm.thread.ThreadLayout;

/**
 * The register file as the allocator sees it; a {@link Location}'s index is the hardware number.
 * The instruction set has three addresses, so almost every lowering reads its operands before it
 * writes its result; the exceptions are named in {@link #constraint}.
 */
public final class Arm64Registers implements RegisterFile {
  // All but X16 and X17 (scratch), X18 (platform), X27 and X28 (fixed), X29 and X30 (frame, link).
  private static final long GPRS = 0x7FF_FFFFL & ~0x7_0000L;
  private static final long FPRS = 0x7FFF_FFFFL << Location.FIRST_FPR;

  @Override
  public long gprs() {
    return GPRS;
  }

  @Override
  public long fprs() {
    return FPRS;
  }

  @Override
  public int gprScratch() {
    return Location.gpr(FixedRegisters.TEMP2.bits());
  }

  @Override
  public int fprScratch() {
    return Location.fpr(FixedRegisters.FLOAT_TEMP.bits());
  }

  @Override
  public int spillSlots() {
    return ThreadLayout.SPILL_WORDS;
  }

  @Override
  public OpConstraint constraint(TraceIr ir, int ref) {
    return switch (ir.op(ref)) {
      // These look at an operand again after the result's register has been written.
      case SHL_INT, FLOORDIV_INT, MOD_INT -> OpConstraint.EARLY_DEF;
      default -> OpConstraint.THREE_ADDRESS;
    };
  }

  @Override
  public boolean takesConstant(TraceIr ir, int ref, int index) {
    return ConstantForms.takes(ir, ref, index);
  }
}
