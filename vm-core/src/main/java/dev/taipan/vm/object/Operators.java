package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/**
 * Operators with all their rules: reflected methods, priority of a subclass's reflected method,
 * in-place forms.
 *
 * <p>An operator's number is its position among {@link Slot}'s forward rows, in-place ones follow
 * at {@link #INPLACE}; this is the argument that the compiler writes.
 */
public final class Operators {
  /** Added to an operator's number for its in-place form. */
  public static final int INPLACE = Slot.OPERATORS;

  private static final String[] SYMBOLS = {
    "+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^"
  };

  private Operators() {}

  /** {@code left op right} for an operator's number, in-place ones included. */
  public static long binary(ThreadState ts, int op, long left, long right) {
    int plain = op >= INPLACE ? op - INPLACE : op;
    long quick = Numbers.binary(ts, plain, left, right);
    if (quick != 0L) {
      return quick;
    }
    Slot slot = Slot.at(Slot.ADD.ordinal() + plain);
    if (op >= INPLACE) {
      PyType type = ts.runtime().typeOf(left);
      long method = type.slot(ts, slot.inPlace());
      boolean uncounted =
          slot == Slot.MUL
              && isSequenceOperator(ts, slot, type, method)
              && !Numbers.hasIndex(ts, right);
      if (method != 0L && !uncounted) {
        long result = Calls.method1(ts, method, left, right);
        if (result != Word.NOT_IMPLEMENTED) {
          return result;
        }
      }
    }
    long result = forwardOrReflected(ts, slot, left, right);
    if (result == Word.NOT_IMPLEMENTED) {
      throw unsupported(ts, SYMBOLS[plain] + (op >= INPLACE ? "=" : ""), op, left, right);
    }
    return result;
  }

  /**
   * Forward and reflected methods in the order that the types demand; NOT_IMPLEMENTED if neither
   * answers.
   */
  static long forwardOrReflected(ThreadState ts, Slot slot, long left, long right) {
    return inOrder(ts, slot, slot == Slot.DIVMOD ? Slot.RDIVMOD : slot.reflected(), left, right);
  }

  private static long inOrder(ThreadState ts, Slot slot, Slot reflected, long left, long right) {
    PyType leftType = ts.runtime().typeOf(left);
    PyType rightType = ts.runtime().typeOf(right);
    long forward = leftType.slot(ts, slot);
    long backward = leftType == rightType ? 0L : rightType.slot(ts, reflected);
    if (backward != 0L
        && rightType.isSubtypeOf(leftType)
        && backward != leftType.slot(ts, reflected)) {
      long result = Calls.method1(ts, backward, right, left);
      if (result != Word.NOT_IMPLEMENTED) {
        return result;
      }
      backward = 0L;
    }
    if (slot == Slot.MUL) { // what is no count is left to the other operand
      boolean counts = Numbers.hasIndex(ts, right);
      forward = !counts && isSequenceOperator(ts, slot, leftType, forward) ? 0L : forward;
      counts = Numbers.hasIndex(ts, left);
      backward = !counts && isSequenceOperator(ts, slot, rightType, backward) ? 0L : backward;
    }
    boolean repeats = isSequenceOperator(ts, slot, leftType, forward);
    boolean bothSequences = repeats && isSequenceOperator(ts, slot, rightType, backward);
    if (backward != 0L && repeats && !bothSequences) {
      // Joining and repeating come last: first the other operand may say what it makes of it.
      long result = Calls.method1(ts, backward, right, left);
      return result != Word.NOT_IMPLEMENTED ? result : Calls.method1(ts, forward, left, right);
    }
    if (forward != 0L) {
      long result = Calls.method1(ts, forward, left, right);
      if (result != Word.NOT_IMPLEMENTED || bothSequences) {
        return result;
      }
    }
    return backward == 0L ? Word.NOT_IMPLEMENTED : Calls.method1(ts, backward, right, left);
  }

  private static boolean isSequenceOperator(ThreadState ts, Slot slot, PyType type, long method) {
    if (method == 0L
        || slot != Slot.ADD && slot != Slot.MUL
        || ts.runtime().kindOf(method) != Kind.BUILTIN) {
      return false;
    }
    return switch (type.kind()) {
      case LIST, TUPLE, STR, BYTES, BYTEARRAY -> true;
      default -> false;
    };
  }

