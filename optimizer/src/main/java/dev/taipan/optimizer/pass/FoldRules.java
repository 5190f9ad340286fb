package dev.taipan.optimizer.pass;

import dev.taipan.optimizer.ir.Cond;
import dev.taipan.optimizer.ir.Immediates;
import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.ir.Verifier;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.vm.value.Word;

/**
 * The rules by which one operation becomes a simpler one. Each keeps the result bit for bit, and
 * whether the exit is taken; so none regroups checked arithmetic, and none that is wrong for -0.0
 * or NaN is here.
 */
final class FoldRules {
  /** No rule applies. */
  static final int NO_RULE = -2;

  private static final int DROPPED = Rewriter.DROPPED;
  private static final int NONE = TraceIr.NONE;
  private static final long ONE = Double.doubleToRawLongBits(1.0);
  private static final long ZERO = Double.doubleToRawLongBits(0.0);

  private final Rewriter pass;
  private final TraceIr out;

  FoldRules(Rewriter pass) {
    this.pass = pass;
    out = pass.out;
  }

  /** What stands for {@code op} on a and b, or NO_RULE. */
  int apply(int ref, IrOp op, int a, int b, long imm) throws TraceAbort {
    return switch (op) {
      case ADD_INT, SUB_INT, MUL_INT, ADD_WRAP, SUB_WRAP, MUL_WRAP -> arithmetic(ref, op, a, b);
      case FLOORDIV_INT, MOD_INT -> division(ref, op, a, b);
      case AND_INT, OR_INT, XOR_INT -> bits(ref, op, a, b);
      case SHL_INT, SHR_INT -> isInt(b, 0) ? a : NO_RULE;
      case NEG_INT, NEG_FLOAT, NOT_BOOL -> negation(ref, op, a);
      case ADD_FLOAT, MUL_FLOAT, SUB_FLOAT, DIV_FLOAT -> floats(ref, op, a, b);
      case UNBOX_INT -> inverse(a, IrOp.BOX_INT);
      case UNBOX_FLOAT -> inverse(a, IrOp.BOX_FLOAT);
      case UNBOX_BOOL -> inverse(a, IrOp.BOX_BOOL);
      case BOX_INT -> inverse(a, IrOp.UNBOX_INT);
      case BOX_FLOAT -> inverse(a, IrOp.UNBOX_FLOAT);
      case BOX_BOOL -> inverse(a, IrOp.UNBOX_BOOL);
      case CMP_INT -> compareInts(ref, a, b, Immediates.cond(imm));
      case CMP_WORD -> compareWords(ref, a, b, Immediates.cond(imm));
      case GUARD_INT -> tagGuard(op, a, IrOp.BOX_INT);
      case GUARD_FLOAT -> tagGuard(op, a, IrOp.BOX_FLOAT);
      case GUARD_BOOL -> tagGuard(op, a, IrOp.BOX_BOOL);
      case GUARD_NONZERO -> tagOf(a) != null ? DROPPED : NO_RULE;
      case GUARD_TRUE, GUARD_FALSE -> truthGuard(ref, op, a);
      case GUARD_CELL_ID -> cellGuard(op, a, imm);
      case GUARD_WORD -> wordGuard(ref, op, a, imm);
      case GUARD_CMP_INT -> compareGuard(op, a, b, Immediates.cond(imm));
      case AS_CELL -> out.kind(a) == ValueKind.CELL ? a : NO_RULE;
      default -> NO_RULE;
    };
  }

  private boolean isInt(int value, long wanted) {
    return value >= 0 && out.op(value) == IrOp.CONST_INT && out.imm(value) == wanted;
  }

  private boolean isFloat(int value, long wanted) {
    return out.op(value) == IrOp.CONST_FLOAT && out.imm(value) == wanted;
  }

  private int integer(long value) {
    return pass.constant(ValueKind.I64, value);
  }

  private int truth(boolean value) {
    return pass.constant(ValueKind.BOOL, value ? 1 : 0);
  }

  private int inverse(int a, IrOp of) {
    return out.op(a) == of ? out.operand(a, 0) : NO_RULE;
  }

  // ---- ints

  private int arithmetic(int ref, IrOp op, int a, int b) {
    boolean minus = op == IrOp.SUB_INT || op == IrOp.SUB_WRAP;
    boolean times = op == IrOp.MUL_INT || op == IrOp.MUL_WRAP;
    if (!minus && out.isConstant(a)) {
      return again(ref, op, b, a);
    }
    if (isInt(b, times ? 1 : 0)) {
      return a;
    }
    if (times && isInt(b, 0)) {
      return b;
    }
    return minus && a == b ? integer(0) : NO_RULE;
  }

