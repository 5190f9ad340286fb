package dev.taipan.vm.interp;

import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.IntLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.StrOps;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * What the generic forms of operators try first: exact numbers, strings and containers, whose
 * operators no script can redefine. The answer is EMPTY where the operands are something else or
 * the result does not fit; nothing has happened then.
 */
final class QuickOperators {
  /** For a comparison's number: a bit for each of less, equal, greater and unordered. */
  private static final long COMPARISONS = 0x64D231L;

  /** In place of a result; the one number that it is equal to takes the long way. */
  private static final long UNKNOWN = Long.MIN_VALUE;

  private QuickOperators() {}

  /** BINARY_OP. */
  static long binary(ThreadState ts, long left, long right, int arg) {
    int op = arg < Operators.INPLACE ? arg : arg - Operators.INPLACE;
    if (Word.areInts(left, right)) {
      return op == BinaryOps.TRUE_DIVIDE
          ? quotient(Word.unboxInt(left), Word.unboxInt(right))
          : ofLongs(ts, op, Word.unboxInt(left), Word.unboxInt(right));
    }
    if (Word.isDouble(left) && Word.isDouble(right)) {
      return ofDoubles(op, Word.unboxDouble(left), Word.unboxDouble(right));
    }
    if (arg == BinaryOps.SUBSCRIPT) {
      return Word.isCell(left) ? subscript(ts, left, right) : Word.EMPTY;
    }
    if (op == BinaryOps.ADD && Cells.is(left, Kind.STR) && Cells.is(right, Kind.STR)) {
      return Strs.concat(ts, left, right);
    }
    return isLong(left) && isLong(right)
        ? ofLongs(ts, op, Ints.toLong(left), Ints.toLong(right))
        : OperatorHandlers.mixedFloat(left, right, op);
  }

  /** An int of up to 64 bits, of exactly that class. */
  private static boolean isLong(long word) {
    return Word.isInt(word) || Cells.is(word, Kind.INT) && IntLayout.fitsLong(word);
  }

  /** 49 bits are exact as doubles. */
  private static long quotient(long a, long b) {
    return b == 0 ? Word.EMPTY : Word.boxDouble((double) a / (double) b);
  }

  private static long ofLongs(ThreadState ts, int op, long a, long b) {
    long result =
        switch (op) {
          case BinaryOps.ADD -> ((a ^ a + b) & (b ^ a + b)) < 0 ? UNKNOWN : a + b;
          case BinaryOps.SUBTRACT -> ((a ^ b) & (a ^ a - b)) < 0 ? UNKNOWN : a - b;
          case BinaryOps.AND -> a & b;
          case BinaryOps.OR -> a | b;
          case BinaryOps.XOR -> a ^ b;
          case BinaryOps.MULTIPLY -> Math.multiplyHigh(a, b) == a * b >> 63 ? a * b : UNKNOWN;
          case BinaryOps.REMAINDER -> b == 0 ? UNKNOWN : Math.floorMod(a, b);
          case BinaryOps.FLOOR_DIVIDE -> b == 0 ? UNKNOWN : Math.floorDiv(a, b);
          case BinaryOps.RIGHT_SHIFT -> b < 0 ? UNKNOWN : a >> Math.min(b, 63);
          default -> UNKNOWN;
        };
    return result == UNKNOWN ? Word.EMPTY : Ints.of(ts, result);
  }

  private static long ofDoubles(int op, double a, double b) {
    return switch (op) {
      case BinaryOps.ADD -> Word.boxDouble(a + b);
      case BinaryOps.SUBTRACT -> Word.boxDouble(a - b);
      case BinaryOps.MULTIPLY -> Word.boxDouble(a * b);
      case BinaryOps.TRUE_DIVIDE -> b == 0 ? Word.EMPTY : Word.boxDouble(a / b);
      default -> Word.EMPTY;
    };
  }

  /** A list, tuple or str by a position that it has, a dict by any key. */
  private static long subscript(ThreadState ts, long container, long key) {
    int id = Cells.id(container);
    if (id == Kind.LIST.id && Word.isInt(key)) {
      return listItem(container, Word.unboxInt(key));
    }
    if (id == Kind.DICT.id) {
      return OperatorHandlers.subscriptDict(ts, container, key);
    }
    if (id == Kind.TUPLE.id && Word.isInt(key)) {
      int length = TupleLayout.length(container);
      long index = Word.unboxInt(key);
      index = index < 0 ? index + length : index;
      return Long.compareUnsigned(index, length) < 0
          ? TupleLayout.get(container, (int) index)
          : Word.EMPTY;
    }
    return id == Kind.STR.id && Word.isInt(key)
        ? OperatorHandlers.subscriptString(ts, container, key)
        : Word.EMPTY;
  }

  /** The array that is indexed is the one whose capacity is checked. */
  private static long listItem(long list, long index) {
    long items = ListLayout.items(list);
    long length = ListLayout.length(list);
    long at = index < 0 ? index + length : index;
    return Long.compareUnsigned(at, length) < 0 && at < ListLayout.capacity(items)
        ? Memory.getLongAcquire(ListLayout.slot(items, at))
        : Word.EMPTY;
  }

  /** COMPARE_OP: a bool. */
  static long compare(ThreadState ts, long left, long right, int op) {
    if (Word.areInts(left, right)) {
      long a = Word.unboxInt(left);
      long b = Word.unboxInt(right);
      return ordered(op, a < b ? 0 : a == b ? 1 : 2);
    }
    if (Word.isDouble(left) && Word.isDouble(right)) {
      double a = Word.unboxDouble(left);
      double b = Word.unboxDouble(right);
      return ordered(op, a < b ? 0 : a == b ? 1 : a > b ? 2 : 3);
    }
    return Cells.is(left, Kind.STR) && Cells.is(right, Kind.STR)
        ? OperatorHandlers.compareStrings(ts, left, right, op)
        : Word.EMPTY;
  }

  private static long ordered(int op, int order) {
    return Word.boxBool((COMPARISONS >>> (op * 4 + order) & 1) != 0);
  }

  /** TO_BOOL. */
  static long truth(long value) {
    if (Word.isBool(value)) {
      return value;
    }
    if (value == Word.NONE) {
      return Word.FALSE;
    }
    if (Word.isInt(value)) {
      return Word.boxBool(Word.unboxInt(value) != 0);
    }
    return Word.EMPTY;
  }

  /** container[key] = value; false if that is still to be done. */
  static boolean store(ThreadState ts, long container, long key, long value) {
    if (!Word.isCell(container)) {
      return false;
    }
    int id = Cells.id(container);
    if (id == Kind.LIST.id && Word.isInt(key)) {
      return OperatorHandlers.storeListItem(ts, container, Word.unboxInt(key), value);
    }
    if (id == Kind.DICT.id) {
      Dicts.set(ts, container, key, value);
      return true;
    }
    return false;
  }

  /** Whether a dict or set has a key, a str a part: a bool. */
  static long contains(ThreadState ts, long container, long item) {
    if (!Word.isCell(container)) {
      return Word.EMPTY;
    }
    int id = Cells.id(container);
    if (id == Kind.DICT.id) {
      return OperatorHandlers.containsDict(ts, container, item, 0);
    }
    if (id == Kind.STR.id && Cells.is(item, Kind.STR)) {
      return Word.boxBool(StrOps.contains(ts, container, item));
    }
    return id == Kind.SET.id ? OperatorHandlers.containsSet(ts, container, item, 0) : Word.EMPTY;
  }
}
