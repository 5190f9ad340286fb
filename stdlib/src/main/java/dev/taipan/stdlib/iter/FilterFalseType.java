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

/** {@code itertools.filterfalse}. */
@BuiltinType(name = "filterfalse", module = "itertools")
final class FilterFalseType extends HostObject {
  private final long function;
  private final long iterator;

  private FilterFalseType(long function, long iterator) {
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
    Constructor given = Constructor.of(ts, FilterFalseTypeTable.TABLE, args, nargs, kwnames, 2, 2);
    long iterator = Iteration.iter(ts, given.at(1));
    return Hosts.create(ts, given.type(), new FilterFalseType(given.at(0), iterator));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, FilterFalseType self) {
    boolean plain = self.function == Word.NONE || self.function == ts.runtime().types().bool.cell();
    int mark = ts.rootMark();
    try {
      while (true) {
        long item = Iteration.next(ts, self.iterator);
        if (item == Word.EMPTY) {
          return Word.EMPTY;
        }
        ts.root(item);
        if (!Truth.isTrue(ts, plain ? item : Calls.call1(ts, self.function, item))) {
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
    FilterFalseType host = Hosts.get(ts, self, FilterFalseType.class);
    long args = Tuples.of(ts, host.function, host.iterator);
    return Pickles.reduced(ts, ts.runtime().typeOf(self).cell(), args);
  }
}
