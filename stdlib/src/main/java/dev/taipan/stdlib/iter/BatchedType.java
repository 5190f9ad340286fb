package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code itertools.batched}. */
@BuiltinType(name = "batched", module = "itertools")
final class BatchedType extends HostObject {
  private final long iterator;
  private final long size;

  /** Set when the iterator has ended or failed. */
  private volatile boolean ended;

  private BatchedType(long iterator, long size) {
    this.iterator = iterator;
    this.size = size;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(iterator);
  }

  @Builtin(value = "__new__(cls, iterable, n)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long iterable, long n) {
    long size = Numbers.indexClipped(ts, n);
    if (size < 1) {
      throw Errors.valueError(ts, "n must be at least one");
    }
    if (!Ints.fitsLong(Numbers.index(ts, n))) {
      throw Errors.overflowError(ts, "Python int too large to convert to C ssize_t");
    }
    long iterator = Iteration.iter(ts, iterable);
    return Hosts.create(ts, Classes.of(ts, cls), new BatchedType(iterator, size));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, BatchedType self) {
    if (self.ended) {
      return Word.EMPTY;
    }
    int mark = ts.rootMark();
    boolean failed = true;
    try {
      long words = ts.rootAddress();
      int count = 0;
      while (count < self.size) {
        long item = Iteration.next(ts, self.iterator);
        if (item == Word.EMPTY) {
          self.ended = true;
          break;
        }
        ts.root(item);
        count++;
      }
      failed = false;
      return count == 0 ? Word.EMPTY : Tuples.fromMemory(ts, words, count);
    } finally {
      if (failed) {
        self.ended = true;
      }
      ts.rootRelease(mark);
    }
  }
}