  private static RuntimeException unsupported(
      ThreadState ts, String symbol, int op, long left, long right) {
    Runtime runtime = ts.runtime();
    if (op == Slot.RSHIFT.ordinal()
        && runtime.typeOf(left) == runtime.types().builtinFunction
        && Functions.name(ts, left).equals("print")) {
      return Errors.typeError(
          ts,
          "unsupported operand type(s) for %s: '%s' and '%s'. Did you mean \"print(<message>,"
              + " file=<output_stream>)\"?",
          symbol,
          runtime.typeOf(left).name(),
          runtime.typeOf(right).name());
    }
    if (op == Slot.MUL.ordinal() || op == Slot.MUL.ordinal() + INPLACE) {
      long other = isSequence(ts, left) ? right : isSequence(ts, right) ? left : Word.EMPTY;
      if (other != Word.EMPTY) {
        return Errors.typeError(
            ts, "can't multiply sequence by non-int of type '%s'", runtime.typeOf(other).name());
      }
    }
    String shown = symbol.equals("** or pow()=") ? "**=" : symbol;
    return Errors.typeError(
        ts,
        "unsupported operand type(s) for %s: '%s' and '%s'",
        shown,
        runtime.typeOf(left).name(),
        runtime.typeOf(right).name());
  }

  private static boolean isSequence(ThreadState ts, long word) {
    return switch (ts.runtime().kindOf(word)) {
      case STR, BYTES, BYTEARRAY, LIST, TUPLE -> true;
      default -> false;
    };
  }

  public static long divmod(ThreadState ts, long left, long right) {
    long result = forwardOrReflected(ts, Slot.DIVMOD, left, right);
    if (result == Word.NOT_IMPLEMENTED) {
      throw unsupported(ts, "divmod()", -1, left, right);
    }
    return result;
  }

  /** {@code pow(base, exponent, modulus)}. */
  public static long power(ThreadState ts, long base, long exponent, long modulus) {
    if (modulus == Word.NONE) {
      return binary(ts, Slot.POW.ordinal(), base, exponent);
    }
    long method = ts.runtime().typeOf(base).slot(ts, Slot.POW);
    if (method != 0L) {
      long result = Calls.method2(ts, method, base, exponent, modulus);
      if (result != Word.NOT_IMPLEMENTED) {
        return result;
      }
    }
    Runtime runtime = ts.runtime();
    throw Errors.typeError(
        ts,
        "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
        runtime.typeOf(base).name(),
        runtime.typeOf(exponent).name(),
        runtime.typeOf(modulus).name());
  }

  public static long negative(ThreadState ts, long operand) {
    return unary(ts, Slot.NEG, "-", operand);
  }

  public static long positive(ThreadState ts, long operand) {
    return unary(ts, Slot.POS, "+", operand);
  }

  /** {@code abs(operand)}. */
  public static long absolute(ThreadState ts, long operand) {
    if (Word.isInt(operand)) {
      return Ints.of(ts, Math.abs(Word.unboxInt(operand)));
    }
    if (Word.isDouble(operand)) {
      return Word.boxDouble(Math.abs(Word.unboxDouble(operand)));
    }
    PyType type = ts.runtime().typeOf(operand);
    long method = type.slot(ts, Slot.ABS);
    if (method == 0L) {
      throw Errors.typeError(ts, "bad operand type for abs(): '%s'", type.name());
    }
    return Calls.method0(ts, method, operand);
  }

  public static long invert(ThreadState ts, long operand) {
    return unary(ts, Slot.INVERT, "~", operand);
  }

  private static long unary(ThreadState ts, Slot slot, String symbol, long operand) {
    long quick = Numbers.unary(ts, slot, operand);
    if (quick != 0L) {
      return quick;
    }
    long method = ts.runtime().typeOf(operand).slot(ts, slot);
    if (method == 0L) {
      throw Errors.typeError(
          ts, "bad operand type for unary %s: '%s'", symbol, ts.runtime().typeOf(operand).name());
    }
    return Calls.method0(ts, method, operand);
  }
}
