package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.PairIterator;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code enumerate}: an iterator and a count. Threads that share one may count an item twice, as
 * they may get one item of a shared list iterator twice: steps are no atomic operation.
 */
@BuiltinType(name = "enumerate")
final class EnumerateType extends PairIterator {
  private final long iterator;
  private final long start;
  private final AtomicLong count = new AtomicLong();

  private EnumerateType(long iterator, long start) {
    super(true);
    this.iterator = iterator;
    this.start = start;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(iterator);
    visitor.visit(start);
  }

  private long position(ThreadState ts, long steps) {
    if (Word.isInt(start)) {
      long position = Word.unboxInt(start) + steps;
      return Word.fitsInt(position) ? Word.boxInt(position) : Ints.of(ts, position);
    }
    return Ints.add(ts, start, Ints.of(ts, steps));
  }

  private long advance(ThreadState ts) {
    long steps = count.getOpaque();
    count.setOpaque(steps + 1);
    return position(ts, steps);
  }

  @Builtin(value = "__new__(cls, iterable=, start=0)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long iterable, long start) {
    if (iterable == Word.EMPTY) {
      throw Errors.typeError(ts, "enumerate() missing required argument 'iterable'");
    }
    int mark = ts.rootMark();
    try {
      long first = Numbers.index(ts, start);
      ts.root(first);
      long iterator = Iteration.iter(ts, iterable);
      ts.root(iterator);
      return Hosts.create(ts, Classes.of(ts, cls), new EnumerateType(iterator, first));
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, EnumerateType self) {
    return self.next(ts);
  }

  @Override
  public long next(ThreadState ts) {
    long item = Iteration.next(ts, iterator);
    return item == Word.EMPTY ? Word.EMPTY : Tuples.of(ts, advance(ts), item);
  }

  @Override
  public boolean nextPair(ThreadState ts, long to) {
    long item = Iteration.next(ts, iterator);
    if (item == Word.EMPTY) {
      return false;
    }
    Memory.putLong(to, item);
    Memory.putLong(to + 8, advance(ts));
    return true;
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    EnumerateType host = Hosts.get(ts, self, EnumerateType.class);
    long args = Tuples.of(ts, host.iterator, host.position(ts, host.count.get()));
    return Tuples.of(ts, ts.runtime().typeOf(self).cell(), args);
  }

  @Builtin(value = "__class_getitem__(cls, object, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}
