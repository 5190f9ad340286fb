package dev.taipan.backend.arm64.regs;

import dev.taipan.backend.arm64.asm.Imm;
import dev.taipan.optimizer.ir.TraceIr;

/**
 * Which constant operands fit into the instructions of a lowering. The lowerings rely on it: an
 * operand without a register is one of these.
 */
public final class ConstantForms {
  private static final int LARGEST_OFFSET = 4095 * Long.BYTES;

  private ConstantForms() {}

  static boolean takes(TraceIr ir, int ref, int index) {
    long value = ir.imm(ir.operand(ref, index));
    return switch (ir.op(ref)) {
      case ADD_INT, SUB_INT, ADD_WRAP, SUB_WRAP -> index == 1 && isArithmetic(value);
      case CMP_INT, CMP_WORD, GUARD_CMP_INT, GUARD_CMP_WORD -> index == 1 && isArithmetic(value);
      case GUARD_BOUNDS ->
          Imm.Arith.of(value).isPresent() && (index == 1 || !ir.isConstant(ir.operand(ref, 1)));
      case AND_INT, OR_INT, XOR_INT -> index == 1 && Imm.Logic.of(value).isPresent();
      case SHL_INT -> index == 1 && value >= 0 && value < 49;
      case SHR_INT -> index == 1 && value >= 0 && value < 64;
      case FLOORDIV_INT, MOD_INT -> index == 1 && isPowerOfTwo(value);
      case STORE_WORD, STORE_I64 -> index == 1 && value == 0;
      case LOAD_INDEXED -> index == 1 && isIndex(ir, ref, value);
      case STORE_INDEXED -> (index == 1 && isIndex(ir, ref, value)) || (index == 2 && value == 0);
      case CONST_INT, CONST_FLOAT, CONST_BOOL, CONST_WORD, CONST_CELL, CONST_RAW -> false;
      case AS_CELL, LOAD_SLOT, UNBOX_INT, BOX_INT, UNBOX_FLOAT, BOX_FLOAT, UNBOX_BOOL -> false;
      case BOX_BOOL, INT_TO_FLOAT, BOOL_TO_INT, NEG_INT, NOT_BOOL -> false;
      case GUARD_INT, GUARD_FLOAT, GUARD_BOOL, GUARD_CELL_ID, GUARD_WORD -> false;
      case GUARD_TRUE, GUARD_FALSE, GUARD_NONZERO, GUARD_STACK -> false;
      case GUARD_CMP_FLOAT -> false;
      case MUL_INT, MUL_WRAP -> false;
      case ADD_FLOAT, SUB_FLOAT, MUL_FLOAT, DIV_FLOAT, NEG_FLOAT, SQRT_FLOAT -> false;
      case CMP_FLOAT -> false;
      case LOAD_WORD, LOAD_RAW, LOAD_I64, LOAD_U32 -> false;
      case NEW_CELL, LIST_STORE, LIST_APPEND -> false;
      case POLL, COUNT, LOOP, PHI, JUMP_LOOP, EXIT, CLOSE -> false;
    };
  }

  /** Whether an addition or a compare takes the constant, possibly as its opposite. */
  private static boolean isArithmetic(long value) {
    return Imm.Arith.of(value).isPresent() || Imm.Arith.of(-value).isPresent();
  }

  /** Whether dividing by it is a shift. */
  private static boolean isPowerOfTwo(long value) {
    return value > 0 && Long.bitCount(value) == 1;
  }

  /** Whether a constant index makes a constant offset from the base. */
  private static boolean isIndex(TraceIr ir, int ref, long value) {
    if (value < 0 || value > LARGEST_OFFSET) {
      return false;
    }
    long offset = ir.displacement(ref) + value * Long.BYTES;
    return offset >= 0 && offset <= LARGEST_OFFSET && offset % Long.BYTES == 0;
  }
}
