package dev.taipan.backend.arm64.regs;

import dev.taipan.backend.arm64.asm.Imm;
import dev.taipan.optimizer.ir.IrOp;
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
    IrOp op = ir.op(ref);
    return switch (op) {
      case ADD_INT, SUB_INT, ADD_WRAP, SUB_WRAP, CMP_INT, CMP_WORD, GUARD_CMP_INT, GUARD_CMP_WORD ->
          index == 1 && isArithmetic(value);
      case GUARD_BOUNDS ->
          Imm.Arith.of(value).isPresent() && (index == 1 || !ir.isConstant(ir.operand(ref, 1)));
      case AND_INT, OR_INT, XOR_INT -> index == 1 && Imm.Logic.of(value).isPresent();
      case SHL_INT, SHR_INT -> index == 1;
      case FLOORDIV_INT, MOD_INT -> index == 1 && isPowerOfTwo(value);
      case STORE_WORD, STORE_I64 -> index == 1 && value == 0;
      case LOAD_INDEXED -> index == 1 && isIndex(ir, ref, value);
      case STORE_INDEXED -> (index == 1 && isIndex(ir, ref, value)) || (index == 2 && value == 0);
      default -> false;
    };
  }

  /** Whether an addition or a compare takes the constant, possibly as its opposite. */
  private static boolean isArithmetic(long value) {
    return Imm.Arith.of(value).isPresent() || Imm.Arith.of(-value).isPresent();
  }

  /** Whether dividing by it is a shift. */
  public static boolean isPowerOfTwo(long value) {
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
