package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.SequenceIterator;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The iterator over an object that has only {@code __getitem__}. */
@BuiltinType(name = "iterator", subclassable = false)
final class SequenceIteratorType {
  private SequenceIteratorType() {}

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, SequenceIterator self) {
    return self.next(ts);
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, SequenceIterator self) {
    long iter = Attributes.get(ts, Imports.module(ts, "builtins"), "iter");
    long sequence = self.sequence();
    return sequence == Word.EMPTY
        ? Tuples.of(ts, iter, Tuples.of(ts, Tuples.empty(ts)))
        : Tuples.of(ts, iter, Tuples.of(ts, sequence), Ints.of(ts, self.index()));
  }

  @Builtin("__setstate__(self, object, /)")
  static void setstate(ThreadState ts, SequenceIterator self, long state) {
    self.setIndex(Numbers.asJavaLong(ts, state));
  }
}
