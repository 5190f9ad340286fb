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

/** {@code itertools.combinations}: rising indices. */
@BuiltinType(name = "combinations", module = "itertools")
final class CombinationsType extends Selection {
  private final long pool;

  private static final int MAX_PLACES = 1 << 28;

  private CombinationsType(long pool, int places) {
    super(first(places), places > Tuples.length(pool));
    this.pool = pool;
  }

  private static int[] first(int places) {
    int[] indices = new int[places];
    for (int i = 0; i < places; i++) {
      indices[i] = i;
    }
    return indices;
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
      return Hosts.create(ts, Classes.of(ts, cls), new CombinationsType(pool, (int) places));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Override
  boolean advance() {
    int places = indices.length;
    int size = Tuples.length(pool);
    int i = places - 1;
    while (i >= 0 && indices[i] == size - places + i) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    indices[i]++;
    for (int k = i + 1; k < places; k++) {
      indices[k] = indices[k - 1] + 1;
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
  static long next(ThreadState ts, CombinationsType self) {
    return self.next(ts);
  }

  @Builtin("__sizeof__(self, /)")
  static int sizeof(ThreadState ts, long self) {
    CombinationsType host = Hosts.get(ts, self, CombinationsType.class);
    return ts.runtime().typeOf(self).shape().sizeOf() + 8 * host.indices.length;
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    CombinationsType host = Hosts.get(ts, self, CombinationsType.class);
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
  static void setstate(ThreadState ts, CombinationsType self, long state) {
    Pickles.warn(ts);
    if (!Tuples.isTuple(ts, state) || Tuples.length(state) != self.indices.length) {
      throw Errors.valueError(ts, "invalid arguments");
    }
    int size = Tuples.length(self.pool);
    self.restore(ts, numbers(ts, state, i -> size - self.indices.length + i));
  }
}
