package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * Arithmetic on exact ints, bools and floats without a look at any type's slots, and conversions to
 * Java numbers.
 *
 * <p>The quick methods answer EMPTY where an operand is anything else; the caller then takes the
 * general way.
 */
public final class Numbers {
  private Numbers() {}

  /** Whether the word is an int, bool or int cell of exactly those types. */
  private static boolean isExactInt(long word) {
    return Word.isInt(word)
        || Word.isBool(word)
        || Word.isCell(word) && Memory.getInt(word) == Kind.INT.id;
  }

  /** {@code left op right} for plain operators on exact numbers; EMPTY for anything else. */
  static long binary(ThreadState ts, int op, long left, long right) {
    if (isExactInt(left)) {
      if (isExactInt(right)) {
        return Word.isBool(left) && Word.isBool(right) && isBitwise(op)
            ? bools(op, left, right)
            : ints(ts, op, left, right);
      }
      if (Word.isDouble(right)) {
        return floats(ts, op, intToDouble(ts, left), Word.unboxDouble(right));
      }
    } else if (Word.isDouble(left)) {
      if (Word.isDouble(right)) {
        return floats(ts, op, Word.unboxDouble(left), Word.unboxDouble(right));
      }
      if (isExactInt(right)) {
        return floats(ts, op, Word.unboxDouble(left), intToDouble(ts, right));
      }
    }
    return 0L;
  }

  private static boolean isBitwise(int op) {
    return op == Slot.AND.ordinal() || op == Slot.OR.ordinal() || op == Slot.XOR.ordinal();
  }

  private static long bools(int op, long left, long right) {
    boolean a = left == Word.TRUE;
    boolean b = right == Word.TRUE;
    return Word.boxBool(
        op == Slot.AND.ordinal() ? a && b : op == Slot.OR.ordinal() ? a || b : a ^ b);
  }

  /** The operator on two ints of any kind; EMPTY for matrix multiplication. */
  public static long ints(ThreadState ts, int op, long left, long right) {
    return switch (Slot.at(op)) {
      case ADD -> Ints.add(ts, left, right);
      case SUB -> Ints.subtract(ts, left, right);
      case MUL -> Ints.multiply(ts, left, right);
      case FLOORDIV -> {
        checkDivisor(ts, op, right);
        yield Ints.floorDivide(ts, left, right);
      }
      case MOD -> {
        checkDivisor(ts, op, right);
        yield Ints.modulo(ts, left, right);
      }
      case TRUEDIV -> {
        checkDivisor(ts, op, right);
        yield Word.boxDouble(Ints.trueDivide(ts, left, right));
      }
      case POW ->
          Ints.signum(right) < 0
              ? floats(ts, op, intToDouble(ts, left), intToDouble(ts, right))
              : Ints.power(ts, left, right);
      case AND -> Ints.and(ts, left, right);
      case OR -> Ints.or(ts, left, right);
      case XOR -> Ints.xor(ts, left, right);
      case LSHIFT -> Ints.shiftLeft(ts, left, right);
      case RSHIFT -> Ints.shiftRight(ts, left, right);
      default -> 0L;
    };
  }

  private static void checkDivisor(ThreadState ts, int op, long right) {
    if (Ints.signum(right) == 0) {
      throw byZero(ts, op);
    }
  }

  /** Whether an int has no such result with zero on the right. */
  public static boolean divides(int op) {
    return op == Slot.FLOORDIV.ordinal()
        || op == Slot.MOD.ordinal()
        || op == Slot.TRUEDIV.ordinal();
  }

  /** The error of an int divided by zero. */
  public static Raised byZero(ThreadState ts, int op) {
    return switch (Slot.at(op)) {
      case FLOORDIV -> Errors.zeroDivision(ts, "integer division or modulo by zero");
      case MOD -> Errors.zeroDivision(ts, "integer modulo by zero");
      default -> Errors.zeroDivision(ts, "division by zero");
    };
  }

