package dev.taipan.vm.object;

import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** Rich comparison and what builds on it. */
public final class Comparison {
  private static final String[] SYMBOLS = {"<", "<=", "==", "!=", ">", ">="};

  private Comparison() {}

  /** The comparison of a compiler argument (0 is {@code <} ... 5 is {@code >=}). */
  public static Slot slot(int op) {
    return Slot.at(Slot.LT.ordinal() + op);
  }

  /** {@code left op right}: any object, as the methods gave it. */
  public static long compare(ThreadState ts, int op, long left, long right) {
    long quick = Numbers.compare(ts, op, left, right);
    return quick != 0L ? quick : rich(ts, slot(op), left, right);
  }

  private static long rich(ThreadState ts, Slot slot, long left, long right) {
    Runtime runtime = ts.runtime();
    PyType leftType = runtime.typeOf(left);
    PyType rightType = runtime.typeOf(right);
    boolean reflectedFirst = leftType != rightType && rightType.isSubtypeOf(leftType);
    if (reflectedFirst) {
      long result = attempt(ts, rightType, slot.swapped(), right, left);
      if (result != Word.NOT_IMPLEMENTED) {
        return result;
      }
    }
    long result = attempt(ts, leftType, slot, left, right);
    if (result == Word.NOT_IMPLEMENTED && !reflectedFirst) {
      result = attempt(ts, rightType, slot.swapped(), right, left);
    }
    if (result != Word.NOT_IMPLEMENTED) {
      return result;
    }
    return switch (slot) {
      case EQ -> Word.boxBool(left == right);
      case NE -> Word.boxBool(left != right);
      default ->
          throw Errors.typeError(
              ts,
              "'%s' not supported between instances of '%s' and '%s'",
              SYMBOLS[slot.ordinal() - Slot.LT.ordinal()],
              leftType.name(),
              rightType.name());
    };
  }

  private static long attempt(ThreadState ts, PyType type, Slot slot, long self, long other) {
    long method = type.slot(ts, slot);
    if (method == 0L) {
      return Word.NOT_IMPLEMENTED;
    }
    return Attributes.isMethod(ts, method)
        ? Calls.method1(ts, method, self, other)
        : attemptBound(ts, type, method, self, other);
  }

  /** A descriptor that fails to give a method is as good as none. */
  private static long attemptBound(
      ThreadState ts, PyType type, long descriptor, long self, long other) {
    int mark = ts.rootMark();
    ts.root(self);
    ts.root(other);
    try {
      long method;
      try {
        method = Descriptors.get(ts, descriptor, self, type);
      } catch (Raised signal) {
        ts.clearPending();
        return Word.NOT_IMPLEMENTED;
      }
      ts.root(method);
      return Calls.call1(ts, method, other);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code left == right} as the containers ask it: identical objects are equal. */
  public static boolean equal(ThreadState ts, long left, long right) {
    // Unboxed floats have no identity of their own: the same bits count as the same object, NaN
    // included.
    return left == right || isTrue(ts, Slot.EQ, left, right);
  }

  public static boolean less(ThreadState ts, long left, long right) {
    return isTrue(ts, Slot.LT, left, right);
  }

  /** Whether a comparison's result is true. */
  public static boolean isTrue(ThreadState ts, Slot slot, long left, long right) {
    return Truth.isTrue(ts, compare(ts, slot.ordinal() - Slot.LT.ordinal(), left, right));
  }
}
