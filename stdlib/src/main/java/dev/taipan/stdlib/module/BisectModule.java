package dev.taipan.stdlib.module;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Subscript;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code _bisect}: search by halving, on anything that has a length and subscripts. */
@BuiltinModule(value = "_bisect", doc = "Bisection algorithms.")
final class BisectModule {
  private BisectModule() {}

  @Builtin("bisect_right(a, x, lo=0, hi=None, *, key=None)")
  static long bisectRight(ThreadState ts, long a, long x, long lo, long hi, long key) {
    return Ints.of(ts, search(ts, true, a, x, lo, hi, key));
  }

  @Builtin("bisect(a, x, lo=0, hi=None, *, key=None)")
  static long bisect(ThreadState ts, long a, long x, long lo, long hi, long key) {
    return Ints.of(ts, search(ts, true, a, x, lo, hi, key));
  }

  @Builtin("bisect_left(a, x, lo=0, hi=None, *, key=None)")
  static long bisectLeft(ThreadState ts, long a, long x, long lo, long hi, long key) {
    return Ints.of(ts, search(ts, false, a, x, lo, hi, key));
  }

  @Builtin("insort_right(a, x, lo=0, hi=None, *, key=None)")
  static void insortRight(ThreadState ts, long a, long x, long lo, long hi, long key) {
    insort(ts, true, a, x, lo, hi, key);
  }

  @Builtin("insort(a, x, lo=0, hi=None, *, key=None)")
  static void insort(ThreadState ts, long a, long x, long lo, long hi, long key) {
    insort(ts, true, a, x, lo, hi, key);
  }

  @Builtin("insort_left(a, x, lo=0, hi=None, *, key=None)")
  static void insortLeft(ThreadState ts, long a, long x, long lo, long hi, long key) {
    insort(ts, false, a, x, lo, hi, key);
  }

  private static boolean given(long word) {
    return word != Word.EMPTY && word != Word.NONE;
  }

  private static void insort(
      ThreadState ts, boolean right, long a, long x, long lo, long hi, long key) {
    int mark = ts.rootMark();
    try {
      long wanted = given(key) ? Calls.call1(ts, key, x) : x;
      ts.root(wanted);
      long at = search(ts, right, a, wanted, lo, hi, key);
      if (Word.isCell(a) && ts.runtime().typeOf(a) == ts.runtime().types().list) {
        dev.taipan.vm.container.Lists.insert(ts, a, at, x);
      } else {
        Calls.named(ts, a, "insert", Ints.of(ts, at), x);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long search(
      ThreadState ts, boolean right, long a, long x, long lo, long hi, long key) {
    long low = lo == Word.EMPTY ? 0 : Indices.size(ts, lo);
    if (low < 0) {
      throw Errors.valueError(ts, "lo must be non-negative");
    }
    long high = given(hi) ? Indices.size(ts, hi) : Subscript.length(ts, a);
    boolean list = Word.isCell(a) && ts.runtime().typeOf(a) == ts.runtime().types().list;
    int mark = ts.rootMark();
    try {
      while (low < high) {
        long middle = low + high >>> 1;
        long item = list ? Lists.get(ts, a, middle) : Word.EMPTY;
        if (item == Word.EMPTY) {
          long index = Ints.of(ts, middle);
          ts.root(index);
          item = Subscript.get(ts, a, index);
        }
        ts.root(item);
        long probe = given(key) ? Calls.call1(ts, key, item) : item;
        ts.root(probe);
        boolean down = right ? Comparison.less(ts, x, probe) : !Comparison.less(ts, probe, x);
        if (down) {
          high = middle;
        } else {
          low = middle + 1;
        }
        ts.rootRelease(mark);
      }
      return low;
    } finally {
      ts.rootRelease(mark);
    }
  }
}
