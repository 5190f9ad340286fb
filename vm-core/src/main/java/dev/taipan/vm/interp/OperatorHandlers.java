package dev.taipan.vm.interp;

import dev.taipan.vm.container.Lists;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.SetOperations;
import dev.taipan.vm.object.Slices;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** The generic forms of operators, and the members that are too large for the loop. */
final class OperatorHandlers {
  /** BINARY_OP's argument for {@code left[right]}. */
  static final int SUBSCRIPT = 26;

  /** COMPARE_OP's bit that asks for a bool. */
  private static final int TO_BOOL = 16;

  private static final int COMPARISON = 7;
  private static final int EQUAL = 2;
  private static final int NOT_EQUAL = 3;
  private static final long ZERO = Word.boxInt(0);

  private OperatorHandlers() {}

  static long binary(ThreadState ts, long fp, long pc, long left, long right, int arg) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    long quick = QuickOperators.binary(ts, left, right, arg);
    if (quick != Word.EMPTY) {
      return quick;
    }
    // Two errors are raised here, since a signal costs more with each method that it leaves.
    if (arg == SUBSCRIPT && Word.isInt(right) && isPast(left, Word.unboxInt(right))) {
      throw Errors.indexError(ts, "list index out of range");
    }
    if (right == ZERO && Word.isInt(left) && Numbers.divides(plain(arg))) {
      throw Numbers.byZero(ts, plain(arg));
    }
    return arg == SUBSCRIPT
        ? Subscript.get(ts, left, right)
        : Operators.binary(ts, arg, left, right);
  }

  private static int plain(int arg) {
    return arg >= Operators.INPLACE ? arg - Operators.INPLACE : arg;
  }

  /** Whether an exact list has no item at an index. */
  private static boolean isPast(long list, long index) {
    if (!Cells.is(list, Kind.LIST)) {
      return false;
    }
    long length = ListLayout.length(list);
    return Long.compareUnsigned(index < 0 ? index + length : index, length) >= 0;
  }

  /** An instance whose class has a __getitem__ in Python: it runs in a frame of its own. */
  static long getItem(ThreadState ts, long fp, long pc, long sp) {
    long container = Memory.getLong(sp - 16);
    if (!Word.isCell(container) || ts.runtime().kindOf(container) != Kind.INSTANCE) {
      return States.MISS;
    }
    long method = ts.runtime().typeOf(container).slot(ts, Slot.GETITEM);
    if (!Cells.is(method, Kind.FUNCTION) || !CodeLayout.isExact(FunctionLayout.code(method), 2)) {
      return States.MISS;
    }
    Frames.save(fp, pc, sp);
    long frame = CallHandlers.pushExact(ts, method, container, Memory.getLong(sp - 8));
    FrameLayout.setSp(fp, sp - 16);
    Frames.enter(ts, frame, FrameFlags.pushedBy(1));
    return States.RELOAD;
  }

  /** float and int, in either order, for + - * / ; EMPTY if the words are not that. */
  static long mixedFloat(long left, long right, int arg) {
    double a;
    double b;
    if (Word.isDouble(left) && Word.isInt(right)) {
      a = Word.unboxDouble(left);
      b = Word.unboxInt(right);
    } else if (Word.isInt(left) && Word.isDouble(right)) {
      a = Word.unboxInt(left);
      b = Word.unboxDouble(right);
    } else {
      return Word.EMPTY;
    }
    return switch (plain(arg)) {
      case BinaryOps.ADD -> Word.boxDouble(a + b);
      case BinaryOps.SUBTRACT -> Word.boxDouble(a - b);
      case BinaryOps.MULTIPLY -> Word.boxDouble(a * b);
      case BinaryOps.TRUE_DIVIDE -> b == 0 ? Word.EMPTY : Word.boxDouble(a / b);
      default -> Word.EMPTY;
    };
  }

  static long concatenate(ThreadState ts, long left, long right) {
    return Strs.concat(ts, left, right);
  }

  static long subscriptDict(ThreadState ts, long dict, long key) {
    long value = Dicts.get(ts, dict, key);
    if (value == Word.EMPTY) {
      throw Errors.keyError(ts, key);
    }
    return value;
  }

  /** One character; EMPTY when the index is out of range or negative. */
  static long subscriptString(ThreadState ts, long string, long index) {
    long length = Strs.length(string);
    long at = Word.unboxInt(index);
    at = at < 0 ? at + length : at;
    return at < 0 || at >= length
        ? Word.EMPTY
        : Strings.fromCodePoint(ts, Strs.charAt(string, (int) at));
  }

  /** An exact list or str is cut at once, without a slice object. */
  static long slice(ThreadState ts, long container, long start, long stop) {
    if (isBound(start) && isBound(stop)) {
      if (Cells.is(container, Kind.LIST)) {
        return Lists.slice(
            ts,
            container,
            start == Word.NONE ? 0 : Word.unboxInt(start),
            stop == Word.NONE ? Long.MAX_VALUE : Word.unboxInt(stop));
      }
      if (Cells.is(container, Kind.STR)) {
        int length = Strs.length(container);
        int from = bound(start, 0, length);
        return Strings.substring(ts, container, from, Math.max(from, bound(stop, length, length)));
      }
    }
    try (RootScope roots = ts.roots()) {
      long slice = roots.keep(Slices.create(ts, start, stop, Word.NONE));
      return Subscript.get(ts, container, slice);
    }
  }

  private static boolean isBound(long word) {
    return word == Word.NONE || Word.isInt(word);
  }

  private static int bound(long word, int absent, int length) {
    if (word == Word.NONE) {
      return absent;
    }
    long index = Word.unboxInt(word);
    return Math.clamp(index < 0 ? index + length : index, 0, length);
  }

  static void storeSlice(ThreadState ts, long container, long start, long stop, long value) {
    Subscript.set(ts, container, Slices.create(ts, start, stop, Word.NONE), value);
  }

  static void storeSubscript(
      ThreadState ts, long fp, long pc, long container, long key, long value) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    if (!QuickOperators.store(ts, container, key, value)) {
      Subscript.set(ts, container, key, value);
    }
  }

  /** False when the index is out of range. */
  static boolean storeListItem(ThreadState ts, long list, long index, long value) {
    return Lists.set(ts, list, index, value);
  }

  static void storeDictItem(ThreadState ts, long dict, long key, long value) {
    Dicts.set(ts, dict, key, value);
  }

  static void deleteSubscript(ThreadState ts, long container, long key) {
    Subscript.delete(ts, container, key);
  }

  static long negative(ThreadState ts, long value) {
    return Operators.negative(ts, value);
  }

  static long invert(ThreadState ts, long value) {
    return Operators.invert(ts, value);
  }

  static long toBool(ThreadState ts, long fp, long pc, long value) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    long quick = QuickOperators.truth(value);
    return quick != Word.EMPTY ? quick : Word.boxBool(Truth.isTrue(ts, value));
  }

  static long compare(ThreadState ts, long fp, long pc, long left, long right, int arg) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    long quick = QuickOperators.compare(ts, left, right, arg & COMPARISON);
    if (quick != Word.EMPTY) {
      return quick;
    }
    long result = Comparison.compare(ts, arg & COMPARISON, left, right);
    if ((arg & TO_BOOL) == 0 || Word.isBool(result)) {
      return result;
    }
    int mark = ts.rootMark();
    ts.root(result);
    try {
      return Word.boxBool(Truth.isTrue(ts, result));
    } finally {
      ts.rootRelease(mark);
    }
  }

  static long compareStrings(ThreadState ts, long left, long right, int arg) {
    int op = arg & COMPARISON;
    if (op == EQUAL || op == NOT_EQUAL) {
      return Word.boxBool(Strs.equal(left, right) == (op == EQUAL));
    }
    int order = Strs.compare(left, right);
    return Word.boxBool(
        switch (op) {
          case 0 -> order < 0;
          case 1 -> order <= 0;
          case 4 -> order > 0;
          default -> order >= 0;
        });
  }

  static long contains(ThreadState ts, long fp, long pc, long container, long item, int inverted) {
    Warmth.count(ts, fp, pc, FrameLayout.sp(fp));
    long quick = QuickOperators.contains(ts, container, item);
    boolean in = quick == Word.EMPTY ? Subscript.contains(ts, container, item) : quick == Word.TRUE;
    return Word.boxBool(in == (inverted == 0));
  }

  static long containsSet(ThreadState ts, long set, long item, int inverted) {
    return Word.boxBool(SetOperations.contains(ts, set, item) == (inverted == 0));
  }

  static long containsDict(ThreadState ts, long dict, long key, int inverted) {
    return Word.boxBool((Dicts.get(ts, dict, key) != Word.EMPTY) == (inverted == 0));
  }
}
