package dev.taipan.vm.compile;

import dev.taipan.vm.ast.CompareOperator;
import dev.taipan.vm.ast.Operator;

/** The numbers that operators have in BINARY_OP and COMPARE_OP. */
final class Operators {
  static final int SUBSCRIPT = 26;

  /** Asks COMPARE_OP for True or False whatever the comparison method returns. */
  static final int AS_BOOL = 16;

  private static final int IN_PLACE = 13;

  private Operators() {}

  static int binary(Operator op) {
    return switch (op) {
      case ADD -> 0;
      case BIT_AND -> 1;
      case FLOOR_DIV -> 2;
      case L_SHIFT -> 3;
      case MAT_MULT -> 4;
      case MULT -> 5;
      case MOD -> 6;
      case BIT_OR -> 7;
      case POW -> 8;
      case R_SHIFT -> 9;
      case SUB -> 10;
      case DIV -> 11;
      case BIT_XOR -> 12;
    };
  }

  static int inPlace(Operator op) {
    return IN_PLACE + binary(op);
  }

  /** The number of an ordering or equality. */
  static int comparison(CompareOperator op) {
    return switch (op) {
      case LT -> 0;
      case LT_E -> 1;
      case EQ -> 2;
      case NOT_EQ -> 3;
      case GT -> 4;
      case GT_E -> 5;
      case IS, IS_NOT, IN, NOT_IN -> throw new IllegalArgumentException(op.symbol());
    };
  }
}