  /** The operator on two doubles; EMPTY for those that floats do not have. */
  public static long floats(ThreadState ts, int op, double left, double right) {
    return switch (Slot.at(op)) {
      case ADD -> Word.boxDouble(left + right);
      case SUB -> Word.boxDouble(left - right);
      case MUL -> Word.boxDouble(left * right);
      case TRUEDIV -> {
        if (right == 0.0) {
          throw Errors.zeroDivision(ts, "float division by zero");
        }
        yield Word.boxDouble(left / right);
      }
      case FLOORDIV -> {
        if (right == 0.0) {
          throw Errors.zeroDivision(ts, "float floor division by zero");
        }
        yield Word.boxDouble(floorDivide(left, right));
      }
      case MOD -> {
        if (right == 0.0) {
          throw Errors.zeroDivision(ts, "float modulo");
        }
        yield Word.boxDouble(modulo(left, right));
      }
      case POW -> FloatPower.power(ts, left, right);
      default -> 0L;
    };
  }

  /** The remainder with the divisor's sign, as Python defines it. */
  public static double modulo(double left, double right) {
    double rest = left % right;
    if (rest != 0.0) {
      return (right < 0) != (rest < 0) ? rest + right : rest;
    }
    return Math.copySign(0.0, right);
  }

  /** The floored quotient that goes with {@link #modulo}. */
  public static double floorDivide(double left, double right) {
    double rest = left % right;
    double quotient = (left - rest) / right;
    if (rest != 0.0 && (right < 0) != (rest < 0)) {
      quotient -= 1.0;
    }
    if (quotient == 0.0) {
      return Math.copySign(0.0, left / right);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1.0 : floor;
  }

  /** The nearest double of an int, or OverflowError. */
  public static double intToDouble(ThreadState ts, long word) {
    double value = Ints.toDouble(word);
    if (Double.isInfinite(value)) {
      throw Errors.overflowError(ts, "int too large to convert to float");
    }
    return value;
  }

  /** A comparison of exact numbers; EMPTY for anything else. */
  static long compare(ThreadState ts, int op, long left, long right) {
    if (isExactInt(left)) {
      if (isExactInt(right)) {
        return Word.boxBool(holds(op, Ints.compare(left, right)));
      }
      if (Word.isDouble(right)) {
        double value = Word.unboxDouble(right);
        return Double.isNaN(value)
            ? Word.boxBool(op == 3)
            : Word.boxBool(holds(op, Ints.compareToDouble(left, value)));
      }
    } else if (Word.isDouble(left)) {
      if (Word.isDouble(right)) {
        return Word.boxBool(holds(op, Word.unboxDouble(left), Word.unboxDouble(right)));
      }
      if (isExactInt(right)) {
        double value = Word.unboxDouble(left);
        return Double.isNaN(value)
            ? Word.boxBool(op == 3)
            : Word.boxBool(holds(op, -Ints.compareToDouble(right, value)));
      }
    }
    return 0L;
  }

  static boolean holds(int op, int order) {
    return switch (op) {
      case 0 -> order < 0;
      case 1 -> order <= 0;
      case 2 -> order == 0;
      case 3 -> order != 0;
      case 4 -> order > 0;
      default -> order >= 0;
    };
  }

  static boolean holds(int op, double left, double right) {
    return switch (op) {
      case 0 -> left < right;
      case 1 -> left <= right;
      case 2 -> left == right;
      case 3 -> left != right;
      case 4 -> left > right;
      default -> left >= right;
    };
  }

  /** A unary operator on an exact number; EMPTY for anything else. */
  static long unary(ThreadState ts, Slot slot, long operand) {
    if (isExactInt(operand)) {
      return switch (slot) {
        case NEG -> Ints.negative(ts, operand);
        case INVERT -> Word.isBool(operand) ? 0L : Ints.invert(ts, operand);
        default -> Word.isBool(operand) ? Word.boxInt(Ints.toLong(operand)) : operand;
      };
    }
    if (Word.isDouble(operand)) {
      return switch (slot) {
        case NEG -> Word.boxDouble(-Word.unboxDouble(operand));
        case POS -> operand;
        default -> 0L;
      };
    }
    return 0L;
  }

  /** {@code operator.index}: an int word, by {@code __index__} where needed. */
  public static long index(ThreadState ts, long object) {
    if (Ints.isInt(ts, object)) {
      return object;
    }
    Runtime runtime = ts.runtime();
    long method = runtime.typeOf(object).slot(ts, Slot.INDEX);
    if (method == 0L) {
      throw Errors.typeError(
          ts, "'%s' object cannot be interpreted as an integer", runtime.typeOf(object).name());
    }
    long result = Calls.method0(ts, method, object);
    if (!Ints.isInt(ts, result)) {
      throw Errors.typeError(
          ts, "__index__ returned non-int (type %s)", runtime.typeOf(result).name());
    }
    if (runtime.typeOf(result) != runtime.types().int_) {
      Warnings.derived(ts, "__index__", "int", result);
    }
    return result;
  }

  public static boolean hasIndex(ThreadState ts, long object) {
    return Ints.isInt(ts, object) || ts.runtime().typeOf(object).slot(ts, Slot.INDEX) != 0L;
  }

  /** An index as a long; values beyond are clipped, as slices want it. */
  public static long indexClipped(ThreadState ts, long object) {
    long word = index(ts, object);
    if (Ints.fitsLong(word)) {
      return Ints.toLong(word);
    }
    return Ints.signum(word) < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** An index as a long; IndexError names the type where it does not fit. */
  public static long indexOrError(ThreadState ts, long object) {
    long word = index(ts, object);
    if (!Ints.fitsLong(word)) {
      throw Errors.indexError(
          ts, "cannot fit '%s' into an index-sized integer", ts.runtime().typeOf(object).name());
    }
    return Ints.toLong(word);
  }

  /** An argument declared {@code long}-like: OverflowError where it does not fit. */
  public static long asJavaLong(ThreadState ts, long object) {
    long word = index(ts, object);
    if (!Ints.fitsLong(word)) {
      throw Errors.overflowError(ts, "Python int too large to convert to C long");
    }
    return Ints.toLong(word);
  }

  /** An argument declared {@code int}. */
  public static int asJavaInt(ThreadState ts, long object) {
    long value = asJavaLong(ts, object);
    if (value != (int) value) {
      throw Errors.overflowError(
          ts,
          value < 0
              ? "signed integer is less than minimum"
              : "signed integer is greater than maximum");
    }
    return (int) value;
  }

  /** What an object's {@code __float__} gives. */
  public static double byFloatMethod(ThreadState ts, long object) {
    Runtime runtime = ts.runtime();
    PyType type = runtime.typeOf(object);
    long result = Calls.method0(ts, type.slot(ts, Slot.FLOAT), object);
    if (!Floats.isFloat(ts, result)) {
      throw Errors.typeError(
          ts,
          "%s.__float__ returned non-float (type %s)",
          type.name(),
          runtime.typeOf(result).name());
    }
    double value = Floats.value(ts, result);
    if (runtime.typeOf(result) != runtime.types().float_) {
      Warnings.derived(ts, type.name() + ".__float__", "float", result);
    }
    return value;
  }

  /** An argument declared {@code double}: floats, {@code __float__}, {@code __index__}. */
  public static double asDouble(ThreadState ts, long object) {
    if (Word.isDouble(object)) {
      return Word.unboxDouble(object);
    }
    if (Word.isInt(object)) {
      return Word.unboxInt(object);
    }
    Runtime runtime = ts.runtime();
    if (Floats.isFloat(ts, object)) {
      return Floats.value(ts, object);
    }
    if (runtime.typeOf(object).slot(ts, Slot.FLOAT) != 0L) {
      return byFloatMethod(ts, object);
    }
    if (runtime.typeOf(object).slot(ts, Slot.INDEX) != 0L) {
      return intToDouble(ts, index(ts, object));
    }
    throw Errors.typeError(ts, "must be real number, not %s", runtime.typeOf(object).name());
  }
}
