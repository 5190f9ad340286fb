package dev.taipan.optimizer.ir;

import dev.taipan.vm.value.Word;

/**
 * What the pure operations compute, on the bits of their operands. The constant folder and the
 * reference executor both go by it; a backend is right if it agrees.
 */
public final class Semantics {
  private Semantics() {}

  /** Whether a pure operation that may exit does so for these operands. */
  public static boolean exits(IrOp op, long imm, long a, long b) {
    return switch (op) {
      case GUARD_INT -> !Word.isInt(a);
      case GUARD_FLOAT -> !Word.isDouble(a);
      case GUARD_BOOL -> !Word.isBool(a);
      case GUARD_WORD -> a != imm;
      case GUARD_TRUE -> a == 0;
      case GUARD_FALSE -> a != 0;
      case GUARD_BOUNDS -> Long.compareUnsigned(a, b) >= 0 || b < 0;
      case GUARD_NONZERO -> a == 0;
      case GUARD_CMP_INT, GUARD_CMP_WORD -> !Immediates.cond(imm).test(a, b);
      case GUARD_CMP_FLOAT -> compare(imm, a, b) != Immediates.expected(imm);
      case ADD_INT, SUB_INT, NEG_INT -> !Word.fitsInt(value(op, imm, a, b));
      case MUL_INT -> {
        long product = a * b;
        yield !Word.fitsInt(product) || Math.multiplyHigh(a, b) != product >> 63;
      }
      case SHL_INT -> !Word.fitsInt(a << b) || a << b >> b != a;
      case FLOORDIV_INT -> !Word.fitsInt(Math.floorDiv(a, b));
      default -> throw new IllegalArgumentException(op + " does not exit by its operands");
    };
  }

  /** The result of a pure operation that does not exit for these operands. */
  public static long value(IrOp op, long imm, long a, long b) {
    return switch (op) {
      case CONST_INT, CONST_FLOAT, CONST_BOOL, CONST_WORD, CONST_CELL, CONST_RAW -> imm;
      case AS_CELL -> a;
      case UNBOX_INT -> Boxing.unbox(ValueKind.I64, a);
      case UNBOX_FLOAT -> Boxing.unbox(ValueKind.F64, a);
      case UNBOX_BOOL -> Boxing.unbox(ValueKind.BOOL, a);
      case BOX_INT -> Boxing.box(ValueKind.I64, a);
      case BOX_FLOAT -> Boxing.box(ValueKind.F64, a);
      case BOX_BOOL -> Boxing.box(ValueKind.BOOL, a);
      case BOOL_TO_INT -> a;
      case INT_TO_FLOAT -> bits((double) a);
      case ADD_INT, ADD_WRAP -> a + b;
      case SUB_INT, SUB_WRAP -> a - b;
      case MUL_INT, MUL_WRAP -> a * b;
      case NEG_INT -> -a;
      case SHL_INT -> a << b;
      case FLOORDIV_INT -> Math.floorDiv(a, b);
      case MOD_INT -> Math.floorMod(a, b);
      case AND_INT -> a & b;
      case OR_INT -> a | b;
      case XOR_INT -> a ^ b;
      case SHR_INT -> a >> b;
      case ADD_FLOAT -> bits(number(a) + number(b));
      case SUB_FLOAT -> bits(number(a) - number(b));
      case MUL_FLOAT -> bits(number(a) * number(b));
      case DIV_FLOAT -> bits(number(a) / number(b));
      case NEG_FLOAT -> a ^ Long.MIN_VALUE;
      case SQRT_FLOAT -> bits(Math.sqrt(number(a)));
      case CMP_INT, CMP_WORD -> Immediates.cond(imm).test(a, b) ? 1 : 0;
      case CMP_FLOAT -> compare(imm, a, b) ? 1 : 0;
      case NOT_BOOL -> a ^ 1;
      default -> throw new IllegalArgumentException(op + " has no value of its own");
    };
  }

  private static boolean compare(long imm, long a, long b) {
    return Immediates.cond(imm).test(number(a), number(b));
  }

  private static double number(long bits) {
    return Double.longBitsToDouble(bits);
  }

  private static long bits(double number) {
    return Double.doubleToRawLongBits(number);
  }
}
