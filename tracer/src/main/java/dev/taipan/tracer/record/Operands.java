package dev.taipan.tracer.record;

import dev.taipan.optimizer.trace.TraceUop;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.value.Word;

/**
 * What the noted operands say. A specialized instruction whose guard did not hold for them has run
 * in its generic form; recording the member then would make a trace that is left at once.
 */
final class Operands {
  private Operands() {}

  /**
   * Whether the guards among the uops hold for the two topmost words as they were before the
   * instruction.
   */
  static boolean guardsHold(TraceUop[] uops, long second, long top) {
    for (TraceUop uop : uops) {
      boolean holds =
          switch (uop) {
            case _GUARD_BOTH_INT -> Word.areInts(second, top);
            case _GUARD_BOTH_FLOAT -> Word.isDouble(second) && Word.isDouble(top);
            case BINARY_OP_FLOAT_MIXED -> isNumber(second) && isNumber(top);
            case UNARY_NEGATIVE -> isNumber(top);
            case _GUARD_KEY_INT, TO_BOOL_INT -> Word.isInt(top);
            case _TO_BOOL_BOOL -> Word.isBool(top);
            case CALL_LEN -> isSized(top);
            case CALL_LIST_APPEND -> Cells.is(second, Kind.LIST);
            case STORE_SUBSCR_LIST_INT -> Cells.is(second, Kind.LIST) && Word.isInt(top);
            case FOR_ITER_RANGE -> Cells.is(top, Kind.RANGE_ITER);
            case FOR_ITER_LIST -> Cells.is(top, Kind.LIST_ITER);
            case FOR_ITER_TUPLE -> Cells.is(top, Kind.TUPLE_ITER);
            default -> true;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSized(long word) {
    return Cells.is(word, Kind.LIST)
        || Cells.is(word, Kind.TUPLE)
        || Cells.is(word, Kind.STR)
        || Cells.is(word, Kind.DICT);
  }

  private static boolean isNumber(long word) {
    return Word.isInt(word) || Word.isDouble(word);
  }

  /** An operand that is recorded for its kind: numbers hold no reference, so they need no root. */
  static long number(long word) {
    return isNumber(word) ? word : Word.EMPTY;
  }
}
