package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code itertools.islice}. Threads that share one may see an item more or less at its edges. */
@BuiltinType(name = "islice", module = "itertools")
final class ISliceType extends HostObject {
  private static final long NONE = -1;

  /** EMPTY once the end was reached, so that the iterator can go. */
  private volatile long iterator;

  private final long stop;
  private final long step;
  private volatile long next;
  private volatile long taken;

  private ISliceType(long iterator, long start, long stop, long step) {
    this.iterator = iterator;
    this.next = start;
    this.stop = stop;
    this.step = step;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(iterator);
  }

  @Builtin(value = "__new__(cls, iterable, stop, /, *args)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    Constructor given = Constructor.of(ts, ISliceTypeTable.TABLE, args, nargs, kwnames, 2, 4);
    boolean alone = given.count() == 2;
    String which = alone ? "Stop argument" : "Indices";
    long start = alone ? 0 : bound(ts, given.at(1), 0, which);
    long stop = bound(ts, given.at(alone ? 1 : 2), NONE, alone ? which : "Stop argument");
    long step = given.count() == 4 ? step(ts, given.at(3)) : 1;
    long iterator = Iteration.iter(ts, given.at(0));
    return Hosts.create(ts, given.type(), new ISliceType(iterator, start, stop, step));
  }

  private static long bound(ThreadState ts, long word, long missing, String which) {
    if (word == Word.NONE) {
      return missing;
    }
    long value = Numbers.hasIndex(ts, word) ? Numbers.indexClipped(ts, word) : -1;
    if (value < 0 || value == Long.MAX_VALUE && !Ints.fitsLong(Numbers.index(ts, word))) {
      throw Errors.valueError(
          ts, "%s for islice() must be None or an integer: 0 <= x <= sys.maxsize.", which);
    }
    return value;
  }

  private static long step(ThreadState ts, long word) {
    if (word == Word.NONE) {
      return 1;
    }
    long value = Numbers.hasIndex(ts, word) ? Numbers.indexClipped(ts, word) : -1;
    if (value < 1 || value == Long.MAX_VALUE && !Ints.fitsLong(Numbers.index(ts, word))) {
      throw Errors.valueError(ts, "Step for islice() must be a positive integer or None.");
    }
    return value;
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, ISliceType self) {
    long iterator = self.iterator;
    if (iterator == Word.EMPTY) {
      return Word.EMPTY;
    }
    long before = self.next;
    long taken = self.taken;
    while (taken < before) {
      if (Iteration.next(ts, iterator) == Word.EMPTY) {
        self.iterator = Word.EMPTY;
        return Word.EMPTY;
      }
      self.taken = ++taken;
    }
    if (self.stop != NONE && taken >= self.stop) {
      self.iterator = Word.EMPTY;
      return Word.EMPTY;
    }
    long item = Iteration.next(ts, iterator);
    if (item == Word.EMPTY) {
      self.iterator = Word.EMPTY;
      return Word.EMPTY;
    }
    self.taken = taken + 1;
    long after = before + self.step;
    boolean past = after < before || self.stop != NONE && after > self.stop;
    self.next = past && self.stop != NONE ? self.stop : past ? Long.MAX_VALUE : after;
    return item;
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    ISliceType host = Hosts.get(ts, self, ISliceType.class);
    long cell = ts.runtime().typeOf(self).cell();
    int mark = ts.rootMark();
    try {
      if (host.iterator == Word.EMPTY) {
        long empty = Iteration.iter(ts, Tuples.empty(ts));
        long args = Tuples.of(ts, empty, Word.boxInt(0));
        return Pickles.reduced(ts, cell, args, Word.boxInt(0));
      }
      long stop = host.stop == NONE ? Word.NONE : Ints.of(ts, host.stop);
      long args =
          Tuples.of(ts, host.iterator, Ints.of(ts, host.next), stop, Ints.of(ts, host.step));
      return Pickles.reduced(ts, cell, args, Ints.of(ts, host.taken));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, ISliceType self, long state) {
    Pickles.warn(ts);
    self.taken = Numbers.asJavaLong(ts, state);
  }
}
