package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code itertools.combinations_with_replacement}: indices that never fall. */
@BuiltinType(name = "combinations_with_replacement", module = "itertools")
final class CombinationsWithReplacementType extends Selection {
  private final long pool;

  private static final int MAX_PLACES = 1 << 28;

  private CombinationsWithReplacementType(long pool, int places) {
    super(new int[places], places > 0 && Tuples.length(pool) == 0);
    this.pool = pool;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(pool);
  }

  @Builtin(value = "__new__(cls, iterable, r)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long iterable, long r) {
    int mark = ts.rootMark();
    try {
      long pool = Iteration.toTuple(ts, iterable);
      ts.root(pool);
      long places = Indices.size(ts, r);
      if (places < 0) {
        throw Errors.valueError(ts, "r must be non-negative");
      }
      if (places > MAX_PLACES) {
        throw Errors.raiseBare(ts, Exc.MemoryError);
      }
      return Hosts.create(
          ts, Classes.of(ts, cls), new CombinationsWithReplacementType(pool, (int) places));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Override
  boolean advance() {
    int last = Tuples.length(pool) - 1;
    int i = indices.length - 1;
    while (i >= 0 && indices[i] == last) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    int index = indices[i] + 1;
    for (int k = i; k < indices.length; k++) {
      indices[k] = index;
    }
    return true;
  }

  @Override
  long item(int place, int index) {
    return Tuples.get(pool, index);
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, CombinationsWithReplacementType self) {
    return self.next(ts);
  }

  @Builtin("__sizeof__(self, /)")
  static int sizeof(ThreadState ts, long self) {
    CombinationsWithReplacementType host =
        Hosts.get(ts, self, CombinationsWithReplacementType.class);
    return ts.runtime().typeOf(self).shape().sizeOf() + 8 * host.indices.length;
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    CombinationsWithReplacementType host =
        Hosts.get(ts, self, CombinationsWithReplacementType.class);
    long cell = ts.runtime().typeOf(self).cell();
    long places = Word.boxInt(host.indices.length);
    if (host.ended(ts)) {
      return Pickles.reduced(ts, cell, Tuples.of(ts, Tuples.empty(ts), places));
    }
    long state = host.state(ts);
    long args = Tuples.of(ts, host.pool, places);
    return state == Word.EMPTY
        ? Pickles.reduced(ts, cell, args)
        : Pickles.reduced(ts, cell, args, state);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, CombinationsWithReplacementType self, long state) {
    Pickles.warn(ts);
    if (!Tuples.isTuple(ts, state) || Tuples.length(state) != self.indices.length) {
      throw Errors.valueError(ts, "invalid arguments");
    }
    int size = Tuples.length(self.pool);
    self.restore(ts, numbers(ts, state, i -> size - 1));
  }
}
