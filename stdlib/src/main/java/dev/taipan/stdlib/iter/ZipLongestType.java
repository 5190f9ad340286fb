package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * {@code itertools.zip_longest}. An iterator that has ended is forgotten in its place; how many are
 * left is counted from the places, so that threads that share one agree.
 */
@BuiltinType(name = "zip_longest", module = "itertools")
final class ZipLongestType extends HostObject {
  /** Places only go from an iterator to EMPTY. */
  private final AtomicLongArray iterators;

  private volatile long fill;

  private ZipLongestType(AtomicLongArray iterators, long fill) {
    this.iterators = iterators;
    this.fill = fill;
  }

  @Override
  public void trace(Visitor visitor) {
    for (int i = 0; i < iterators.length(); i++) {
      visitor.visit(iterators.get(i));
    }
    visitor.visit(fill);
  }

  @Builtin(value = "__new__(cls, /, *iterables, fillvalue=None)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    long fill = Word.NONE;
    int keywords = kwnames == 0L ? 0 : TupleLayout.length(kwnames);
    for (int k = 0; k < keywords; k++) {
      if (keywords > 1 || !Strs.toJava(TupleLayout.get(kwnames, k)).equals("fillvalue")) {
        throw Errors.typeError(ts, "zip_longest() got an unexpected keyword argument");
      }
      fill = Memory.getLong(args + 8L * (nargs + k));
    }
    int mark = ts.rootMark();
    try {
      var iterators = new AtomicLongArray(nargs - 1);
      for (int i = 1; i < nargs; i++) {
        long iterator = Iteration.iter(ts, Memory.getLong(args + 8L * i));
        ts.root(iterator);
        iterators.set(i - 1, iterator);
      }
      ZipLongestType host = new ZipLongestType(iterators, fill);
      return Hosts.create(ts, Classes.of(ts, Memory.getLong(args)), host);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  private boolean anyLeft() {
    for (int i = 0; i < iterators.length(); i++) {
      if (iterators.get(i) != Word.EMPTY) {
        return true;
      }
    }
    return false;
  }

  private void end() {
    for (int i = 0; i < iterators.length(); i++) {
      iterators.set(i, Word.EMPTY);
    }
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, ZipLongestType self) {
    if (!self.anyLeft()) {
      return Word.EMPTY;
    }
    int mark = ts.rootMark();
    boolean good = false;
    try {
      long words = ts.rootAddress();
      int count = self.iterators.length();
      for (int i = 0; i < count; i++) {
        long item = self.item(ts, i);
        if (item == Word.EMPTY && !self.anyLeft()) {
          good = true;
          return Word.EMPTY;
        }
        ts.root(item == Word.EMPTY ? self.fill : item);
      }
      good = true;
      return Tuples.fromMemory(ts, words, count);
    } finally {
      if (!good) {
        self.end();
      }
      ts.rootRelease(mark);
    }
  }

  private long item(ThreadState ts, int index) {
    long iterator = iterators.get(index);
    if (iterator == Word.EMPTY) {
      return Word.EMPTY;
    }
    long item = Iteration.next(ts, iterator);
    if (item == Word.EMPTY) {
      iterators.set(index, Word.EMPTY);
    }
    return item;
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    ZipLongestType host = Hosts.get(ts, self, ZipLongestType.class);
    long[] args = new long[host.iterators.length()];
    for (int i = 0; i < args.length; i++) {
      long iterator = host.iterators.get(i);
      args[i] = iterator == Word.EMPTY ? Tuples.empty(ts) : iterator;
    }
    long cell = ts.runtime().typeOf(self).cell();
    return Pickles.reduced(ts, cell, Tuples.of(ts, args), host.fill);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, ZipLongestType self, long state) {
    Pickles.warn(ts);
    self.fill = state;
  }
}
