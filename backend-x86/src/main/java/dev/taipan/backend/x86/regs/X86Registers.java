package dev.taipan.backend.x86.regs;

import static dev.taipan.optimizer.alloc.OpConstraint.THREE_ADDRESS;
import static dev.taipan.optimizer.alloc.OpConstraint.TWO_ADDRESS;

import dev.taipan.backend.x86.asm.Gpr;
import dev.taipan.backend.x86.asm.Xmm;
import dev.taipan.optimizer.alloc.Location;
import dev.taipan.optimizer.alloc.OpConstraint;
import dev.taipan.optimizer.alloc.RegisterFile;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.vm.thread.ThreadLayout;

/**
 * The register file: twelve general registers, fifteen SSE registers, the thread's spill area.
 *
 * <p>Almost every lowering reads its operands before it writes the result, because checked results
 * are made in the scratch register or by an instruction with three operands; the exceptions are the
 * two-address forms, and division and variable shifts, which the processor ties to registers.
 */
public final class X86Registers implements RegisterFile {
  private static final OpConstraint SHIFT =
      THREE_ADDRESS.withScratch(1, 0).withClobbers(bit(Gpr.RCX), -1);
  private static final OpConstraint QUOTIENT = division(Gpr.RAX);
  private static final OpConstraint REMAINDER = division(Gpr.RDX);

  private static final long GPRS = allGprs();
  private static final long FPRS = allFprs();

  private static OpConstraint division(Gpr result) {
    long clobbers = bit(Gpr.RAX) | bit(Gpr.RDX);
    return THREE_ADDRESS.withClobbers(clobbers, Location.gpr(result.code()));
  }

  private static long bit(Gpr register) {
    return Location.bit(Location.gpr(register.code()));
  }

  private static long allGprs() {
    long set = 0;
    for (Gpr register : Gpr.values()) {
      set |= bit(register);
    }
    return set
        & ~bit(Gpr.RSP)
        & ~bit(FixedRegisters.THREAD)
        & ~bit(FixedRegisters.FRAME)
        & ~bit(FixedRegisters.SCRATCH);
  }

  private static long allFprs() {
    long set = 0;
    for (Xmm register : Xmm.values()) {
      if (register != FixedRegisters.FLOAT_SCRATCH) {
        set |= Location.bit(Location.fpr(register.code()));
      }
    }
    return set;
  }

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
    return Location.gpr(FixedRegisters.SCRATCH.code());
  }

  @Override
  public int fprScratch() {
    return Location.fpr(FixedRegisters.FLOAT_SCRATCH.code());
  }

  @Override
  public int spillSlots() {
    return ThreadLayout.SPILL_WORDS;
  }

  @Override
  public OpConstraint constraint(TraceIr ir, int ref) {
    return switch (ir.op(ref)) {
      case SUB_INT, NEG_INT, SUB_WRAP, AND_INT, OR_INT, XOR_INT -> TWO_ADDRESS;
      case ADD_FLOAT, SUB_FLOAT, MUL_FLOAT, DIV_FLOAT, NEG_FLOAT -> TWO_ADDRESS;
      case UNBOX_INT, BOX_INT, UNBOX_BOOL, BOX_BOOL, NOT_BOOL -> TWO_ADDRESS;
      case SHL_INT, SHR_INT -> byConstant(ir, ref) ? TWO_ADDRESS : SHIFT;
      case FLOORDIV_INT -> byConstant(ir, ref) ? TWO_ADDRESS : QUOTIENT;
      case MOD_INT -> byConstant(ir, ref) ? TWO_ADDRESS : REMAINDER;
      case CONST_INT, CONST_FLOAT, CONST_BOOL, CONST_WORD, CONST_CELL, CONST_RAW -> THREE_ADDRESS;
      case AS_CELL, LOAD_SLOT, UNBOX_FLOAT, BOX_FLOAT, INT_TO_FLOAT, BOOL_TO_INT -> THREE_ADDRESS;
      case GUARD_INT, GUARD_FLOAT, GUARD_BOOL, GUARD_CELL_ID, GUARD_WORD -> THREE_ADDRESS;
      case GUARD_TRUE, GUARD_FALSE, GUARD_BOUNDS, GUARD_NONZERO, GUARD_STACK -> THREE_ADDRESS;
      case GUARD_CMP_INT, GUARD_CMP_FLOAT, GUARD_CMP_WORD -> THREE_ADDRESS;
      case ADD_INT, MUL_INT, ADD_WRAP, MUL_WRAP, SQRT_FLOAT -> THREE_ADDRESS;
      case CMP_INT, CMP_FLOAT, CMP_WORD -> THREE_ADDRESS;
      case LOAD_WORD, LOAD_RAW, LOAD_I64, LOAD_U32, LOAD_INDEXED -> THREE_ADDRESS;
      case STORE_WORD, STORE_I64, STORE_INDEXED -> THREE_ADDRESS;
      case NEW_CELL, LIST_STORE, LIST_APPEND -> THREE_ADDRESS;
      case POLL, COUNT, LOOP, PHI, JUMP_LOOP, EXIT, CLOSE -> THREE_ADDRESS;
    };
  }

  /** Whether operand 1 is a constant that the lowering takes without a register. */
  private boolean byConstant(TraceIr ir, int ref) {
    return takesConstant(ir, ref, 1);
  }

  @Override
  public boolean takesConstant(TraceIr ir, int ref, int index) {
    return ir.isConstant(ir.operand(ref, index)) && ConstantForms.takes(ir, ref, index);
  }
}
