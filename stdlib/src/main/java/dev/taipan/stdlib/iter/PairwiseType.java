package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code itertools.pairwise}: the item before is kept for the next pair. */
@BuiltinType(name = "pairwise", module = "itertools")
final class PairwiseType extends HostObject {
  private volatile long iterator;
  private volatile long before = Word.EMPTY;

  private PairwiseType(long iterator) {
    this.iterator = iterator;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(iterator);
    visitor.visit(before);
  }

  @Builtin(value = "__new__(cls, iterable, /)", binding = Binding.NEW, raw = true)
  static long create(ThreadState ts, long args, int nargs, long kwnames) {
    Constructor given = Constructor.of(ts, PairwiseTypeTable.TABLE, args, nargs, kwnames, 1, 1);
    return Hosts.create(ts, given.type(), new PairwiseType(Iteration.iter(ts, given.at(0))));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, PairwiseType self) {
    long iterator = self.iterator;
    if (iterator == Word.EMPTY) {
      return Word.EMPTY;
    }
    int mark = ts.rootMark();
    try {
      long left = self.before;
      if (left == Word.EMPTY) {
        left = Iteration.next(ts, iterator);
        self.before = left;
        if (left == Word.EMPTY || self.iterator == Word.EMPTY) {
          self.end();
          return Word.EMPTY;
        }
      }
      ts.root(left);
      long right = Iteration.next(ts, iterator);
      if (right == Word.EMPTY) {
        self.end();
        return Word.EMPTY;
      }
      self.before = right;
      return Tuples.of(ts, left, right);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private void end() {
    iterator = Word.EMPTY;
    before = Word.EMPTY;
  }
}
