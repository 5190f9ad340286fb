package dev.taipan.stdlib.weak;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.WeakrefLayout;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;

/** From a proxy to its target, which is kept alive while something is done with it. */
final class Proxies {
  private Proxies() {}

  static PyType type(ThreadState ts) {
    return StandardLibrary.type(ts, ProxyTypeTable.TABLE);
  }

  static PyType callableType(ThreadState ts) {
    return StandardLibrary.type(ts, CallableProxyTypeTable.TABLE, type(ts));
  }

  private static boolean isProxy(ThreadState ts, long word) {
    return Word.isCell(word)
        && ts.runtime().kindOf(word) == Kind.WEAKREF
        && ts.runtime().typeOf(word).isSubtypeOf(type(ts));
  }

  static long targetOrEmpty(long proxy) {
    return WeakrefLayout.target(proxy);
  }

  /** The target of a proxy, any other word itself; ReferenceError if the target is gone. */
  private static long unwrap(ThreadState ts, long word) {
    if (!isProxy(ts, word)) {
      return word;
    }
    long target = WeakrefLayout.target(word);
    if (target == Word.EMPTY) {
      throw Errors.raise(ts, Exc.ReferenceError, "weakly-referenced object no longer exists");
    }
    return target;
  }

  static long apply(ThreadState ts, long proxy, LongUnaryOperator action) {
    int mark = ts.rootMark();
    try {
      long target = unwrap(ts, proxy);
      ts.root(target);
      return action.applyAsLong(target);
    } finally {
      ts.rootRelease(mark);
    }
  }

  static void run(ThreadState ts, long proxy, LongConsumer action) {
    apply(
        ts,
        proxy,
        target -> {
          action.accept(target);
          return Word.NONE;
        });
  }

  /** With two operands of which either may be a proxy. */
  static long both(ThreadState ts, long left, long right, LongBinaryOperator action) {
    return apply(ts, left, a -> apply(ts, right, b -> action.applyAsLong(a, b)));
  }

  static long operator(ThreadState ts, Slot slot, long left, long right) {
    return both(ts, left, right, (a, b) -> Operators.binary(ts, slot.ordinal(), a, b));
  }

  static long inPlace(ThreadState ts, Slot slot, long left, long right) {
    int op = slot.ordinal() + Operators.INPLACE;
    return both(ts, left, right, (a, b) -> Operators.binary(ts, op, a, b));
  }

  static long compare(ThreadState ts, Slot slot, long left, long right) {
    int op = slot.ordinal() - Slot.LT.ordinal();
    return both(ts, left, right, (a, b) -> Comparison.compare(ts, op, a, b));
  }

  /** A special method of the target's class, or the error that its lack is. */
  static long special(ThreadState ts, long proxy, Slot slot, String error) {
    return apply(
        ts,
        proxy,
        target -> {
          long method = ts.runtime().typeOf(target).slot(ts, slot);
          if (method == Word.EMPTY) {
            throw Errors.typeError(ts, "%s", error.formatted(ts.runtime().typeOf(target).name()));
          }
          return Calls.method0(ts, method, target);
        });
  }

  /** {@code int(target)} and the like. */
  static long construct(ThreadState ts, long proxy, PyType type) {
    return apply(ts, proxy, target -> Calls.call1(ts, type.cell(), target));
  }

  static long next(ThreadState ts, long target) {
    PyType type = ts.runtime().typeOf(target);
    if (type.slot(ts, Slot.NEXT) == Word.EMPTY) {
      throw Errors.typeError(
          ts, "Weakref proxy referenced a non-iterator '%s' object", type.name());
    }
    return Iteration.next(ts, target);
  }
}
