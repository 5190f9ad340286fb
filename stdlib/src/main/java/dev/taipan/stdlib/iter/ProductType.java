package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code itertools.product}. */
@BuiltinType(name = "product", module = "itertools")
final class ProductType extends Selection {
  private static final int MAX_PLACES = 1 << 28;

  /** A tuple of tuples, and how often they stand one after the other. */
  private final long pools;

  private ProductType(long pools, int places) {
    super(new int[places], anyEmpty(pools, places));
    this.pools = pools;
  }

  private static boolean anyEmpty(long pools, int places) {
    for (int i = 0; i < Math.min(places, Tuples.length(pools)); i++) {
      if (Tuples.length(Tuples.get(pools, i)) == 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(pools);
  }

  @Builtin(value = "__new__(cls, /, *iterables, repeat=1)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long iterables, int repeat) {
    if (repeat < 0) {
      throw Errors.valueError(ts, "repeat argument cannot be negative");
    }
    int count = Tuples.length(iterables);
    if (count > 0 && repeat > MAX_PLACES / count) {
      throw Errors.overflowError(ts, "repeat argument too large");
    }
    int mark = ts.rootMark();
    try {
      long words = ts.rootAddress();
      for (int i = 0; repeat > 0 && i < count; i++) {
        ts.root(Iteration.toTuple(ts, Tuples.get(iterables, i)));
      }
      long pools = Tuples.fromMemory(ts, words, repeat > 0 ? count : 0);
      return Hosts.create(ts, Classes.of(ts, cls), new ProductType(pools, count * repeat));
    } catch (OutOfMemoryError tooMany) {
      throw Errors.raiseBare(ts, Exc.MemoryError);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private long pool(int place) {
    return Tuples.get(pools, place % Tuples.length(pools));
  }

  @Override
  boolean advance() {
    for (int i = indices.length - 1; i >= 0; i--) {
      if (++indices[i] < Tuples.length(pool(i))) {
        return true;
      }
      indices[i] = 0;
    }
    return false;
  }

  @Override
  long item(int place, int index) {
    return Tuples.get(pool(place), index);
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, ProductType self) {
    return self.next(ts);
  }

  @Builtin("__sizeof__(self, /)")
  static int sizeof(ThreadState ts, long self) {
    ProductType host = Hosts.get(ts, self, ProductType.class);
    return ts.runtime().typeOf(self).shape().sizeOf() + 8 * host.indices.length;
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    ProductType host = Hosts.get(ts, self, ProductType.class);
    long cell = ts.runtime().typeOf(self).cell();
    if (host.ended(ts)) {
      return Pickles.reduced(ts, cell, Tuples.of(ts, Tuples.empty(ts)));
    }
    long[] all = new long[host.indices.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = host.pool(i);
    }
    long state = host.state(ts);
    long args = Tuples.of(ts, all);
    return state == Word.EMPTY
        ? Pickles.reduced(ts, cell, args)
        : Pickles.reduced(ts, cell, args, state);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, ProductType self, long state) {
    Pickles.warn(ts);
    if (!Tuples.isTuple(ts, state) || Tuples.length(state) != self.indices.length) {
      throw Errors.valueError(ts, "invalid arguments");
    }
    if (!self.ended(ts)) {
      self.restore(ts, numbers(ts, state, i -> Tuples.length(self.pool(i)) - 1));
    }
  }
}
