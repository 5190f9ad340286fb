package dev.taipan.specializer;

import dev.taipan.vm.code.Op;
import dev.taipan.vm.interp.BinaryOps;
import dev.taipan.vm.interp.CallShapes;
import dev.taipan.vm.interp.Members;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** Operators, comparisons, truth: what fits depends on the operands' kinds alone. */
final class BinarySites {
  private BinarySites() {}

  static int member(ThreadState ts, long sp, int arg) {
    long left = Operands.at(sp, 2);
    long right = Operands.at(sp, 1);
    if (arg == BinaryOps.SUBSCRIPT) {
      return subscript(ts, left, right);
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

  private static int subscript(ThreadState ts, long container, long key) {
    Kind kind = Operands.kind(container);
    if (kind == Kind.DICT) {
      return Op.BINARY_OP_SUBSCR_DICT;
    }
    if (kind == null && ts.runtime().kindOf(container) == Kind.INSTANCE) {
      long method = ts.runtime().typeOf(container).slot(ts, Slot.GETITEM);
      boolean exact =
          Operands.kind(method) == Kind.FUNCTION
              && CallShapes.isExact(FunctionLayout.code(method), 2);
      return exact ? Op.BINARY_OP_SUBSCR_GETITEM : 0;
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

  static int truth(ThreadState ts, long pc, long sp) {
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
    if (kind == Kind.STR) {
      return Op.TO_BOOL_STR;
    }
    return kind == Kind.LIST ? Op.TO_BOOL_LIST : alwaysTrue(ts, pc, value);
  }

  /** An instance of a script's class that says nothing of its truth or length. */
  private static int alwaysTrue(ThreadState ts, long pc, long value) {
    if (!Word.isCell(value)) {
      return 0;
    }
    Shape shape = Operands.shape(ts, value);
    PyType type = shape.type();
    Site site = new Site(ts, pc, 0);
    return type.has(PyType.Flag.HEAP)
            && site.relyOn(type)
            && type.slot(ts, Slot.BOOL) == 0L
            && type.slot(ts, Slot.LEN) == 0L
            && site.publish(Members.TRUTH, shape.id(), 0, 0, 0)
        ? Op.TO_BOOL_ALWAYS_TRUE
        : 0;
  }
}
