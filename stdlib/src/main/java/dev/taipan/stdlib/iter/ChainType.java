package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code itertools.chain}. Threads that share one each take items of what is current; the words are
 * replaced, never changed, so a race costs at most an early step to the next iterable.
 */
@BuiltinType(name = "chain", module = "itertools")
final class ChainType extends HostObject {
  private volatile long source;
  private volatile long active = Word.EMPTY;

  private ChainType(long source) {
    this.source = source;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(source);
    visitor.visit(active);
  }

  @Builtin(value = "__new__(cls, /, *iterables)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    Constructor given =
        Constructor.of(ts, ChainTypeTable.TABLE, args, nargs, kwnames, 0, Integer.MAX_VALUE);
    int mark = ts.rootMark();
    try {
      long iterables = Tuples.fromMemory(ts, given.args(), given.count());
      ts.root(iterables);
      return Hosts.create(ts, given.type(), new ChainType(Iteration.iter(ts, iterables)));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin(value = "from_iterable(cls, iterable, /)", binding = Binding.CLASS)
  static long fromIterable(ThreadState ts, long cls, long iterable) {
    return Hosts.create(ts, Classes.of(ts, cls), new ChainType(Iteration.iter(ts, iterable)));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, ChainType self) {
    while (true) {
      long active = self.active;
      if (active == Word.EMPTY) {
        active = self.advance(ts);
        if (active == Word.EMPTY) {
          return Word.EMPTY;
        }
      }
      long item = Iteration.next(ts, active);
      if (item != Word.EMPTY) {
        return item;
      }
      self.active = Word.EMPTY;
    }
  }

  /** Goes to the next iterable; EMPTY if there is none. */
  private long advance(ThreadState ts) {
    long from = source;
    if (from == Word.EMPTY) {
      return Word.EMPTY;
    }
    long iterable = Iteration.next(ts, from);
    if (iterable == Word.EMPTY) {
      source = Word.EMPTY;
      return Word.EMPTY;
    }
    try {
      long iterator = Iteration.iter(ts, iterable);
      active = iterator;
      return iterator;
    } catch (dev.taipan.vm.thread.Raised raised) {
      source = Word.EMPTY;
      throw raised;
    }
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    ChainType host = Hosts.get(ts, self, ChainType.class);
    long type = ts.runtime().typeOf(self).cell();
    long empty = Tuples.empty(ts);
    if (host.source == Word.EMPTY) {
      return Pickles.reduced(ts, type, empty);
    }
    return host.active == Word.EMPTY
        ? Pickles.reduced(ts, type, empty, Tuples.of(ts, host.source))
        : Pickles.reduced(ts, type, empty, Tuples.of(ts, host.source, host.active));
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, ChainType self, long state) {
    Pickles.warn(ts);
    Pickles.requireTuple(ts, state, 1, 2);
    Pickles.requireIterator(ts, Tuples.get(state, 0));
    self.source = Tuples.get(state, 0);
    if (Tuples.length(state) > 1) {
      Pickles.requireIterator(ts, Tuples.get(state, 1));
      self.active = Tuples.get(state, 1);
    }
  }

  @Builtin(value = "__class_getitem__(cls, object, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}
