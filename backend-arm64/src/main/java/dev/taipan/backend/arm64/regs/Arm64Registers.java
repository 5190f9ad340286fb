package dev.taipan.backend.arm64.regs;

import static dev.taipan.optimizer.alloc.OpConstraint.EARLY_DEF;
import static dev.taipan.optimizer.alloc.OpConstraint.THREE_ADDRESS;

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
      case SHL_INT, FLOORDIV_INT, MOD_INT -> EARLY_DEF;
      case CONST_INT, CONST_FLOAT, CONST_BOOL, CONST_WORD, CONST_CELL, CONST_RAW -> THREE_ADDRESS;
      case AS_CELL, LOAD_SLOT, UNBOX_INT, BOX_INT, UNBOX_FLOAT, BOX_FLOAT, UNBOX_BOOL ->
          THREE_ADDRESS;
      case BOX_BOOL, INT_TO_FLOAT, BOOL_TO_INT, NEG_INT, NOT_BOOL -> THREE_ADDRESS;
      case GUARD_INT, GUARD_FLOAT, GUARD_BOOL, GUARD_CELL_ID, GUARD_WORD -> THREE_ADDRESS;
      case GUARD_TRUE, GUARD_FALSE, GUARD_NONZERO, GUARD_STACK -> THREE_ADDRESS;
      case GUARD_BOUNDS, GUARD_CMP_INT, GUARD_CMP_FLOAT, GUARD_CMP_WORD -> THREE_ADDRESS;
      case ADD_INT, SUB_INT, MUL_INT, ADD_WRAP, SUB_WRAP, MUL_WRAP -> THREE_ADDRESS;
      case AND_INT, OR_INT, XOR_INT, SHR_INT -> THREE_ADDRESS;
      case ADD_FLOAT, SUB_FLOAT, MUL_FLOAT, DIV_FLOAT, NEG_FLOAT, SQRT_FLOAT -> THREE_ADDRESS;
      case CMP_INT, CMP_FLOAT, CMP_WORD -> THREE_ADDRESS;
      case LOAD_WORD, LOAD_RAW, LOAD_I64, LOAD_U32, LOAD_INDEXED -> THREE_ADDRESS;
      case STORE_WORD, STORE_I64, STORE_INDEXED -> THREE_ADDRESS;
      case NEW_CELL, LIST_STORE, LIST_APPEND -> THREE_ADDRESS;
      case POLL, COUNT, LOOP, PHI, JUMP_LOOP, EXIT, CLOSE -> THREE_ADDRESS;
    };
  }

  @Override
  public boolean takesConstant(TraceIr ir, int ref, int index) {
    return ConstantForms.takes(ir, ref, index);
  }
}
