package dev.taipan.optimizer.build;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.optimizer.trace.TraceUop;
import dev.taipan.vm.value.Word;

/** Arithmetic and comparison: values stay unboxed from the guard on. */
final class NumberUops {
  private static final int NONE = TraceIr.NONE;
  private static final int INPLACE = 13;
  private static final Cond[] COMPARISONS = {Cond.LT, Cond.LE, Cond.EQ, Cond.NE, Cond.GT, Cond.GE};

  private final BuildState s;

  NumberUops(BuildState state) {
    s = state;
  }

  Step bothInt() throws TraceAbort {
    s.asInt(s.peek(0));
    s.asInt(s.peek(1));
    return Step.DONE;
  }

  Step bothFloat() throws TraceAbort {
    s.asFloat(s.peek(0));
    s.asFloat(s.peek(1));
    return Step.DONE;
  }

  /** A binary operation on two ints that are known to be ints. */
  Step intOp(TraceUop uop) throws TraceAbort {
    int right = s.asInt(s.peek(0));
    int left = s.asInt(s.peek(1));
    int result =
        switch (uop) {
          case _ADD_INT -> s.checked(IrOp.ADD_INT, left, right, 0);
          case _SUBTRACT_INT -> s.checked(IrOp.SUB_INT, left, right, 0);
          case _MULTIPLY_INT -> s.checked(IrOp.MUL_INT, left, right, 0);
          case _FLOORDIV_INT -> {
            s.checked(IrOp.GUARD_NONZERO, right, NONE, 0);
            yield s.checked(IrOp.FLOORDIV_INT, left, right, 0);
          }
          case _REMAINDER_INT -> {
            s.checked(IrOp.GUARD_NONZERO, right, NONE, 0);
            yield s.add(IrOp.MOD_INT, left, right);
          }
          case _TRUEDIV_INT -> {
            s.checked(IrOp.GUARD_NONZERO, right, NONE, 0);
            int dividend = s.add(IrOp.INT_TO_FLOAT, left);
            yield s.add(IrOp.DIV_FLOAT, dividend, s.add(IrOp.INT_TO_FLOAT, right));
          }
          case _AND_INT -> s.add(IrOp.AND_INT, left, right);
          case _OR_INT -> s.add(IrOp.OR_INT, left, right);
          case _XOR_INT -> s.add(IrOp.XOR_INT, left, right);
          case _LSHIFT_INT -> {
            s.checked(IrOp.GUARD_BOUNDS, right, s.integer(Word.INT_PAYLOAD_BITS), 0);
            yield s.checked(IrOp.SHL_INT, left, right, 0);
          }
          case _RSHIFT_INT -> {
            s.checked(IrOp.GUARD_BOUNDS, right, s.integer(Long.SIZE), 0);
            yield s.add(IrOp.SHR_INT, left, right);
          }
          default -> throw new IllegalArgumentException(uop + " is no int operation");
        };
    return replaceTwo(result);
  }

  Step floatOp(TraceUop uop) throws TraceAbort {
    int right = s.asFloat(s.peek(0));
    int left = s.asFloat(s.peek(1));
    return switch (uop) {
      case _ADD_FLOAT -> replaceTwo(s.add(IrOp.ADD_FLOAT, left, right));
      case _SUBTRACT_FLOAT -> replaceTwo(s.add(IrOp.SUB_FLOAT, left, right));
      case _MULTIPLY_FLOAT -> replaceTwo(s.add(IrOp.MUL_FLOAT, left, right));
      case _TRUEDIV_FLOAT -> replaceTwo(quotient(left, right));
      default -> throw new IllegalArgumentException(uop + " is no float operation");
    };
  }

  private int quotient(int left, int right) {
    int zero = s.ir.add(IrOp.CONST_FLOAT, 0);
    s.checked(IrOp.GUARD_CMP_FLOAT, right, zero, Immediates.ofCond(Cond.NE, true));
    return s.add(IrOp.DIV_FLOAT, left, right);
  }

  /** A float and an int, as recorded. */
  Step mixed(int operator, long seenLeft, long seenRight) throws TraceAbort {
    int right = number(s.peek(0), seenRight);
    int left = number(s.peek(1), seenLeft);
    if (right == NONE || left == NONE) {
      return Step.STOP;
    }
    return switch (operator % INPLACE) {
      case 0 -> replaceTwo(s.add(IrOp.ADD_FLOAT, left, right));
      case 5 -> replaceTwo(s.add(IrOp.MUL_FLOAT, left, right));
      case 10 -> replaceTwo(s.add(IrOp.SUB_FLOAT, left, right));
      case 11 -> replaceTwo(quotient(left, right));
      default -> Step.STOP;
    };
  }

