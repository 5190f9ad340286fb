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
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code map}: a function and a tuple of iterators. */
@BuiltinType(name = "map")
final class MapType extends HostIterator {
  private final long function;
  private final long iterators;

  private MapType(long function, long iterators) {
    this.function = function;
    this.iterators = iterators;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(function);
    visitor.visit(iterators);
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    long cls = Memory.getLong(args);
    Keywords.refuse(ts, Classes.of(ts, cls), "map", kwnames);
    if (nargs < 3) {
      throw Errors.typeError(ts, "map() must have at least two arguments.");
    }
    int mark = ts.rootMark();
    try {
      long iterables = Tuples.fromMemory(ts, args + 16, nargs - 2);
      ts.root(iterables);
      long iterators = ZipType.iterators(ts, iterables);
      MapType host = new MapType(Memory.getLong(args + 8), iterators);
      return Hosts.create(ts, Classes.of(ts, cls), host);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, MapType self) {
    return self.next(ts);
  }

  @Override
  public long next(ThreadState ts) {
    int count = Tuples.length(iterators);
    if (count == 1) {
      long item = Iteration.next(ts, Tuples.get(iterators, 0));
      return item == Word.EMPTY ? Word.EMPTY : Calls.call1(ts, function, item);
    }
    int mark = ts.rootMark();
    try {
      long address = ts.rootAddress();
      for (int i = 0; i < count; i++) {
        long item = Iteration.next(ts, Tuples.get(iterators, i));
        if (item == Word.EMPTY) {
          return Word.EMPTY;
        }
        ts.root(item);
      }
      return Calls.call(ts, function, address, count, 0L);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    MapType host = Hosts.get(ts, self, MapType.class);
    int count = Tuples.length(host.iterators);
    long[] args = new long[count + 1];
    args[0] = host.function;
    for (int i = 0; i < count; i++) {
      args[i + 1] = Tuples.get(host.iterators, i);
    }
    return Tuples.of(ts, ts.runtime().typeOf(self).cell(), Tuples.of(ts, args));
  }
}