  /** The operation with its constant on the right, where the other rules look for it. */
  private int again(int ref, IrOp op, int a, int b) {
    if (out.isConstant(a)) {
      return NO_RULE;
    }
    int simpler =
        switch (op) {
          case AND_INT, OR_INT, XOR_INT -> bits(ref, op, a, b);
          case ADD_FLOAT, MUL_FLOAT -> floats(ref, op, a, b);
          default -> arithmetic(ref, op, a, b);
        };
    return simpler == NO_RULE ? pass.add(ref, op, a, b, NONE, 0) : simpler;
  }

  /** By a power of two: flooring makes a shift and a mask right for negative numbers too. */
  private int division(int ref, IrOp op, int a, int b) {
    if (out.op(b) != IrOp.CONST_INT) {
      return NO_RULE;
    }
    long divisor = out.imm(b);
    if (divisor <= 0 || Long.bitCount(divisor) != 1) {
      return NO_RULE;
    }
    if (op == IrOp.MOD_INT) {
      return divisor == 1
          ? integer(0)
          : pass.add(ref, IrOp.AND_INT, a, integer(divisor - 1), NONE, 0);
    }
    int count = Long.numberOfTrailingZeros(divisor);
    return count == 0 ? a : pass.add(ref, IrOp.SHR_INT, a, integer(count), NONE, 0);
  }

  private int bits(int ref, IrOp op, int a, int b) {
    if (out.isConstant(a)) {
      return again(ref, op, b, a);
    }
    if (a == b) {
      return op == IrOp.XOR_INT ? integer(0) : a;
    }
    if (isInt(b, op == IrOp.AND_INT ? -1 : 0)) {
      return a;
    }
    if (op == IrOp.AND_INT && isInt(b, 0)) {
      return b;
    }
    boolean masks = op == IrOp.AND_INT && out.op(a) == op && out.op(b) == IrOp.CONST_INT;
    if (masks && out.op(out.operand(a, 1)) == IrOp.CONST_INT) {
      long mask = out.imm(b) & out.imm(out.operand(a, 1));
      return pass.add(ref, op, out.operand(a, 0), integer(mask), NONE, 0);
    }
    return NO_RULE;
  }

  private int negation(int ref, IrOp op, int a) {
    if (out.op(a) == op) {
      return out.operand(a, 0);
    }
    boolean opposite = out.op(a) == IrOp.CMP_INT || out.op(a) == IrOp.CMP_WORD;
    if (op == IrOp.NOT_BOOL && opposite) {
      long cond = Immediates.ofCond(out.cond(a).negate());
      return pass.add(ref, out.op(a), out.operand(a, 0), out.operand(a, 1), NONE, cond);
    }
    return NO_RULE;
  }

  // ---- doubles

  private int floats(int ref, IrOp op, int a, int b) {
    boolean commutes = op == IrOp.ADD_FLOAT || op == IrOp.MUL_FLOAT;
    if (commutes && out.isConstant(a)) {
      return again(ref, op, b, a);
    }
    if (op == IrOp.SUB_FLOAT && isFloat(b, ZERO)) {
      return a;
    }
    if ((op == IrOp.MUL_FLOAT || op == IrOp.DIV_FLOAT) && isFloat(b, ONE)) {
      return a;
    }
    if (op == IrOp.DIV_FLOAT && out.op(b) == IrOp.CONST_FLOAT) {
      return reciprocal(ref, a, Double.longBitsToDouble(out.imm(b)));
    }
    return NO_RULE;
  }

  /** Division by a power of two is multiplication by another, exactly. */
  private int reciprocal(int ref, int a, double divisor) {
    int exponent = Math.getExponent(divisor);
    boolean normal = exponent > Double.MIN_EXPONENT && exponent < Double.MAX_EXPONENT;
    if (!normal || Math.abs(divisor) != Math.scalb(1.0, exponent)) {
      return NO_RULE;
    }
    long bits = Double.doubleToRawLongBits(1.0 / divisor);
    return pass.add(ref, IrOp.MUL_FLOAT, a, pass.constant(ValueKind.F64, bits), NONE, 0);
  }

  // ---- comparisons

  private int compareInts(int ref, int a, int b, Cond cond) {
    if (a == b) {
      return truth(cond.test(0, 0));
    }
    if (out.isConstant(a)) {
      return pass.add(ref, IrOp.CMP_INT, b, a, NONE, Immediates.ofCond(cond.swap()));
    }
    boolean ofBool = out.op(a) == IrOp.BOOL_TO_INT && isInt(b, 0);
    if (ofBool && cond == Cond.NE) {
      return out.operand(a, 0);
    }
    return ofBool && cond == Cond.EQ
        ? pass.add(ref, IrOp.NOT_BOOL, out.operand(a, 0), NONE, NONE, 0)
        : NO_RULE;
  }

