package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.LongRangeIterator;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.SequenceIterators;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What {@code iter(range)} gives where the numbers are big. */
@BuiltinType(name = "longrange_iterator", subclassable = false)
final class LongRangeIteratorType {
  private LongRangeIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, LongRangeIterator self) {
    return self.next(ts);
  }

  @Builtin("__length_hint__(self, /)")
  static long lengthHint(ThreadState ts, LongRangeIterator self) {
    return self.left(ts);
  }

  @Builtin("__setstate__(self, state, /)")
  static void setstate(ThreadState ts, LongRangeIterator self, long state) {
    self.moveTo(Numbers.index(ts, state));
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, LongRangeIterator self) {
    return Tuples.of(
        ts, SequenceIterators.builtin(ts, "iter"), Tuples.of(ts, self.rest(ts)), Word.NONE);
  }
}
