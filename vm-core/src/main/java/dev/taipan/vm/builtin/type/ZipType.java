package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.PairIterator;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code zip}: a tuple of iterators. */
@BuiltinType(name = "zip")
final class ZipType extends PairIterator {
  private final long iterators;
  private volatile boolean strict;

  private ZipType(long iterators, boolean strict) {
    super(Tuples.length(iterators) == 2);
    this.iterators = iterators;
    this.strict = strict;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(iterators);
  }

  @Builtin(value = "__new__(cls, /, *iterables, strict=False)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long iterables, boolean strict) {
    int mark = ts.rootMark();
    try {
      long iterators = iterators(ts, iterables);
      return Hosts.create(ts, Classes.of(ts, cls), new ZipType(iterators, strict));
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** The iterators of a tuple's items, as a tuple; the caller releases the roots. */
  static long iterators(ThreadState ts, long iterables) {
    long address = ts.rootAddress();
    int count = Tuples.length(iterables);
    for (int i = 0; i < count; i++) {
      ts.root(Iteration.iter(ts, Tuples.get(iterables, i)));
    }
    return Tuples.fromMemory(ts, address, count);
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, ZipType self) {
    return self.next(ts);
  }

  @Override
  public long next(ThreadState ts) {
    int count = Tuples.length(iterators);
    if (count == 0) {
      return Word.EMPTY;
    }
    int mark = ts.rootMark();
    try {
      long address = ts.rootAddress();
      for (int i = 0; i < count; i++) {
        long item = Iteration.next(ts, Tuples.get(iterators, i));
        if (item == Word.EMPTY) {
          checkEnd(ts, i);
          return Word.EMPTY;
        }
        ts.root(item);
      }
      return Tuples.fromMemory(ts, address, count);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Override
  public boolean nextPair(ThreadState ts, long to) {
    long first = Iteration.next(ts, Tuples.get(iterators, 0));
    if (first == Word.EMPTY) {
      checkEnd(ts, 0);
      return false;
    }
    int mark = ts.rootMark();
    ts.root(first);
    try {
      long second = Iteration.next(ts, Tuples.get(iterators, 1));
      if (second == Word.EMPTY) {
        checkEnd(ts, 1);
        return false;
      }
      Memory.putLong(to, second);
      Memory.putLong(to + 8, first);
      return true;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /**
   * A strict zip ends well only if all end in the same step: {@code ended} is the first that did.
   */
  private void checkEnd(ThreadState ts, int ended) {
    if (!strict) {
      return;
    }
    if (ended > 0) {
      throw uneven(ts, ended, "shorter");
    }
    for (int i = 1; i < Tuples.length(iterators); i++) {
      if (Iteration.next(ts, Tuples.get(iterators, i)) != Word.EMPTY) {
        throw uneven(ts, i, "longer");
      }
    }
  }

  private static RuntimeException uneven(ThreadState ts, int index, String how) {
    String others = index == 1 ? " 1" : "s 1-" + index;
    return Errors.valueError(ts, "zip() argument %d is %s than argument%s", index + 1, how, others);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    ZipType host = Hosts.get(ts, self, ZipType.class);
    long cls = ts.runtime().typeOf(self).cell();
    return host.strict
        ? Tuples.of(ts, cls, host.iterators, Word.TRUE)
        : Tuples.of(ts, cls, host.iterators);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ZipType self, boolean state) {
    self.strict = state;
  }
}