  private int compareWords(int ref, int a, int b, Cond cond) {
    if (a == b) {
      return truth(cond == Cond.EQ);
    }
    if (out.isConstant(a)) {
      return pass.add(ref, IrOp.CMP_WORD, b, a, NONE, Immediates.ofCond(cond));
    }
    IrOp tagA = tagOf(a);
    IrOp tagB = tagOf(b);
    if (tagA == null || tagB == null) {
      return NO_RULE;
    }
    if (tagA != tagB) {
      return truth(cond == Cond.NE);
    }
    if (tagA == IrOp.BOX_INT && out.op(a) == tagA && out.op(b) == tagA) {
      int left = out.operand(a, 0);
      return pass.add(ref, IrOp.CMP_INT, left, out.operand(b, 0), NONE, Immediates.ofCond(cond));
    }
    if (tagA == IrOp.BOX_BOOL && out.op(a) == tagA && out.isConstant(b)) {
      boolean same = (out.imm(b) == Word.TRUE) == (cond == Cond.EQ);
      int operand = out.operand(a, 0);
      return same ? operand : pass.add(ref, IrOp.NOT_BOOL, operand, NONE, NONE, 0);
    }
    return NO_RULE;
  }

  // ---- guards

  /** What a word certainly is, as the operation that would make it; null if that is not known. */
  private IrOp tagOf(int value) {
    if (out.kind(value) == ValueKind.CELL) {
      return IrOp.AS_CELL;
    }
    return switch (out.op(value)) {
      case BOX_INT, BOX_FLOAT, BOX_BOOL -> out.op(value);
      case CONST_WORD -> tagOf(out.imm(value));
      default -> null;
    };
  }

  private static IrOp tagOf(long word) {
    if (Word.isInt(word)) {
      return IrOp.BOX_INT;
    } else if (Word.isDouble(word)) {
      return IrOp.BOX_FLOAT;
    } else if (Word.isBool(word)) {
      return IrOp.BOX_BOOL;
    }
    return Word.isCell(word) ? IrOp.AS_CELL : null;
  }

  private int tagGuard(IrOp op, int a, IrOp wanted) throws TraceAbort {
    IrOp tag = tagOf(a);
    if (tag == null) {
      return NO_RULE;
    }
    if (tag != wanted) {
      throw Fold.contradiction(op);
    }
    return DROPPED;
  }

  private int cellGuard(IrOp op, int a, long id) throws TraceAbort {
    IrOp tag = tagOf(a);
    if (tag != null && tag != IrOp.AS_CELL) {
      throw Fold.contradiction(op);
    }
    // An instance's shape may have changed since it was checked: that is for ForwardLoads to judge.
    boolean checked = out.op(a) == IrOp.GUARD_CELL_ID && out.imm(a) == id;
    return checked && Verifier.isStableId(id) ? a : NO_RULE;
  }

  private int truthGuard(int ref, IrOp op, int a) {
    if (out.op(a) != IrOp.NOT_BOOL) {
      return NO_RULE;
    }
    IrOp other = op == IrOp.GUARD_TRUE ? IrOp.GUARD_FALSE : IrOp.GUARD_TRUE;
    return pass.add(ref, other, out.operand(a, 0), NONE, NONE, 0);
  }

  private int wordGuard(int ref, IrOp op, int a, long word) throws TraceAbort {
    IrOp tag = tagOf(a);
    IrOp wanted = tagOf(word);
    if (tag == null) {
      return NO_RULE;
    }
    if (tag != wanted) {
      throw Fold.contradiction(op);
    }
    if (out.op(a) == IrOp.BOX_BOOL) {
      IrOp guard = word == Word.TRUE ? IrOp.GUARD_TRUE : IrOp.GUARD_FALSE;
      return pass.add(ref, guard, out.operand(a, 0), NONE, NONE, 0);
    }
    if (out.op(a) == IrOp.BOX_INT) {
      int value = integer(Word.unboxInt(word));
      long equal = Immediates.ofCond(Cond.EQ);
      return pass.add(ref, IrOp.GUARD_CMP_INT, out.operand(a, 0), value, NONE, equal);
    }
    return NO_RULE;
  }

  private int compareGuard(IrOp op, int a, int b, Cond cond) throws TraceAbort {
    if (a != b) {
      return NO_RULE;
    }
    if (!cond.test(0, 0)) {
      throw Fold.contradiction(op);
    }
    return DROPPED;
  }
}
