package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code itertools.cycle}: the items seen so far are a list, then positions in it are handed out.
 */
@BuiltinType(name = "cycle", module = "itertools")
final class CycleType extends HostObject {
  private volatile long iterator;
  private volatile long saved;

  /** Whether what the iterator gives belongs to the round. */
  private volatile boolean recording = true;

  private final AtomicInteger position = new AtomicInteger();

  private CycleType(long iterator, long saved) {
    this.iterator = iterator;
    this.saved = saved;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(iterator);
    visitor.visit(saved);
  }

  @Builtin(value = "__new__(cls, iterable, /)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    Constructor given = Constructor.of(ts, CycleTypeTable.TABLE, args, nargs, kwnames, 1, 1);
    int mark = ts.rootMark();
    try {
      long iterator = Iteration.iter(ts, given.at(0));
      ts.root(iterator);
      return Hosts.create(ts, given.type(), new CycleType(iterator, Lists.create(ts, 0)));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, CycleType self) {
    long iterator = self.iterator;
    if (iterator != Word.EMPTY) {
      long item = Iteration.next(ts, iterator);
      if (item != Word.EMPTY) {
        if (self.recording) {
          Lists.append(ts, self.saved, item);
        }
        return item;
      }
      self.iterator = Word.EMPTY;
    }
    int size = Lists.length(self.saved);
    if (size == 0) {
      return Word.EMPTY;
    }
    int at = self.position.getAndUpdate(p -> p + 1 >= size ? 0 : p + 1);
    return Lists.get(ts, self.saved, at % size);
  }

  /** The items to come first: what is left of the round, then the whole. */
  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    CycleType host = Hosts.get(ts, self, CycleType.class);
    long type = ts.runtime().typeOf(self).cell();
    int mark = ts.rootMark();
    try {
      if (host.iterator != Word.EMPTY) {
        long state = Tuples.of(ts, host.saved, Word.boxInt(host.recording ? 0 : 1));
        return Pickles.reduced(ts, type, Tuples.of(ts, host.iterator), state);
      }
      long rest = Lists.create(ts, 0);
      ts.root(rest);
      for (int i = host.position.get(); i < Lists.length(host.saved); i++) {
        Lists.append(ts, rest, Lists.get(ts, host.saved, i));
      }
      long iterator = Iteration.iter(ts, rest);
      ts.root(iterator);
      long state = Tuples.of(ts, host.saved, Word.boxInt(1));
      return Pickles.reduced(ts, type, Tuples.of(ts, iterator), state);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** State: the items of a round, and whether the iterator only gives items that are among them. */
  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, CycleType self, long state) {
    Pickles.warn(ts);
    Pickles.requireTuple(ts, state, 2, 2);
    Pickles.requireType(ts, Tuples.get(state, 0), ts.runtime().types().list);
    boolean known = Numbers.asJavaInt(ts, Tuples.get(state, 1)) != 0;
    self.saved = Iteration.toList(ts, Tuples.get(state, 0));
    self.recording = !known;
  }
}
