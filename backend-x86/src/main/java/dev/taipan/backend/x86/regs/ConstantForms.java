package dev.taipan.backend.x86.regs;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.TraceIr;

/**
 * Which constants an operation takes without a register. Any 64-bit constant can be an operand as
 * an immediate or from the pool beside the code; what is asked here is where that needs a certain
 * operand or a certain value.
 */
public final class ConstantForms {
  private ConstantForms() {}

  /**
   * Whether the constant operand {@code index} of {@code ref} needs no register. Loads and stores
   * take a constant index if it fits the displacement; a shift takes a count in its range; a
   * division takes a power of two.
   */
  static boolean takes(TraceIr ir, int ref, int index) {
    long value = ir.imm(ir.operand(ref, index));
    return switch (ir.op(ref)) {
      case ADD_INT, SUB_INT, MUL_INT, ADD_WRAP, SUB_WRAP, MUL_WRAP -> index == 1;
      case AND_INT, OR_INT, XOR_INT -> index == 1;
      case CMP_INT, CMP_WORD, GUARD_CMP_INT, GUARD_CMP_WORD, GUARD_BOUNDS -> index == 1;
      case ADD_FLOAT, SUB_FLOAT, MUL_FLOAT, DIV_FLOAT -> index == 1;
      case CMP_FLOAT, GUARD_CMP_FLOAT -> index == floatMemoryOperand(ir.cond(ref));
      case SHL_INT -> index == 1 && value >= 0 && value < 49;
      case SHR_INT -> index == 1 && value >= 0 && value < 64;
      case FLOORDIV_INT, MOD_INT -> index == 1 && value > 0 && Long.bitCount(value) == 1;
      case STORE_WORD, STORE_I64 -> index == 1;
      case LOAD_INDEXED -> index == 1 && isIndex(ir, ref, value);
      case STORE_INDEXED -> index == 2 || (index == 1 && isIndex(ir, ref, value));
      case CONST_INT, CONST_FLOAT, CONST_BOOL, CONST_WORD, CONST_CELL, CONST_RAW -> false;
      case LOAD_SLOT, UNBOX_INT, BOX_INT, UNBOX_FLOAT, BOX_FLOAT, UNBOX_BOOL, BOX_BOOL -> false;
      case AS_CELL, INT_TO_FLOAT, BOOL_TO_INT, NEG_INT, NEG_FLOAT, SQRT_FLOAT, NOT_BOOL -> false;
      case GUARD_INT, GUARD_FLOAT, GUARD_BOOL, GUARD_CELL_ID, GUARD_WORD -> false;
      case GUARD_TRUE, GUARD_FALSE, GUARD_NONZERO, GUARD_STACK -> false;
      case LOAD_WORD, LOAD_RAW, LOAD_I64, LOAD_U32 -> false;
      case NEW_CELL, LIST_STORE, LIST_APPEND -> false;
      case POLL, COUNT, LOOP, PHI, JUMP_LOOP, EXIT, CLOSE -> false;
    };
  }

  private static boolean isIndex(TraceIr ir, int ref, long index) {
    // The first test keeps the multiplication from wrapping.
    return index == (int) index && disp(ir, ref, index) == (int) disp(ir, ref, index);
  }

  private static long disp(TraceIr ir, int ref, long index) {
    return ir.displacement(ref) + 8 * index;
  }

  /**
   * Which operand of a float compare can come from memory. The flags of an unordered compare look
   * like "below", so "less" is asked as "greater" with the operands exchanged.
   */
  public static int floatMemoryOperand(Cond cond) {
    return switch (cond) {
      case LT, LE -> 0;
      case EQ, NE, GT, GE -> 1;
    };
  }
}
