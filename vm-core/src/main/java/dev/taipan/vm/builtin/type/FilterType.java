package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostIterator;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** {@code filter}: a function, or None for the items' own truth, and an iterator. */
@BuiltinType(name = "filter")
final class FilterType extends HostIterator {
  private final long function;
  private final long iterator;

  private FilterType(long function, long iterator) {
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
    PyType type = Classes.of(ts, Memory.getLong(args));
    Keywords.refuse(ts, type, "filter", kwnames);
    if (nargs != 3) {
      throw Errors.typeError(ts, "filter expected 2 arguments, got %d", nargs - 1);
    }
    long iterator = Iteration.iter(ts, Memory.getLong(args + 16));
    return Hosts.create(ts, type, new FilterType(Memory.getLong(args + 8), iterator));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, FilterType self) {
    return self.next(ts);
  }

  @Override
  public long next(ThreadState ts) {
    boolean plain = function == Word.NONE || function == ts.runtime().types().bool.cell();
    int mark = ts.rootMark();
    try {
      while (true) {
        long item = Iteration.next(ts, iterator);
        if (item == Word.EMPTY) {
          return Word.EMPTY;
        }
        ts.root(item);
        if (Truth.isTrue(ts, plain ? item : Calls.call1(ts, function, item))) {
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
    FilterType host = Hosts.get(ts, self, FilterType.class);
    long args = Tuples.of(ts, host.function, host.iterator);
    return Tuples.of(ts, ts.runtime().typeOf(self).cell(), args);
  }
}
