package dev.taipan.specializer;

import dev.taipan.vm.code.Op;
import dev.taipan.vm.interp.BinaryOps;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.value.Word;

/** Operators, comparisons, truth: what fits depends on the operands' kinds alone. */
final class BinarySites {
  private BinarySites() {}

  static int member(long sp, int arg) {
    long left = Operands.at(sp, 2);
    long right = Operands.at(sp, 1);
    if (arg == BinaryOps.SUBSCRIPT) {
      return subscript(left, right);
    }
    int operator = arg >= BinaryOps.INPLACE ? arg - BinaryOps.INPLACE : arg;
    if (Word.areInts(left, right)) {
      return ints(operator, right);
    }
    if (Word.isDouble(left) && Word.isDouble(right)) {
      return doubles(operator);
    }
    boolean mixed =
        Word.isDouble(left) ? Word.isInt(right) : Word.isInt(left) && Word.isDouble(right);
    if (mixed) {
      return doubles(operator) == 0 ? 0 : Op.BINARY_OP_FLOAT_MIXED;
    }
    boolean strings = Operands.kind(left) == Kind.STR && Operands.kind(right) == Kind.STR;
    return strings && operator == BinaryOps.ADD ? Op.BINARY_OP_ADD_STR : 0;
  }

  private static int ints(int operator, long right) {
    boolean zero = right == Word.boxInt(0);
    return switch (operator) {
      case BinaryOps.ADD -> Op.BINARY_OP_ADD_INT;
      case BinaryOps.SUBTRACT -> Op.BINARY_OP_SUBTRACT_INT;
      case BinaryOps.MULTIPLY -> Op.BINARY_OP_MULTIPLY_INT;
      case BinaryOps.FLOOR_DIVIDE -> zero ? 0 : Op.BINARY_OP_FLOORDIV_INT;
      case BinaryOps.REMAINDER -> zero ? 0 : Op.BINARY_OP_REMAINDER_INT;
      case BinaryOps.TRUE_DIVIDE -> zero ? 0 : Op.BINARY_OP_TRUEDIV_INT;
      case BinaryOps.AND -> Op.BINARY_OP_AND_INT;
      case BinaryOps.OR -> Op.BINARY_OP_OR_INT;
      case BinaryOps.XOR -> Op.BINARY_OP_XOR_INT;
      case BinaryOps.LEFT_SHIFT -> Op.BINARY_OP_LSHIFT_INT;
      case BinaryOps.RIGHT_SHIFT -> Op.BINARY_OP_RSHIFT_INT;
      default -> 0;
    };
  }

  private static int doubles(int operator) {
    return switch (operator) {
      case BinaryOps.ADD -> Op.BINARY_OP_ADD_FLOAT;
      case BinaryOps.SUBTRACT -> Op.BINARY_OP_SUBTRACT_FLOAT;
      case BinaryOps.MULTIPLY -> Op.BINARY_OP_MULTIPLY_FLOAT;
      case BinaryOps.TRUE_DIVIDE -> Op.BINARY_OP_TRUEDIV_FLOAT;
      default -> 0;
    };
  }

  private static int subscript(long container, long key) {
    Kind kind = Operands.kind(container);
    if (kind == Kind.DICT) {
      return Op.BINARY_OP_SUBSCR_DICT;
    }
    if (kind == null || !Word.isInt(key)) {
      return 0;
    }
    return switch (kind) {
      case LIST -> Op.BINARY_OP_SUBSCR_LIST_INT;
      case TUPLE -> Op.BINARY_OP_SUBSCR_TUPLE_INT;
      case STR -> Op.BINARY_OP_SUBSCR_STR_INT;
      default -> 0;
    };
  }

  static int comparison(long sp) {
    long left = Operands.at(sp, 2);
    long right = Operands.at(sp, 1);
    if (Word.areInts(left, right)) {
      return Op.COMPARE_OP_INT;
    }
    if (Word.isDouble(left) && Word.isDouble(right)) {
      return Op.COMPARE_OP_FLOAT;
    }
    boolean strings = Operands.kind(left) == Kind.STR && Operands.kind(right) == Kind.STR;
    return strings ? Op.COMPARE_OP_STR : 0;
  }

  static int truth(long sp) {
    long value = Operands.at(sp, 1);
    if (Word.isBool(value)) {
      return Op.TO_BOOL_BOOL;
    }
    if (Word.isInt(value)) {
      return Op.TO_BOOL_INT;
    }
    if (value == Word.NONE) {
      return Op.TO_BOOL_NONE;
    }
    Kind kind = Operands.kind(value);
    return kind == Kind.STR ? Op.TO_BOOL_STR : kind == Kind.LIST ? Op.TO_BOOL_LIST : 0;
  }
}
