package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.RangeIterLayout;
import dev.taipan.vm.object.Indices;
import dev.taipan.vm.object.Ranges;
import dev.taipan.vm.object.SequenceIterators;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code iter(range)} gives for machine numbers. */
@BuiltinType(name = "range_iterator", kind = Kind.RANGE_ITER, subclassable = false)
final class RangeIteratorType {
  private RangeIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(long self) {
    return Ranges.next(self);
  }

  @Builtin("__length_hint__(self, /)")
  static long lengthHint(long self) {
    return Word.boxInt(Ranges.left(self));
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, long self) {
    long next = Word.boxInt(RangeIterLayout.next(self));
    long step = RangeIterLayout.step(self);
    long stop = Word.boxInt(RangeIterLayout.next(self) + Ranges.left(self) * step);
    long rest = Ranges.create(ts, next, stop, Word.boxInt(step));
    return Tuples.of(ts, SequenceIterators.builtin(ts, "iter"), Tuples.of(ts, rest), Word.NONE);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, long self, long state) {
    long skip = Math.clamp(Indices.size(ts, state), 0, Ranges.left(self));
    RangeIterLayout.setNext(self, RangeIterLayout.next(self) + skip * RangeIterLayout.step(self));
  }
}
