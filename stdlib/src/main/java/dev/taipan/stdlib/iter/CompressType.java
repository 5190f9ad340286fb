package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code itertools.compress}. */
@BuiltinType(name = "compress", module = "itertools")
final class CompressType extends HostObject {
  private final long data;
  private final long selectors;

  private CompressType(long data, long selectors) {
    this.data = data;
    this.selectors = selectors;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(data);
    visitor.visit(selectors);
  }

  @Builtin(value = "__new__(cls, data, selectors)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long data, long selectors) {
    int mark = ts.rootMark();
    try {
      long items = Iteration.iter(ts, data);
      ts.root(items);
      CompressType host = new CompressType(items, Iteration.iter(ts, selectors));
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
  static long next(ThreadState ts, CompressType self) {
    int mark = ts.rootMark();
    try {
      while (true) {
        long item = Iteration.next(ts, self.data);
        if (item == Word.EMPTY) {
          return Word.EMPTY;
        }
        ts.root(item);
        long selector = Iteration.next(ts, self.selectors);
        if (selector == Word.EMPTY) {
          return Word.EMPTY;
        }
        if (Truth.isTrue(ts, selector)) {
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
    CompressType host = Hosts.get(ts, self, CompressType.class);
    long args = Tuples.of(ts, host.data, host.selectors);
    return Pickles.reduced(ts, ts.runtime().typeOf(self).cell(), args);
  }
}
