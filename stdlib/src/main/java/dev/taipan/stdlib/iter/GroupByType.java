package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * {@code itertools.groupby}. The item read last waits in {@code value} until its group or the next
 * step takes it; a group knows that it is over when it is not {@code group} any more.
 */
@BuiltinType(name = "groupby", module = "itertools")
final class GroupByType extends HostObject {
  private final long iterator;
  private final long function;
  volatile long target = Word.EMPTY;
  volatile long key = Word.EMPTY;
  volatile long value = Word.EMPTY;
  volatile GrouperType group;

  private GroupByType(long iterator, long function) {
    this.iterator = iterator;
    this.function = function;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(iterator);
    visitor.visit(function);
    visitor.visit(target);
    visitor.visit(key);
    visitor.visit(value);
  }

  @Builtin(value = "__new__(cls, iterable, key=None)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long iterable, long key) {
    long iterator = Iteration.iter(ts, iterable);
    return Hosts.create(
        ts, Classes.of(ts, cls), new GroupByType(iterator, key == 0L ? Word.NONE : key));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  /** Reads an item; false at the end. */
  boolean step(ThreadState ts) {
    int mark = ts.rootMark();
    try {
      long item = Iteration.next(ts, iterator);
      if (item == Word.EMPTY) {
        return false;
      }
      ts.root(item);
      long made = function == Word.NONE ? item : Calls.call1(ts, function, item);
      value = item;
      key = made;
      return true;
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, long self) {
    GroupByType host = Hosts.get(ts, self, GroupByType.class);
    host.group = null;
    while (true) {
      long key = host.key;
      long target = host.target;
      if (key != Word.EMPTY && (target == Word.EMPTY || !Comparison.equal(ts, target, key))) {
        break;
      }
      if (!host.step(ts)) {
        return Word.EMPTY;
      }
    }
    long key = host.key;
    host.target = key;
    GrouperType group = new GrouperType(self, host, key);
    host.group = group;
    return Tuples.of(ts, key, GrouperType.create(ts, group));
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    GroupByType host = Hosts.get(ts, self, GroupByType.class);
    long cell = ts.runtime().typeOf(self).cell();
    long args = Tuples.of(ts, host.iterator, host.function);
    long value = host.value;
    long target = host.target;
    long key = host.key;
    return value == Word.EMPTY || target == Word.EMPTY || key == Word.EMPTY
        ? Pickles.reduced(ts, cell, args)
        : Pickles.reduced(ts, cell, args, Tuples.of(ts, value, target, key));
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, GroupByType self, long state) {
    Pickles.warn(ts);
    Pickles.requireTuple(ts, state, 3, 3);
    self.value = Tuples.get(state, 0);
    self.target = Tuples.get(state, 1);
    self.key = Tuples.get(state, 2);
  }
}
