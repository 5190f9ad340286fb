package dev.taipan.stdlib.functional;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.ReprGuard;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Sequences;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The functions of {@code _operator} about one object, and about containers. */
@BuiltinModule("_operator")
public final class OperatorTools {
  private OperatorTools() {}

  @Builtin(value = "truth(a, /)", doc = "Return True if a is true, False otherwise.")
  static boolean truth(ThreadState ts, long a) {
    return Truth.isTrue(ts, a);
  }

  @Builtin(value = "not_(a, /)", doc = "Same as not a.")
  static boolean not(ThreadState ts, long a) {
    return !Truth.isTrue(ts, a);
  }

  @Builtin(value = "is_(a, b, /)", doc = "Same as a is b.")
  static boolean is(long a, long b) {
    return a == b;
  }

  @Builtin(value = "is_not(a, b, /)", doc = "Same as a is not b.")
  static boolean isNot(long a, long b) {
    return a != b;
  }

  @Builtin(value = "abs(a, /)", doc = "Same as abs(a).")
  static long abs(ThreadState ts, long a) {
    return Operators.absolute(ts, a);
  }

  @Builtin(value = "neg(a, /)", doc = "Same as -a.")
  static long neg(ThreadState ts, long a) {
    return Operators.negative(ts, a);
  }

  @Builtin(value = "pos(a, /)", doc = "Same as +a.")
  static long pos(ThreadState ts, long a) {
    return Operators.positive(ts, a);
  }

  @Builtin(value = "inv(a, /)", doc = "Same as ~a.")
  static long inv(ThreadState ts, long a) {
    return Operators.invert(ts, a);
  }

  @Builtin(value = "invert(a, /)", doc = "Same as ~a.")
  static long invert(ThreadState ts, long a) {
    return Operators.invert(ts, a);
  }

  @Builtin(value = "index(a, /)", doc = "Same as a.__index__().")
  static long index(ThreadState ts, long a) {
    return Ints.positive(ts, Numbers.index(ts, a));
  }

  @Builtin(value = "getitem(a, b, /)", doc = "Same as a[b].")
  static long getitem(ThreadState ts, long a, long b) {
    return Subscript.get(ts, a, b);
  }

  @Builtin(value = "setitem(a, b, c, /)", doc = "Same as a[b] = c.")
  static void setitem(ThreadState ts, long a, long b, long c) {
    Subscript.set(ts, a, b, c);
  }

  @Builtin(value = "delitem(a, b, /)", doc = "Same as del a[b].")
  static void delitem(ThreadState ts, long a, long b) {
    Subscript.delete(ts, a, b);
  }

  @Builtin(value = "contains(a, b, /)", doc = "Same as b in a: the operands change places.")
  static boolean contains(ThreadState ts, long a, long b) {
    return Subscript.contains(ts, a, b);
  }

  @Builtin(value = "concat(a, b, /)", doc = "Same as a + b, for two sequences.")
  static long concat(ThreadState ts, long a, long b) {
    return joined(ts, a, b, Slot.ADD.ordinal());
  }

  @Builtin(value = "iconcat(a, b, /)", doc = "Same as a += b, for two sequences.")
  static long iconcat(ThreadState ts, long a, long b) {
    return joined(ts, a, b, Slot.ADD.ordinal() + Operators.INPLACE);
  }

  private static long joined(ThreadState ts, long a, long b, int operator) {
    if (!Sequences.isSequence(ts, a) || !hasOwnJoin(ts, a) && !Sequences.isSequence(ts, b)) {
      throw Errors.typeError(
          ts, "'%s' object can't be concatenated", ts.runtime().typeOf(a).name());
    }
    return Operators.binary(ts, operator, a, b);
  }

  /** Whether joining is the type's own, not what a class of the program calls {@code +}. */
  private static boolean hasOwnJoin(ThreadState ts, long a) {
    long method = ts.runtime().typeOf(a).slot(ts, Slot.ADD);
    return method != Word.EMPTY && ts.runtime().kindOf(method) == Kind.BUILTIN;
  }

