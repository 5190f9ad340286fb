package dev.taipan.optimizer.alloc;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;

/** Register files of all sizes with the constraints that real ones have. */
record SmallFile(int gprCount, int fprCount, boolean twoAddress, int spillSlots)
    implements RegisterFile {
  @Override
  public long gprs() {
    return (1L << gprCount) - 1;
  }

  @Override
  public long fprs() {
    return ((1L << fprCount) - 1) << Location.FIRST_FPR;
  }

  @Override
  public int gprScratch() {
    return Location.gpr(30);
  }

  @Override
  public int fprScratch() {
    return Location.fpr(31);
  }

  @Override
  public OpConstraint constraint(TraceIr ir, int ref) {
    IrOp op = ir.op(ref);
    OpConstraint plain = twoAddress ? OpConstraint.TWO_ADDRESS : OpConstraint.THREE_ADDRESS;
    return switch (op) {
      case FLOORDIV_INT, MOD_INT ->
          OpConstraint.THREE_ADDRESS.withClobbers(3, op == IrOp.MOD_INT ? 1 : 0);
      case MUL_INT -> OpConstraint.EARLY_DEF;
      case GUARD_CELL_ID -> plain.withScratch(1, 0);
      case BOX_FLOAT -> plain.withScratch(1, 1);
      case CMP_FLOAT -> OpConstraint.THREE_ADDRESS.withScratch(0, 1);
      default -> plain;
    };
  }

  @Override
  public boolean takesConstant(TraceIr ir, int ref, int index) {
    long imm = ir.imm(ir.operand(ref, index));
    return switch (ir.op(ref)) {
      case ADD_INT, SUB_INT, AND_INT, GUARD_CMP_INT, CMP_INT -> index == 1 && (int) imm == imm;
      default -> false;
    };
  }
}
