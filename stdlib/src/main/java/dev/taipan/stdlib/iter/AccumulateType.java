package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Operators;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code itertools.accumulate}. Threads that share one may lose a step, as with any total. */
@BuiltinType(name = "accumulate", module = "itertools")
final class AccumulateType extends HostObject {
  private final long iterator;
  private final long function;
  private volatile long total = Word.EMPTY;
  private volatile long initial;

  private AccumulateType(long iterator, long function, long initial) {
    this.iterator = iterator;
    this.function = function;
    this.initial = initial;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(iterator);
    visitor.visit(function);
    visitor.visit(total);
    visitor.visit(initial);
  }

  @Builtin(value = "__new__(cls, iterable, func=None, *, initial=None)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long iterable, long func, long initial) {
    long iterator = Iteration.iter(ts, iterable);
    AccumulateType host =
        new AccumulateType(
            iterator, func == 0L ? Word.NONE : func, initial == 0L ? Word.NONE : initial);
    return Hosts.create(ts, Classes.of(ts, cls), host);
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, AccumulateType self) {
    long first = self.initial;
    if (first != Word.NONE) {
      self.total = first;
      self.initial = Word.NONE;
      return first;
    }
    long item = Iteration.next(ts, self.iterator);
    if (item == Word.EMPTY) {
      return Word.EMPTY;
    }
    long before = self.total;
    if (before == Word.EMPTY) {
      self.total = item;
      return item;
    }
    long total =
        self.function == Word.NONE
            ? Operators.binary(ts, Slot.ADD.ordinal(), before, item)
            : Calls.call2(ts, self.function, before, item);
    self.total = total;
    return total;
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    AccumulateType host = Hosts.get(ts, self, AccumulateType.class);
    long cell = ts.runtime().typeOf(self).cell();
    if (host.initial != Word.NONE) {
      return Pickles.reduced(
          ts,
          cell,
          Tuples.of(ts, Pickles.chained(ts, host.initial, host.iterator), host.function),
          Word.NONE);
    }
    long args = Tuples.of(ts, host.iterator, host.function);
    if (host.total == Word.NONE) {
      long chained = Pickles.chained(ts, Word.NONE, host.iterator);
      // None as a state says that there is no total yet: begin before it and skip it.
      int mark = ts.rootMark();
      try {
        ts.root(chained);
        long again = Calls.call2(ts, cell, chained, host.function);
        ts.root(again);
        long islice = Attributes.get(ts, Imports.module(ts, "itertools"), "islice");
        long from = Tuples.of(ts, again, Word.boxInt(1), Word.NONE);
        return Pickles.reduced(ts, islice, from);
      } finally {
        ts.rootRelease(mark);
      }
    }
    long state = host.total == Word.EMPTY ? Word.NONE : host.total;
    return Pickles.reduced(ts, cell, args, state);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, AccumulateType self, long state) {
    Pickles.warn(ts);
    self.total = state == Word.NONE ? Word.EMPTY : state;
  }
}