  private int number(int value, long seen) throws TraceAbort {
    ValueKind kind = s.ir.kind(value);
    if (kind == ValueKind.F64 || (kind == ValueKind.WORD && Word.isDouble(seen))) {
      return s.asFloat(value);
    }
    boolean isInt = kind == ValueKind.I64 || (kind == ValueKind.WORD && Word.isInt(seen));
    return isInt ? s.add(IrOp.INT_TO_FLOAT, s.asInt(value)) : NONE;
  }

  Step negative(long seen) throws TraceAbort {
    int value = s.peek(0);
    ValueKind kind = s.ir.kind(value);
    if (kind == ValueKind.I64 || (kind == ValueKind.WORD && Word.isInt(seen))) {
      return replaceTop(s.checked(IrOp.NEG_INT, s.asInt(value), NONE, 0));
    } else if (kind == ValueKind.F64 || (kind == ValueKind.WORD && Word.isDouble(seen))) {
      return replaceTop(s.add(IrOp.NEG_FLOAT, s.asFloat(value)));
    }
    return Step.STOP;
  }

  Step compareInts(int arg) throws TraceAbort {
    int right = s.asInt(s.peek(0));
    int left = s.asInt(s.peek(1));
    return compare(IrOp.CMP_INT, left, right, arg);
  }

  Step compareFloats(int arg) throws TraceAbort {
    int right = s.asFloat(s.peek(0));
    int left = s.asFloat(s.peek(1));
    return compare(IrOp.CMP_FLOAT, left, right, arg);
  }

  private Step compare(IrOp op, int left, int right, int arg) throws TraceAbort {
    int which = arg & 7;
    if (which >= COMPARISONS.length) {
      return Step.STOP;
    }
    return replaceTwo(s.addImm(op, left, right, Immediates.ofCond(COMPARISONS[which])));
  }

  Step identity(int arg) throws TraceAbort {
    int right = s.boxed(s.peek(0));
    int left = s.boxed(s.peek(1));
    long cond = Immediates.ofCond(arg == 0 ? Cond.EQ : Cond.NE);
    return replaceTwo(s.addImm(IrOp.CMP_WORD, left, right, cond));
  }

  Step isNonzero() throws TraceAbort {
    return isNonzero(s.asInt(s.peek(0)));
  }

  /** Replaces the top by whether this int is not 0. */
  Step isNonzero(int value) throws TraceAbort {
    long cond = Immediates.ofCond(Cond.NE);
    return replaceTop(s.addImm(IrOp.CMP_INT, value, s.integer(0), cond));
  }

  Step not() throws TraceAbort {
    return replaceTop(s.add(IrOp.NOT_BOOL, s.asBool(s.peek(0))));
  }

  Step noneIsFalse() throws TraceAbort {
    int value = s.peek(0);
    if (s.ir.kind(value) != ValueKind.WORD) {
      return Step.STOP;
    }
    s.checked(IrOp.GUARD_WORD, value, NONE, Word.NONE);
    return replaceTop(s.ir.add(IrOp.CONST_BOOL, 0));
  }

  /** math.sqrt, known by identity, of a float or an int that is not negative. */
  Step squareRoot(long callable, long seen) throws TraceAbort {
    int function = s.peek(2);
    ValueKind kind = s.ir.kind(function);
    boolean isWord = kind == ValueKind.WORD || kind == ValueKind.CELL;
    if (!isWord || !s.isEmpty(s.peek(1))) {
      return Step.STOP;
    }
    s.checked(IrOp.GUARD_WORD, function, NONE, callable);
    int value = number(s.peek(0), seen);
    if (value == NONE) {
      return Step.STOP;
    }
    int zero = s.ir.add(IrOp.CONST_FLOAT, 0);
    s.checked(IrOp.GUARD_CMP_FLOAT, value, zero, Immediates.ofCond(Cond.GE, true));
    int root = s.add(IrOp.SQRT_FLOAT, value);
    s.drop();
    return replaceTwo(root);
  }

  Step replaceTop(int result) throws TraceAbort {
    s.drop();
    s.push(result);
    return Step.DONE;
  }

  Step replaceTwo(int result) throws TraceAbort {
    s.drop();
    return replaceTop(result);
  }
}
