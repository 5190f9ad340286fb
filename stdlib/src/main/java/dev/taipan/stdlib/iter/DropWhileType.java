package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code itertools.dropwhile}. */
@BuiltinType(name = "dropwhile", module = "itertools")
final class DropWhileType extends HostObject {
  private final long function;
  private final long iterator;

  /** Set once an item was let through; a race tests an item more. */
  private volatile boolean started;

  private DropWhileType(long function, long iterator) {
    this.function = function;
    this.iterator = iterator;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(function);
    visitor.visit(iterator);
  }

  @Builtin(value = "__new__(cls, function, iterable, /)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    Constructor given = Constructor.of(ts, DropWhileTypeTable.TABLE, args, nargs, kwnames, 2, 2);
    long iterator = Iteration.iter(ts, given.at(1));
    return Hosts.create(ts, given.type(), new DropWhileType(given.at(0), iterator));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, DropWhileType self) {
    int mark = ts.rootMark();
    try {
      while (true) {
        long item = Iteration.next(ts, self.iterator);
        if (item == Word.EMPTY || self.started) {
          return item;
        }
        ts.root(item);
        if (!Truth.isTrue(ts, Calls.call1(ts, self.function, item))) {
          self.started = true;
          return item;
        }
        ts.rootRelease(mark);
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    DropWhileType host = Hosts.get(ts, self, DropWhileType.class);
    long args = Tuples.of(ts, host.function, host.iterator);
    long state = Word.boxInt(host.started ? 1 : 0);
    return Pickles.reduced(ts, ts.runtime().typeOf(self).cell(), args, state);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, DropWhileType self, long state) {
    Pickles.warn(ts);
    self.started = Truth.isTrue(ts, state);
  }
}
