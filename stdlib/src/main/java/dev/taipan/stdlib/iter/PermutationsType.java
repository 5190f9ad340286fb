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
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code itertools.permutations}: the indices of all items, and for each place how often it turns
 * still.
 */
@BuiltinType(name = "permutations", module = "itertools")
final class PermutationsType extends Selection {
  private final long pool;

  private final int places;

  /** Guarded by the lock of the selection. */
  private final int[] cycles;

  private PermutationsType(long pool, int places) {
    super(first(Tuples.length(pool)), places > Tuples.length(pool));
    this.pool = pool;
    this.places = places;
    int size = Tuples.length(pool);
    this.cycles = new int[Math.min(places, size)];
    for (int i = 0; i < cycles.length; i++) {
      cycles[i] = size - i;
    }
  }

  private static int[] first(int size) {
    int[] indices = new int[size];
    for (int i = 0; i < size; i++) {
      indices[i] = i;
    }
    return indices;
  }

  @Override
  int places() {
    return places;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(pool);
  }

  @Builtin(value = "__new__(cls, iterable, r=None)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long iterable, long r) {
    int mark = ts.rootMark();
    try {
      long pool = Iteration.toTuple(ts, iterable);
      ts.root(pool);
      long places = Tuples.length(pool);
      if (r != Word.EMPTY && r != Word.NONE) {
        if (!Ints.isInt(ts, r)) {
          throw Errors.typeError(ts, "Expected int as r");
        }
        places = Indices.size(ts, r);
        if (places < 0) {
          throw Errors.valueError(ts, "r must be non-negative");
        }
      }
      if (places > Integer.MAX_VALUE - 8) {
        throw Errors.raiseBare(ts, Exc.MemoryError);
      }
      return Hosts.create(ts, Classes.of(ts, cls), new PermutationsType(pool, (int) places));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Override
  boolean advance() {
    int size = indices.length;
    for (int i = places - 1; i >= 0; i--) {
      if (--cycles[i] > 0) {
        int other = size - cycles[i];
        int index = indices[i];
        indices[i] = indices[other];
        indices[other] = index;
        return true;
      }
      int index = indices[i];
      System.arraycopy(indices, i + 1, indices, i, size - i - 1);
      indices[size - 1] = index;
      cycles[i] = size - i;
    }
    return false;
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
  static long next(ThreadState ts, PermutationsType self) {
    return self.next(ts);
  }

  @Builtin("__sizeof__(self, /)")
  static int sizeof(ThreadState ts, long self) {
    PermutationsType host = Hosts.get(ts, self, PermutationsType.class);
    return ts.runtime().typeOf(self).shape().sizeOf() + 8 * host.indices.length;
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    PermutationsType host = Hosts.get(ts, self, PermutationsType.class);
    long cell = ts.runtime().typeOf(self).cell();
    long places = Word.boxInt(host.places);
    if (host.ended(ts)) {
      return Pickles.reduced(ts, cell, Tuples.of(ts, Tuples.empty(ts), places));
    }
    long state = host.state(ts);
    long args = Tuples.of(ts, host.pool, places);
    return state == Word.EMPTY
        ? Pickles.reduced(ts, cell, args)
        : Pickles.reduced(ts, cell, args, Tuples.of(ts, state, numbers(ts, host.cycles)));
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, PermutationsType self, long state) {
    Pickles.warn(ts);
    Pickles.requireTuple(ts, state, 2, 2);
    long indices = Tuples.get(state, 0);
    long cycles = Tuples.get(state, 1);
    if (!Tuples.isTuple(ts, indices)
        || !Tuples.isTuple(ts, cycles)
        || Tuples.length(indices) != self.indices.length
        || Tuples.length(cycles) != self.cycles.length) {
      throw Errors.valueError(ts, "invalid arguments");
    }
    int size = self.indices.length;
    int[] turns = numbers(ts, cycles, i -> size - i);
    self.restore(ts, numbers(ts, indices, i -> size - 1));
    for (int i = 0; i < turns.length; i++) {
      self.cycles[i] = Math.max(1, turns[i]);
    }
  }
}