  @Builtin(value = "countOf(a, b, /)", doc = "Return how many items of a are b or equal it.")
  static long countOf(ThreadState ts, long a, long b) {
    checkIterable(ts, a);
    long[] count = new long[1];
    Iteration.forEach(
        ts,
        a,
        (thread, item) -> {
          count[0] += Comparison.equal(thread, item, b) ? 1 : 0;
          return true;
        });
    return Word.boxInt(count[0]);
  }

  @Builtin(value = "indexOf(a, b, /)", doc = "Return the index of the first item of a that is b.")
  static long indexOf(ThreadState ts, long a, long b) {
    checkIterable(ts, a);
    long[] at = {0, -1};
    Iteration.forEach(
        ts,
        a,
        (thread, item) -> {
          if (Comparison.equal(thread, item, b)) {
            at[1] = at[0];
          }
          at[0]++;
          return at[1] < 0;
        });
    if (at[1] < 0) {
      throw Errors.valueError(ts, "sequence.index(x): x not in sequence");
    }
    return Word.boxInt(at[1]);
  }

  private static void checkIterable(ThreadState ts, long a) {
    if (!Iteration.isIterable(ts, a)) {
      throw Errors.typeError(
          ts, "argument of type '%s' is not iterable", ts.runtime().typeOf(a).name());
    }
  }

  @Builtin(
      value = "length_hint(obj, default=0, /)",
      doc = "Return about how many items obj has, default if it does not say.")
  static long lengthHint(ThreadState ts, long obj, long fallback) {
    return Ints.of(ts, Iteration.lengthHint(ts, obj, Indices.size(ts, fallback)));
  }

  @Builtin(
      value = "call(obj, /, *args, **kwargs)",
      doc = "Same as obj(*args, **kwargs).",
      raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    if (nargs == 0) {
      throw Errors.typeError(ts, "call expected at least 1 argument, got 0");
    }
    return Calls.callFromFirst(ts, Memory.getLong(args), args, nargs, kwnames);
  }

  @Builtin(
      value = "_compare_digest(a, b, /)",
      doc = "Return a == b in a time that does not tell where they differ.")
  public static boolean compareDigest(ThreadState ts, long a, long b) {
    if (Strs.isStr(ts, a) && Strs.isStr(ts, b)) {
      return MessageDigest.isEqual(ascii(ts, a), ascii(ts, b));
    }
    if (!Buffers.isBuffer(ts, a) && !Buffers.isBuffer(ts, b)) {
      throw Errors.typeError(
          ts,
          "unsupported operand types(s) or combination of types: '%s' and '%s'",
          ts.runtime().typeOf(a).name(),
          ts.runtime().typeOf(b).name());
    }
    return MessageDigest.isEqual(Buffers.require(ts, a), Buffers.require(ts, b));
  }

  private static byte[] ascii(ThreadState ts, long text) {
    String java = Strs.toJava(text);
    if (java.chars().anyMatch(c -> c > 127)) {
      throw Errors.typeError(ts, "comparing strings with non-ASCII characters is not supported");
    }
    return java.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The one positional argument of a getter's call; args begin with the getter itself. */
  static long operand(ThreadState ts, String getter, long args, int nargs, long kwnames) {
    if (kwnames != Word.EMPTY) {
      throw Errors.typeError(ts, "%s() takes no keyword arguments", getter);
    }
    if (nargs != 2) {
      throw Errors.typeError(ts, "%s expected 1 argument, got %d", getter, nargs - 1);
    }
    return Memory.getLong(args + 8);
  }

  /** How a getter shows itself: its type called with what it gets. */
  static String repr(ThreadState ts, long getter, String type, long wanted) {
    return ReprGuard.show(
        ts,
        getter,
        type + "(...)",
        thread ->
            Tuples.length(wanted) == 1
                ? type + "(" + Representation.text(thread, Tuples.get(wanted, 0)) + ")"
                : type + Representation.text(thread, wanted));
  }
}
